public import Casework
public import ScoringCore

/// What happened in a case and what may be done next: what the tabs beside the breakdown draw from.
public struct CaseRecord: Sendable, Hashable {
  public var state: CaseState
  public var assignee: String?
  public var papers: [PaperRow] = []
  public var objects: [LodgedObject] = []
  public var visits: [VisitRecord] = []
  /// Oldest first.
  public var timeline: [TimelineRow] = []
  public var letters: [LetterRecord] = []
  /// What the officer finds under the name of the case: what receipt flagged, days that count otherwise now, local facts
  /// set aside.
  public var remarks: [Phrase] = []
  public var recommendation: Proposal?
  /// For each kind of act what is not met for this officer today; nothing for an act that is permitted.
  public var unmet: [ActName: [Phrase]] = [:]
  /// Paths of facts that decide and are neither verified nor accepted, with their names.
  public var unsettled: [Form.Option] = []
  /// By kind of act, what is asked about once more before it is done.
  public var warnings: [ActName: [Phrase]] = [:]
  /// What a recommendation to pass still lacks.
  public var checks: [Phrase] = []
  /// What the office counts days by.
  public var settings = OfficeSettings()

  /// What acts can be about where there is a choice.
  public var choices = ActChoices()

  public init(state: CaseState) { self.state = state }

  /// Events of others since this officer last looked.
  public var news: Int { timeline.count(where: \.isNew) }

  /// Papers settled, of those on the list.
  public var count: (settled: Int, asked: Int) {
    (papers.filter { $0.state == .ok || $0.state == .notRequired }.count, papers.count)
  }
}

/// A paper of the checklist 佐证材料.
public struct PaperRow: Sendable, Hashable {
  public typealias State = Paper.State

  /// A fact it proves, as declared and as verified.
  public struct Fact: Sendable, Hashable {
    public var path: String
    public var name: Phrase
    public var declared: Phrase
    public var verified: Phrase?
    /// Where the verified value was read.
    public var source: Phrase?

    /// It was found otherwise than declared.
    var differs: Bool { verified.map { $0 != declared } ?? false }

    public init(path: String, name: Phrase, declared: Phrase, verified: Phrase? = nil, source: Phrase? = nil) {
      self.path = path
      self.name = name
      self.declared = declared
      self.verified = verified
      self.source = source
    }
  }

  public var item: MaterialItem
  public var year: Int?
  /// Relative path inside the case folder; `nil` where nothing was attached.
  public var file: String?
  public var sha256: String?
  public var pages: Int?
  /// Its place among the papers of its kind and year, from 1; `nil` where it is the only one.
  public var number: Int?
  /// Why it is asked for.
  public var why: Phrase
  public var state: State
  public var defects: [DefectCode]
  public var proves: [Fact]

  public init(
    item: MaterialItem, year: Int? = nil, file: String? = nil, sha256: String? = nil, pages: Int? = nil,
    why: Phrase, state: State = .open, defects: [DefectCode] = [], proves: [Fact] = []
  ) {
    self.item = item
    self.year = year
    self.file = file
    self.sha256 = sha256
    self.pages = pages
    self.why = why
    self.state = state
    self.defects = defects
    self.proves = proves
  }

  public var id: String { "\(item.rawValue):\(year.map(String.init) ?? ""):\(sha256 ?? "")" }

  public var name: Phrase {
    let dated = year.map { item.name.joined(Phrase(" \($0)", " \($0)")) } ?? item.name
    return number.map { dated.joined(Phrase(" #\($0)", " #\($0)")) } ?? dated
  }
}

/// An objection, report or lead 异议 · 举报 · 线索.
public struct LodgedObject: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable { case objection, report, lead }
  public var id: String
  public var kind: Kind
  public var arrived: Day
  /// What others read: the redacted copy, or that there is none yet.
  public var text: Phrase
  /// Hashes of the sealed text and identity.
  public var sealed: [String]
  /// What was opened of them; empty until then.
  public var opened: [String]
  /// Steps on file, oldest first.
  public var steps: [Phrase]
  /// `nil` while open.
  public var answer: Phrase?
  /// Working days since it was lodged.
  public var days: Int

  public init(
    id: String, kind: Kind, arrived: Day, text: Phrase, sealed: [String] = [], opened: [String] = [],
    steps: [Phrase] = [],
    answer: Phrase? = nil, days: Int = 0
  ) {
    self.id = id
    self.kind = kind
    self.arrived = arrived
    self.text = text
    self.sealed = sealed
    self.opened = opened
    self.steps = steps
    self.answer = answer
    self.days = days
  }
}

/// A visit of a spot check with the items of its list.
public struct VisitRecord: Sendable, Hashable {
  public enum Phase: Sendable, Hashable { case ordered, planned, closing, closed }
  public struct Item: Sendable, Hashable {
    public enum State: String, Sendable, Hashable { case open, asDeclared, differs, notSeen }
    /// Path of the fact, or the item's code.
    public var code: String
    public var name: Phrase
    public var declared: Phrase
    public var state: State
    public var found: Phrase?

    public init(code: String, name: Phrase, declared: Phrase, state: State = .open, found: Phrase? = nil) {
      self.code = code
      self.name = name
      self.declared = declared
      self.state = state
      self.found = found
    }
  }
  public var id: String
  public var phase: Phase
  public var ground: Phrase
  public var officers: [String]
  public var day: Day?
  public var items: [Item]
  /// Word of the result once closed.
  public var result: Phrase?

  public init(
    id: String, phase: Phase, ground: Phrase, officers: [String] = [], day: Day? = nil, items: [Item] = [],
    result: Phrase? = nil
  ) {
    self.id = id
    self.phase = phase
    self.ground = ground
    self.officers = officers
    self.day = day
    self.items = items
    self.result = result
  }
}

/// One event of the case in words.
public struct TimelineRow: Sendable, Hashable {
  public enum Standing: Sendable, Hashable { case valid, pending, rejected }
  public var id: String
  /// An everyday record, left out where only steps are shown.
  public var isEveryday: Bool
  public var on: Day?
  public var author: String
  /// The author's name in the registry; the id where it has none.
  public var name: String
  /// What was done.
  public var title: Phrase
  /// The same in one line with a few words more.
  public var text: Phrase
  /// False for an answer that a later one has replaced.
  public var isLive: Bool
  public var standing: Standing
  /// Why it is pending or rejected.
  public var reason: Phrase?
  /// Came after this officer last looked.
  public var isNew: Bool
  /// What a reader finds beside it.
  public var remarks: [Phrase] = []
  /// Every field with its name and value.
  public var record: [FieldText] = []

  public init(
    id: String, isEveryday: Bool = false, on: Day?, author: String, name: String? = nil, title: Phrase? = nil,
    text: Phrase, isLive: Bool = true, standing: Standing = .valid, reason: Phrase? = nil, isNew: Bool = false
  ) {
    self.id = id
    self.isEveryday = isEveryday
    self.on = on
    self.author = author
    self.name = name ?? author
    self.title = title ?? text
    self.text = text
    self.isLive = isLive
    self.standing = standing
    self.reason = reason
    self.isNew = isNew
  }
}

/// A letter on file or one that could be written.
public struct LetterRecord: Sendable, Hashable {
  public var code: String
  public var name: Phrase
  /// `nil` for a letter not yet written.
  public var on: Day?
  /// As it would be or was sent.
  public var text: String

  public init(code: String, name: Phrase, on: Day? = nil, text: String) {
    self.code = code
    self.name = name
    self.on = on
    self.text = text
  }
}

/// What a reviewer proposed.
public struct Proposal: Sendable, Hashable {
  public var isPass: Bool
  public var author: String
  public var on: Day?
  public var isStale: Bool
  /// What is unusual: against the computed outcome, facts accepted as declared, findings.
  public var notes: [Phrase]

  public init(isPass: Bool, author: String, on: Day?, isStale: Bool = false, notes: [Phrase] = []) {
    self.isPass = isPass
    self.author = author
    self.on = on
    self.isStale = isStale
    self.notes = notes
  }
}
