import Casework
import ScoringCore
import StrictJSON

extension StoreVerifier {
  /// One case: its applications, events, papers and whatever else its events name.
  func check(_ key: CaseKey) {
    guard let folder = read(key.path) else { return }
    let isOurs = !folder.events.isEmpty || !folder.revisions.isEmpty || !folder.findings.isEmpty
    let isHalfMade = CaseIdentifier.isWellFormed(key.id.utf8) && folder.others.isEmpty && folder.folders.isEmpty
    guard isOurs || !isHalfMade else { return isLeftover(key.path) }
    guard isOurs else { return isStray(key.path) }
    let events = envelopes(folder)
    let history = History(folder: key.path, events, registry: registry)
    let named = history.fold.everyApplication.compactMap(\.application)
    let applications = applications(folder, named)
    if let other = misplaced(key, named, applications) {
      return tell(
        .misplaced, key.path, "文件夹名是 \(key.path)，里面的申报是 \(other)",
        "The folder is \(key.path), and its application says \(other)")
    }
    tell(history.entries, setAside: history.setAside, in: folder)
    checkApplications(folder, history, named)
    let revisions = folder.revisions.compactMap { file in
      applications[file.sha256].map { CaseFile.Revision(number: file.number, sha: file.sha256, application: $0) }
    }
    for file in Brought(history.fold, key, revisions).unfit {
      let kind: StoreFinding.Kind = file.kind == .setAside ? .foreignApplication : .damagedApplication
      tell(StoreFinding(kind, folder.file(file.name), file.unmet.message))
    }
    let valid = history.entries.filter(\.verdict.isValid).map(\.event)
    erased.formUnion(Situation(.folder(history, registry), officer: "", today: today).erased)
    let papers = DeclaredPapers(named.compactMap { applications[$0] }, folder, disk)
    checkPapers(papers, folder, valid)
    checkNamedFiles(valid, in: folder, papers.good)
    tell(history.remarks(today: today), in: folder)
    note(valid, key)
    checkRest(folder, events, papers)
  }

  /// Applications of the folder that can be read, by the hash of their files.
  private func applications(_ folder: CheckedFolder, _ named: [String]) -> [String: Application] {
    let reader = ApplicationReader(standard: store.base).ofReceived
    var found: [String: Application] = [:]
    for revision in folder.revisions {
      do throws(ApplicationErrors) { found[revision.sha256] = try reader.read(revision.bytes) } catch {
        guard named.isEmpty || named.contains(revision.sha256) else { continue }
        tell(
          StoreFinding(
            .damagedApplication, folder.file(revision.name),
            error.errors.first?.message ?? Phrase("无法读取", "Not readable")))
      }
    }
    return found
  }

  /// What the applications call the case where the folder is another's.
  private func misplaced(_ key: CaseKey, _ named: [String], _ applications: [String: Application]) -> String? {
    let relevant = applications.filter { named.isEmpty || named.contains($0.key) }.values.map {
      CaseKey(authority: $0.authority, batch: $0.batch, id: $0.id)
    }
    return relevant.contains(key) ? nil : relevant.min()?.path
  }

  private func checkApplications(_ folder: CheckedFolder, _ history: History, _ named: [String]) {
    for revision in folder.revisions where !named.isEmpty && !named.contains(revision.sha256) {
      tell(
        .foreignApplication, folder.file(revision.name), "没有收件或补正登记过这份申报",
        "No receipt or resubmission names this application")
    }
    for sha in Set(named).sorted()
    where !folder.revisions.contains(where: { $0.sha256 == sha }) && !folder.isBad(sha) {
      let name = history.fold.everyApplication.first { $0.application == sha }.flatMap { folder.file(of: $0.id) }
      tell(
        .missingApplication, name ?? folder.path, "登记在案的申报不在，哈希 \(sha)",
        "The application on file is not here; hash \(sha)")
    }
    if history.fold.receipt == nil {
      tell(
        .notReceived, folder.path, "没有有效的收件，不在任何队列和件数里",
        "There is no valid receipt: it stands in no queue and no count")
    }
  }

  private func checkPapers(_ papers: DeclaredPapers, _ folder: CheckedFolder, _ valid: [Event]) {
    let settled = Set(
      valid.compactMap { event -> String? in
        switch event.act {
        case .check: event.body["state"]?.string == "ok" ? event.body["file"]?.string : nil
        case .verify: event.body["source"]?["material"]?.string
        default: nil
        }
      })
    var (absent, unhashed): ([String], [String]) = ([], [])
    for paper in papers.lines {
      let (path, item) = (folder.file(paper.file), paper.item.name)
      switch paper.state {
      case .good: continue
      case .replaced(let name):
        tell(.replaced, path, "不是登记在案的材料；好的一份是 \(name)", "Not the paper on file; the good copy is \(name)")
      case .other:
        tell(
          .otherPaper, path, "“\(item.zh)”不是登记在案的材料（哈希不符）",
          "“\(item.en)” is not the paper on file (its hash is another)")
      case .unhashed: unhashed.append(paper.file)
      case .absent(let sha):
        guard let sha, settled.contains(sha) else {
          absent.append(paper.file)
          continue
        }
        tell(
          .missingPaper, path, "申报的“\(item.zh)”不在，而有记录以它为据",
          "“\(item.en)”, as declared, is not here, and something on file rests on it")
      case .unread(let error): tell(StoreFinding(error, path))
      }
    }
    func some(_ names: [String]) -> String {
      names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " …" : "")
    }
    if !absent.isEmpty {
      tell(
        .absentPaper, folder.path, "申报的材料有 \(absent.count) 份不在：\(some(absent))",
        "Papers declared and not here: \(absent.count) (\(some(absent)))")
    }
    if !unhashed.isEmpty {
      tell(
        .unhashedPaper, folder.path, "\(unhashed.count) 份材料申报时没有写哈希，换过也看不出：\(some(unhashed))",
        "Papers declared without a hash, so that nobody can tell whether they are the same: \(unhashed.count) (\(some(unhashed)))"
      )
    }
  }

  /// Files that valid events name by their hash.
  /// - Parameter good: hashes of papers that are here under another name.
  func checkNamedFiles(_ valid: [Event], in folder: CheckedFolder, _ good: Set<String> = []) {
    for event in valid {
      let file = folder.file(of: event.id)
      for named in event.namedFiles {
        switch named.place {
        case .settings: continue
        case .sealed: sealed[named.sha] = sealed[named.sha] ?? file ?? folder.path
        case .folder:
          let isHere =
            folder.kept[named.sha] != nil || good.contains(named.sha) || erased.contains(named.sha)
            || isTable(named.sha, of: event)
          if isHere || folder.isBad(named.sha) || isPaper(event) { continue }
          tell(
            .missingFile, file, "“\(event.title.zh)”的\(named.label.zh)不在，哈希 \(named.sha)",
            "Of “\(event.title.en)” the \(named.label.en.lowercased()) is not here; hash \(named.sha)")
        }
      }
    }
  }

  /// A paper of the application, told of as such.
  private func isPaper(_ event: Event) -> Bool { event.act == .check || event.act == .verify }

  /// Whether it is the table of a register of titles, which lies with the office's rounds.
  private func isTable(_ sha: String, of event: Event) -> Bool {
    let parts = event.folder.split(separator: "/")
    guard event.act == .registerTitle, parts.count == 3 else { return false }
    return Store.names(ofFile: sha).contains { name in
      let path = "rounds/\(parts[1])/office/\(name)"
      do throws(StoreError) { return try disk.digest(path) == sha } catch {
        if error.kind != .missing { tell(StoreFinding(error, path)) }
        return false
      }
    }
  }

  /// Remembers by which lists the case was entered.
  private func note(_ valid: [Event], _ key: CaseKey) {
    for event in valid {
      if let entry = FileList.entry(by: event) { entered[entry, default: []].insert(key.path) }
    }
  }

  private func checkRest(_ folder: CheckedFolder, _ events: [Event], _ papers: DeclaredPapers) {
    let lists = folder.path.hasPrefix("rounds/")
    for (sha, name) in folder.kept.sorted(by: { $0.key < $1.key }) where !papers.good.contains(sha) {
      // Where titles are imported the table lies, and the titles name it.
      let isNamed = events.contains { $0.namesFile(sha) } || (lists && folder.path.hasSuffix("/office"))
      if erased.contains(sha) {
        tell(.notErased, folder.file(name), "已同意删除，文件还在", "Its erasure was agreed to, and it is still here")
      } else if !isNamed {
        isLeftover(folder.file(name))
      }
    }
    for name in folder.others where !papers.declares(name) { isStray(folder.file(name)) }
    for name in folder.folders { countFiles(folder.file(name), folder, papers, depth: 8) }
  }

  /// Files of a case's subfolders that no application declares.
  private func countFiles(_ path: String, _ folder: CheckedFolder, _ papers: DeclaredPapers, depth: Int) {
    let inner: CheckedFolder
    do throws(StoreError) {
      guard depth > 0, let found = try CheckedFolder(path, disk) else { return }
      inner = found
    } catch { return tell(StoreFinding(error, path)) }
    let files = inner.others + Array(inner.kept.values) + Array(inner.names.values) + inner.revisions.map(\.name)
    for name in files.sorted() where !papers.declares(String(inner.file(name).dropFirst(folder.path.utf8.count + 1))) {
      isStray(inner.file(name))
    }
    for name in inner.folders { countFiles(inner.file(name), folder, papers, depth: depth - 1) }
  }

  /// A folder of a title or a round.
  func checkFolder(_ path: String) {
    guard let folder = read(path) else { return }
    let events = envelopes(folder)
    let history = History(folder: path, events, registry: registry)
    tell(history.entries, setAside: history.setAside, in: folder)
    let valid = history.entries.filter(\.verdict.isValid).map(\.event)
    erased.formUnion(Situation(.folder(history, registry), officer: "", today: today).erased)
    checkNamedFiles(valid, in: folder)
    tell(history.remarks(today: today), in: folder)
    for list in valid { checkEntered(list, folder) }
    checkRest(CheckedFolder(withoutFolders: folder), events, DeclaredPapers())
  }

  /// A list whose cases were not all entered: between the list and the last of its cases something was cut short.
  private func checkEntered(_ list: Event, _ folder: CheckedFolder) {
    guard let entry = FileList.entry(of: list), let sha = list.body["list"]?["sha"]?.string,
      let bytes = bytes(of: sha, in: folder)
    else { return }
    let listed = bytes.split(separator: 0x0A).compactMap { (try? JSONValue(parsing: $0))?["case"]?.string }
    let left = listed.filter { entered[entry]?.contains($0) != true && !(isPart && !disk.holds($0)) }
    guard !left.isEmpty else { return }
    let (document, some) = (list.body["document"]?.string ?? "", left.prefix(3).joined(separator: ", "))
    tell(
      .notEntered, folder.file(of: list.id),
      "“\(list.title.zh)”\(document) 列了 \(listed.count) 件，没有登记 \(left.count) 件：\(some)",
      "“\(list.title.en)” \(document): \(listed.count) listed, not entered: \(left.count): \(some)")
  }
}

extension CheckedFolder {
  /// The same without the folders in it: each is looked at as one of its own.
  fileprivate init(withoutFolders other: CheckedFolder) {
    self = other
    folders = []
  }
}
