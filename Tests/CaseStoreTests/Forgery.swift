@testable import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// Something that somebody lays into a store, or takes away from it, to have an effect that is not his to have.
struct Forgery: Sendable {
  /// What may be said of it.
  enum Telling: Sendable {
    /// At the case.
    case named
    /// Nowhere: there is nothing of it left, or it is no name of the store's and stops nothing.
    case quiet
    /// By whoever uses the file: the list, the paper, the settings.
    case used
  }

  /// What was done, as an officer reads it.
  var zh: String
  /// The case at which it is named; every case says the same of the registry.
  var target = "C01"
  var telling = Telling.named
  var run: @Sendable (ForgedOffice) throws -> Void
  /// What is said where the forged file is used.
  var use: (@Sendable (ForgedOffice) throws -> String)?

  init(
    _ zh: String, at target: String = "C01", _ telling: Telling = .named,
    use: (@Sendable (ForgedOffice) throws -> String)? = nil, _ run: @escaping @Sendable (ForgedOffice) throws -> Void
  ) {
    (self.zh, self.target, self.telling, self.use, self.run) = (zh, target, use == nil ? telling : .used, use, run)
  }
}

/// What a store amounts to: states, answers, rights, lists.
struct StoreTruth: Equatable {
  var rows: [CaseSummary] = []
  var answers: [String: [Question: [String]]] = [:]
  var heads: [String: [String]] = [:]
  var rights = Rights()
  var waiting: [String] = []
  var lists: [String] = []

  init(_ store: Store) throws {
    let registry = try store.officers()
    rights = registry.now
    waiting = registry.awaiting.map(\.id)
    heads["registry"] = registry.heads
    for id in ForgedOffice.cases {
      guard let file = try? store.caseFile(ForgedOffice.key(id), today: ForgedOffice.today) else { continue }
      var row = file.summary
      (row.pending, row.incomplete) = (0, [])
      rows.append(row)
      heads[id] = file.history.heads
      answers[id] = file.fold.live.mapValues { $0.map { "\($0.id) \($0.agreement)" } }
    }
    let round = try store.history(ForgedOffice.round)
    lists = round.entries.filter(\.verdict.isValid).map(\.id)
  }
}

/// What is said of a forgery, wherever somebody looks.
struct Told {
  /// Under the case's name on the screen, and in `show`.
  var head: [String] = []
  var queue: [String] = []
  var json: [String] = []
  var act = ""
  /// Kinds of what `tidu verify` finds.
  var verify: [String] = []

  static func plain(_ text: String) -> String {
    var plain = ""
    var digits = ""
    func flush() {
      plain += digits.count >= 12 ? "‹编号›" : digits
      digits = ""
    }
    for character in text {
      if character.isHexDigit, !character.isUppercase {
        digits.append(character)
      } else {
        flush()
        plain.append(character)
      }
    }
    flush()
    return plain.replacing("|", with: "\\|").replacing("\n", with: " ").replacing("\u{200B}", with: "␣")
      .replacing("‹编号›.event.json", with: "‹编号›").replacing("20260101-080000-", with: "").replacing(
        "20260101-000000-", with: "")
  }

  /// - Parameters:
  ///   - before: events, remarks and findings that were there, each after its folder.
  ///   - waiting: proposals that waited.
  init(_ office: ForgedOffice, _ target: String, _ before: Set<String>, waiting: [String]) throws {
    let store = try office.reopen()
    let key = ForgedOffice.key(target)
    queue = Self.queue(try store.refresh(.shared), key)
    do {
      let file = try #require(try store.caseFile(key, today: ForgedOffice.today))
      (head, json) = Self.said(of: file, before, waiting: waiting)
    } catch let error as StoreError { head = [error.message.zh] }
    // The counts of the events that this office wrote past the program are all one.
    let found = Self.findings(store).filter { $0.kind != .seqDoubled && $0.kind != .seqSkipped }
    verify = Set(found.filter { !before.contains("verify \($0)") }.map(\.kind.rawValue)).sorted()
    head = Set(head.map(Self.plain)).sorted()
    queue = Set(queue.map(Self.plain)).sorted()
    json = Set(json).sorted()
    act = try Self.act(office, store, key)
  }

  /// What `tidu verify` finds.
  static func findings(_ store: Store) -> [StoreFinding] {
    var found: [StoreFinding] = []
    StoreVerifier(store, today: ForgedOffice.today, report: { found.append($0) }).run()
    return found
  }

  private static func queue(_ changes: IndexChanges, _ key: CaseKey) -> [String] {
    let files = changes.incomplete.filter { $0.key == key }.flatMap(\.files) + changes.unread
    return changes.unreadable.map(\.message.zh) + files.map { "\($0.name)：\($0.unmet.message.zh)" }
      + [changes.note?.zh].compactMap(\.self)
  }

  private static func said(of file: CaseFile, _ before: Set<String>, waiting: [String]) -> (
    head: [String], json: [String]
  ) {
    let registry = file.registry.entries.filter { !before.contains("registry \($0.id)") }.map { ("登记册", $0) }
    let here = file.history.entries.filter { !before.contains("\(file.key.path) \($0.id)") }.map { ("经过", $0) }
    let remarks = file.remarks(today: ForgedOffice.today).filter {
      !before.contains("\(file.key.path) \($0.message.zh)")
    }
    var head = file.uncountedNotes.map(\.zh) + remarks.map { "提示：\($0.message.zh)" }
    var json = file.uncounted.map(\.unmet.code) + remarks.map(\.code.rawValue)
    for (place, entry) in here + registry where !entry.verdict.isValid {
      let why = Set(entry.verdict.unmet.map(\.message.zh)).sorted().joined(separator: "；")
      head.append("\(place)：\(entry.event.title.zh)（\(entry.event.author)）\(why)")
      json += entry.verdict.unmet.map(\.code)
    }
    for entry in file.registry.awaiting where !waiting.contains(entry.id) && file.registry.fold.event(entry.id) != nil {
      head.append("登记册：\(entry.title.zh)（\(entry.author)）待另一人批准")
    }
    return (head, json)
  }

  /// A note by another officer beside it: whether it is done, asked about or refused; it never names what does not count.
  private static func act(_ office: ForgedOffice, _ store: Store, _ key: CaseKey) throws -> String {
    do {
      let event = try store.perform(
        Action(.note, ["text": "看过"]), in: key.path, by: office.key("rolf"), today: ForgedOffice.today,
        at: Workplace.start)
      let valid = Set(
        try #require(try store.caseFile(key, today: ForgedOffice.today)).history.entries.filter(\.verdict.isValid)
          .map(\.id))
      #expect(valid.isSuperset(of: event.parents + [event.id]))
      return "照常办理"
    } catch Refusal.unmet(let unmet) {
      return plain(unmet.map { ($0.isQuestion ? "先问：" : "不办：") + $0.message.zh }.joined(separator: "；"))
    } catch Refusal.store(let error) { return plain("不办：" + error.message.zh) }
  }
}
