import Casework
import ScoringCore
import StrictJSON

extension Exchange {
  /// One folder of cases, titles or rounds; `nil` where it has nothing that the other place lacks.
  func exchange(_ path: String) -> ExchangedFolder? {
    let isCase = path.hasPrefix("cases/")
    do throws(StoreError) {
      guard let difference = try comparison.difference(path, depth: isCase ? 8 : 0) else { return nil }
      same += difference.same
      events.formUnion(difference.events)
      // A sealed file that only the source has may be named anywhere.
      guard !difference.other.isEmpty || !sealedLeft.isEmpty else {
        strays += difference.strays
        return nil
      }
      return try exchange(path, difference, isCase: isCase)
    } catch {
      refuse(StoreFinding(error, path))
      return nil
    }
  }

  private func exchange(_ path: String, _ difference: FolderDifference, isCase: Bool) throws(StoreError)
    -> ExchangedFolder?
  {
    let other = Set(difference.other)
    guard let theirs = try CheckedFolder(path, source.disk, only: other.contains) else { return nil }
    var result = ExchangedFolder(path: path)
    let events = try events(of: theirs)
    let history = History(folder: path, events.all, registry: registry)
    erased.formUnion(Situation(.folder(history, registry), officer: "", today: Day(number: 0)).erased)
    if target != nil {
      result.after = history
      result.before = History(folder: path, events.before, registry: registryBefore)
    }
    takeSealed(events.all, into: &result)
    let papers = isCase ? papers(events.all, theirs, difference) : ExchangedPapers()
    takeKept(theirs, events.all, listed: Set(difference.names), besides: papers.hashes, into: &result)
    let named = Set(events.all.compactMap(\.application))
    for revision in theirs.revisions {
      let names = Store.names(ofRevision: revision.number, revision.sha256)
      if isHere(revision.sha256, in: path, names, isListed: difference.names.contains) {
        same += 1
      } else if named.contains(revision.sha256) {
        result.items.append(
          TravelItem(
            path: theirs.file(revision.name), folder: path, names: names, sha: revision.sha256, bytes: revision.bytes))
      } else {
        refuse(
          .foreignApplication, theirs.file(revision.name), "没有收件或补正登记过这份申报",
          "No receipt or resubmission names this application")
      }
    }
    result.items += papers.items
    take(events.new, theirs, into: &result)
    // What nothing accounts for.
    let nested = difference.other.filter { $0.contains("/") }
    strays += difference.strays + (theirs.others + nested).count { !papers.files.contains($0) }
    return result
  }

  /// Sealed files that the events of a folder name.
  private func takeSealed(_ events: [Event], into result: inout ExchangedFolder) {
    let wanted = Set(events.flatMap(\.namedFiles).filter { $0.place == .sealed }.map(\.sha))
    for sha in wanted.sorted() {
      let names = Store.names(ofFile: sha)
      let there = names.filter(sealedLeft.contains)
      guard !there.isEmpty else { continue }
      sealedLeft.subtract(there)
      if erased.contains(sha) {
        refuse(
          .notErased, "sealed/\(there[0])", "已同意删除，不带走", "Its erasure was agreed to; it does not go along")
      } else if isHere(sha, in: "sealed", names, isListed: sealedHere.contains) {
        same += 1
      } else if let name = name(of: sha, in: "sealed", there), isForRecipients("sealed/\(name)") {
        result.items.append(
          TravelItem(path: "sealed/\(name)", folder: "sealed", names: names, sha: sha, mode: 0o440))
      }
    }
  }

  private func isForRecipients(_ path: String) -> Bool {
    guard let recipients else { return true }
    do throws(StoreError) {
      let bytes = try source.disk.read(path, limit: SealedFile.limit)
      if SealedFile.recipients(bytes).contains(where: recipients.contains) { return true }
      sealedToOthers += 1
    } catch { refuse(StoreFinding(error, path)) }
    return false
  }
}

/// Papers of a case that get in.
struct ExchangedPapers {
  var items: [TravelItem] = []
  /// Paths in the folder that were looked at, and hashes that need not be looked at again.
  var files: Set<String> = []
  var hashes: Set<String> = []
  /// Hashes of all revisions, by the name that the applications give the paper.
  var declared: [String: Set<String>] = [:]
}

extension Exchange {
  /// Papers that applications on file declare and that do not lie in both places.
  private func papers(_ events: [Event], _ theirs: CheckedFolder, _ difference: FolderDifference) -> ExchangedPapers {
    var papers = ExchangedPapers()
    let other = Set(difference.other)
    var done: Set<String> = []
    let applications = Set(events.compactMap(\.application)).sorted()
      .compactMap { application($0, theirs, difference.names) }
    for paper in applications.flatMap(\.materials) {
      if let file = paper.file, let sha = paper.sha256 { papers.declared[file, default: []].insert(sha) }
    }
    for application in applications {
      for paper in application.materials {
        guard let file = paper.file ?? paper.sha256, done.insert("\(file) \(paper.sha256 ?? "")").inserted,
          !leadsOut(file), !file.hasPrefix("/")
        else { continue }
        take(file, paper.sha256, theirs.path, other, into: &papers)
      }
    }
    return papers
  }

  private func application(_ sha: String, _ theirs: CheckedFolder, _ names: [String]) -> Application? {
    let reader = ApplicationReader(standard: source.base).ofReceived
    if let revision = theirs.revisions.first(where: { $0.sha256 == sha }) { return try? reader.read(revision.bytes) }
    guard let target else { return nil }
    for name in names where Store.revision(name).map({ sha.hasPrefix($0.1) }) == true {
      let path = theirs.file(name)
      if let bytes = try? target.disk.read(path, limit: StoredCase.documentLimit), Hexadecimal.sha256(bytes) == sha {
        return try? reader.read(bytes)
      }
    }
    return nil
  }

  private func take(
    _ file: String, _ sha: String?, _ folder: String, _ other: Set<String>, into papers: inout ExchangedPapers
  ) {
    let place = split("\(folder)/\(file)")
    guard let sha else {
      guard other.contains(file), papers.files.insert(file).inserted else { return }
      return takeUnhashed(file, place, into: &papers)
    }
    let kept = Store.names(ofFile: sha)
    let there = ([file] + kept).filter(other.contains)
    guard !there.isEmpty else { return }
    papers.files.formUnion(there)
    papers.hashes.insert(sha)
    if isHere(sha, in: folder, [file] + kept) {
      same += 1
    } else if let name = name(ofPaper: sha, in: folder, there, papers.declared[file] ?? []) {
      let isFree = claims("\(folder)/\(file)", for: sha)
      papers.items.append(
        TravelItem(
          path: "\(folder)/\(name)", folder: isFree ? place.folder : folder, names: isFree ? [place.name] : kept,
          sha: sha))
    }
  }

  /// Whether a paper gets the place that its application names: where another lies, or will, it gets a name of its hash.
  private func claims(_ path: String, for sha: String) -> Bool {
    if let other = claimed[path] { return other == sha }
    if let place, place.holds(path), (try? place.digest(path)) != sha { return false }
    claimed[path] = sha
    return true
  }

  /// Where other bytes lie in the place of a paper they are no other paper of ours.
  /// - Parameter declared: hashes of all papers that were declared with its name: another revision's is no damage.
  private func name(ofPaper sha: String, in folder: String, _ names: [String], _ declared: Set<String>) -> String? {
    let before = refused.count
    guard let name = name(of: sha, in: folder, names) else {
      if refused.count > before, refused[before].kind == .damagedFile {
        if let file = refused[before].file, let there = try? source.disk.digest(file), declared.contains(there) {
          refused.removeLast(refused.count - before)
          return nil
        }
        refused[before] = StoreFinding(
          .otherPaper, refused[before].file, Phrase("不是登记在案的材料（哈希不符）", "Not the paper on file (its hash is another)"))
      }
      return nil
    }
    return name
  }

  private func takeUnhashed(
    _ file: String, _ place: (folder: String, name: String), into papers: inout ExchangedPapers
  ) {
    let path = "\(place.folder)/\(place.name)"
    guard takesUnhashed else {
      return refuse(
        .unhashedPaper, path, "申报时没有写哈希，是不是同一份看不出，不带入",
        "Declared without a hash: nobody can tell whether it is the same, and it does not come in")
    }
    do throws(StoreError) {
      let sha = try source.disk.digest(path)
      guard claims(path, for: sha) else {
        return refuse(
          .unhashedPaper, path, "那里已有同名的另一份，没有换", "Another of this name lies there, and was not replaced")
      }
      papers.items.append(TravelItem(path: path, folder: place.folder, names: [place.name], sha: sha))
    } catch { refuse(StoreFinding(error, path)) }
  }
}
