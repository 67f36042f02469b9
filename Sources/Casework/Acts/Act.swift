public import ScoringCore
public import StrictJSON

/// What the program knows of one act of officers: the one place where it is written.
///
/// Everything that speaks of acts asks here: judging, permission, forms, commands, timeline, queues, the guide.
/// Most acts say what differs from the defaults below and nothing else.
public protocol Act: Sendable {
  var name: ActName { get }
  var wording: ActWording { get }
  /// The sort of folder it is at home in.
  var place: ActPlace { get }
  /// Other sorts of folders that may hold it.
  var alsoIn: [ActPlace] { get }
  /// Roles of which one is needed; none where the act's own rule says who.
  var who: [OfficerRole] { get }
  /// From which states of a case it is permitted (Casework §5.2); `nil` asks for none.
  var from: Set<CaseState>? { get }
  /// The step that it belongs to where a province hands steps to its cities; `nil` for what is never handed down.
  var step: OfficeSettings.Step? { get }
  var traits: ActTraits { get }
  /// Without `on`, which every body has, in the order in which they are asked for.
  var fields: [Field] { get }
  /// How the console offers it; `nil` where a command of its own or the program does it.
  var offer: ActOffer? { get }

  // MARK: judging, by its own past and nothing else

  /// Roles that would do for this body.
  func roles(_ act: ActRequirements) -> [OfficerRole]
  /// What the act itself asks, besides role, state and contests.
  func requirements(_ act: ActRequirements) -> [Unmet]
  /// The question that officers answer anew with it without a supervisor; `nil` for none.
  func answersAnew(_ body: JSONValue) -> Question?
  /// What a valid event of it answers.
  func answers(_ event: Event, _ past: Fold) -> [Given]
  /// The authority that an act of the registry is about; empty for none.
  func authority(_ event: Event, _ past: Fold) -> String
  /// What an act of the registry gives.
  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold)

  // MARK: doing, now

  /// What the fields lack taken by themselves, each with the field it is about: a form asks it before it closes.
  func faults(_ body: JSONValue) -> [Unmet]
  /// What only the present can answer: settings, calendar, papers, the assessment. Without fields it asks only whether
  /// the act could be begun.
  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [Unmet]
  /// Fills in what the program knows; what the officer stated stays as it is.
  func complete(_ action: Action, in place: Situation) -> Action
  /// What a dialog of it shows its author: what of that changes before he is done is refused.
  func shown(_ action: Action, in place: Situation) -> [Shown]
  /// The letter that goes out with it, and the field that names it by its hash; `nil` for none.
  func letter(_ action: Action) -> ActLetter?
  /// Acts that follow from it at once.
  func follow(_ event: Event, in place: Situation) -> [Action]

  // MARK: telling

  /// What was done, in a few words after the act's name; empty for nothing to add.
  func detail(_ event: Event, _ fold: Fold) -> Phrase
}

/// An answer that an event gives, and the question it answers.
public typealias Given = (Question, Answer.Result)

/// A letter that goes out with an act.
public struct ActLetter: Sendable, Hashable {
  public var code: LetterModel.Code
  /// Names it by its hash.
  public var field: String
  /// It tells of this very act, not of what is on file.
  public var isOfThis: Bool
}

/// What an act is called.
public struct ActWording: Sendable, Hashable {
  /// What happened, in timelines.
  public var done: Phrase
  /// What is offered, in two to four characters.
  public var verb: Phrase
  /// A sentence that says what it does.
  public var summary: Phrase

  init(done: (String, String), verb: (String, String)? = nil, _ zh: String = "", _ en: String = "") {
    self.done = Phrase(done.0, done.1)
    self.verb = verb.map { Phrase($0.0, $0.1) } ?? self.done
    summary = zh.isEmpty ? self.done : Phrase(zh, en)
  }
}

/// A sort of folder that acts are written in.
public enum ActPlace: String, Sendable, Hashable, CaseIterable {
  case cases
  /// A case that gave a title, or a folder under `titles/`.
  case titles
  case rounds
  case registry

  /// The sort of a folder, by its path from the store's root.
  public init?(folder: String) { self.init(rawValue: String(folder.prefix { $0 != "/" })) }
}

public struct ActTraits: OptionSet, Sendable, Hashable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// It takes effect outside: an undo never answers it.
  public static let final = ActTraits(rawValue: 1)
  /// Done by a second person, who may not take the case.
  public static let second = ActTraits(rawValue: 2)
  /// Part of a review: who did it does not visit.
  public static let review = ActTraits(rawValue: 4)
  /// Only an officer of the whole authority does it.
  public static let whole = ActTraits(rawValue: 8)
  /// Permitted while the case is contested.
  public static let inContest = ActTraits(rawValue: 16)
  /// Refused while the recommendation is stale.
  public static let fresh = ActTraits(rawValue: 32)
  /// Asked about once more while something signed by a known key waits.
  public static let decisive = ActTraits(rawValue: 64)
  /// An everyday record that the timeline leaves out where only decisions are shown.
  public static let everyday = ActTraits(rawValue: 128)
  /// What is photographed is kept without what the camera wrote beside it.
  public static let photographs = ActTraits(rawValue: 256)
}

/// Where and how the console offers an act.
public struct ActOffer: Sendable, Hashable {
  public enum Pane: Sendable, Hashable { case anyTab, objections, letters, spotCheck, titles, title, officers, records }
  public var pane: Pane
  public var key: Unicode.Scalar?
  /// The footer names it.
  public var isInFooter: Bool
  /// Nothing takes it back.
  public var isFinal: Bool
  /// It means the same for many cases: offered for a selection.
  public var isForMany: Bool

  init(
    _ pane: Pane, _ key: Unicode.Scalar? = nil, footer: Bool = false, final: Bool = false, many: Bool = false
  ) {
    self.pane = pane
    self.key = key
    isInFooter = footer
    isFinal = final
    isForMany = many
  }
}

extension Act {
  public var place: ActPlace { .cases }
  public var alsoIn: [ActPlace] { [] }
  public var who: [OfficerRole] { [] }
  public var from: Set<CaseState>? { nil }
  public var step: OfficeSettings.Step? { nil }
  public var traits: ActTraits { [] }
  public var fields: [Field] { [] }
  public var offer: ActOffer? { nil }

  public func roles(_ act: ActRequirements) -> [OfficerRole] { who }
  public func requirements(_ act: ActRequirements) -> [Unmet] { [] }
  public func answersAnew(_ body: JSONValue) -> Question? { nil }
  public func answers(_ event: Event, _ past: Fold) -> [Given] { [] }
  public func authority(_ event: Event, _ past: Fold) -> String { "" }
  public func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {}
  public func faults(_ body: JSONValue) -> [Unmet] { [] }
  public func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [Unmet] { [] }
  public func complete(_ action: Action, in place: Situation) -> Action { action }
  public func shown(_ action: Action, in place: Situation) -> [Shown] {
    from == nil || traits.contains(.inContest) ? [] : [.answer(.stage)]
  }
  public func letter(_ action: Action) -> ActLetter? { nil }
  public func follow(_ event: Event, in place: Situation) -> [Action] { [] }
  public func detail(_ event: Event, _ fold: Fold) -> Phrase {
    .same(event.body.text("reason") ?? event.body.text("text"))
  }
}

extension Act {
  /// Whether a folder may hold it.
  public func isWritten(in folder: String) -> Bool {
    guard let sort = ActPlace(folder: folder) else { return false }
    return sort == place || alsoIn.contains(sort)
  }

  /// Whether an officer may be offered it in a folder; receipt and founding have ways of their own.
  public func isOffered(in folder: String) -> Bool { isWritten(in: folder) && name != .receive && name != .found }

  /// A field of the body or of what it is made from; `on` is among them.
  public func field(_ name: String) -> Field? { ([.on] + fields).first { $0.name == name } }

  /// Fields that stand in the body, without `on`.
  public var bodyFields: [Field] { fields.filter(\.isInBody) }

  /// The first fault of a body against the fields, as a path; `nil` when there is none.
  func fault(in body: JSONValue) -> String? { Field.fault(in: body, [.on] + bodyFields) }

  /// What a body lacks or holds wrongly, each field by its label; empty when the body fits.
  func unmet(in body: JSONValue) -> [Unmet] {
    guard let fault = fault(in: body) else { return [] }
    let missing = bodyFields.filter { !$0.isOptional && body[$0.name] == nil }
    guard missing.isEmpty else { return missing.map { .missing($0) } }
    let name = String(fault.prefix { $0 != "." && $0 != "[" })
    return [field(name).map { .malformed($0, at: fault) } ?? .schema(fault)]
  }
}

extension ActName {
  /// What the program knows of it.
  public var act: any Act { ActTable[self] }

  /// What happened, in timelines.
  public var title: Phrase { act.wording.done }
  /// What is offered.
  public var verb: Phrase { act.wording.verb }
}

extension Field {
  /// The civil day of the act, which every body has.
  public static let on: Field = .day("on", "日期", "Day", to: .today).workedOut
}

extension Phrase {
  /// The same text in both languages.
  static func same(_ text: String?) -> Phrase { Phrase(text ?? "", text ?? "") }
}
