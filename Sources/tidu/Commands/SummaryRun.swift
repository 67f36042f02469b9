internal import CaseStore
internal import Casework
internal import ScoringCore

/// What was counted, and what was left out of it.
struct SummaryCount {
  var groups: CaseGroups
  /// Documents or cases that could not be read.
  var leftOut = 0
  /// What the rules asked for cannot judge, by why.
  var notJudged: [String: Int] = [:]
  /// Something of the store could not be read.
  var isLacking = false

  init(by keys: [GroupKey]) { groups = CaseGroups(by: keys) }

  mutating func add(_ other: SummaryCount) {
    groups.add(other.groups)
    leftOut += other.leftOut
    notJudged.merge(other.notJudged, uniquingKeysWith: +)
    isLacking = isLacking || other.isLacking
  }

  /// Says once for each reason how many could not be judged.
  func tellNotJudged() {
    for (why, count) in notJudged.sorted(by: { $0.key < $1.key }) {
      Output.printError(localized("\(count) 件不能评，未计入：\(why)", "\(count) not judged and left out: \(why)"))
    }
  }
}

/// Counts the documents of files, which the cores share, and the cases of a store.
struct SummaryRun: Sendable {
  let standard: Standard
  /// The rules asked for in place of those in force.
  let asked: AskedRules?
  let keys: [GroupKey]

  /// One worker's share; only groups are kept of what it read.
  private final class Share: @unchecked Sendable {
    var counted: SummaryCount
    /// What is said of documents that could not be read.
    var errors: [String] = []

    init(_ keys: [GroupKey]) { counted = SummaryCount(by: keys) }

    func tell() {
      for error in errors { Output.printError(error) }
      errors.removeAll(keepingCapacity: true)
    }
  }

  /// Counts a file, whatever its length.
  func count(_ file: InputPortions) throws(CommandError) -> SummaryCount {
    let shares = (0..<DocumentBlocks.workers).map { _ in Share(keys) }
    let name = file.name
    func tell() { for share in shares { share.tell() } }
    try file.forEach { bytes, linesBefore, isLines in
      if isLines {
        DocumentBlocks.run(bytes, linesBefore: linesBefore) {
          count($0, of: name, into: shares[$1])
        } done: {
          tell()
        }
      } else {
        count(.init(bytes: bytes, linesBefore: 0), of: name, into: shares[0])
        tell()
      }
    }
    return shares.reduce(into: SummaryCount(by: keys)) { $0.add($1.counted) }
  }

  private func count(_ document: DocumentBlocks.Document, of name: String, into share: Share) {
    do throws(ApplicationErrors) {
      let reader = ApplicationReader(standard: standard).withoutMaterials.asking(asked)
      count(try reader.read(document.bytes), verified: [], into: &share.counted)
    } catch {
      share.counted.leftOut += 1
      share.errors.append(
        CheckLine(file: name, linesBefore: document.linesBefore, errors: error.errors).text(in: OutputLanguage.language)
      )
    }
  }

  private func count(_ application: Application, verified: Set<String>, into counted: inout SummaryCount) {
    do throws(EditionError) {
      let assessment = try standard.assess(application, by: asked)
      var decides: String?
      if keys.contains(.decides) {
        let rules = asked ?? AskedRules(standard: standard)
        decides = try rules.explain(application, verified: verified).deciding.first?.id
      }
      let before = asked == nil ? nil : (try? standard.assess(application))?.outcome
      counted.groups.add(CountedCase(application, assessment, decides: decides, before: before))
    } catch {
      counted.notJudged[error.message(OutputLanguage.language), default: 0] += 1
    }
  }

  /// Counts the cases of a store by verified values; what is not whole is named, and in no count.
  func count(_ store: Store) throws -> SummaryCount {
    let changes = try StoreAccess.withStore { () throws(StoreError) in try store.refresh(standard) }
    if let note = changes.note { Output.printError(note(OutputLanguage.language)) }
    let settings = try StoreAccess.withStore { () throws(StoreError) in
      try store.settingsUnread(on: StoreAccess.today)
    }
    for sentence in changes.sentences + settings.map(\.sentence) {
      Output.printError(shown(sentence(OutputLanguage.language)))
    }
    var counted = SummaryCount(by: keys)
    counted.isLacking = !(changes.isWhole && settings.isEmpty)
    counted.leftOut = changes.unreadable.count
    let lacking = Set(changes.incomplete.map(\.key))
    for row in store.loadSummaries(standard) {
      guard row.incomplete.isEmpty, !lacking.contains(row.key) else {
        counted.leftOut += 1
        counted.isLacking = true
        continue
      }
      if asked == nil { counted.groups.add(CountedCase(row)) } else { count(row.key, in: store, &counted) }
    }
    return counted
  }

  /// A case by the rules asked for, which the index does not have.
  private func count(_ key: CaseKey, in store: Store, _ counted: inout SummaryCount) {
    do {
      let file = try CaseArgument.file(key, in: store, standard)
      if let unread = file.allIncomplete.first {
        let why = unread.unmet.message(OutputLanguage.language)
        throw CommandError(.storeTrouble, "\(shown(key.path)): \(shown(unread.name)): \(shown(why))")
      }
      count(file.current, verified: Set(file.verified.keys), into: &counted)
    } catch {
      if let complaint = CommandError(error) { Output.printError(complaint.sentence) }
      counted.leftOut += 1
      counted.isLacking = true
    }
  }
}
