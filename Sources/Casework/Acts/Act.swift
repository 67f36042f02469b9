public import ScoringCore
public import StrictJSON

/// What the program knows of one act of officers: the one place where it is written.
///
/// Everything that speaks of acts asks here: permission, forms, commands, timeline, queues, the guide; judging asks what
/// `JudgedAct` has. Most acts say what differs from the defaults and nothing else.
public protocol Act: JudgedAct {
  var wording: ActWording { get }
  /// The step that it belongs to where a province hands steps to its cities; `nil` for what is never handed down.
  var step: OfficeSettings.Step? { get }
  /// How the console offers it; `nil` where a command of its own or the program does it.
  var offer: ActOffer? { get }

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
  public var step: OfficeSettings.Step? { nil }
  public var offer: ActOffer? { nil }

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
  /// Whether an officer may be offered it in a folder; receipt and founding have ways of their own.
  public func isOffered(in folder: String) -> Bool { isWritten(in: folder) && name != .receive && name != .found }

  /// A field of the body or of what it is made from; `on` is among them.
  public func field(_ name: String) -> Field? { ([.on] + fields).first { $0.name == name } }

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

extension Action {
  /// The body of the event that the action writes.
  public func body(on day: Day) -> JSONValue {
    let inBody = Set(name.act.fields.filter { !$0.isInBody }.map(\.name))
    return .object(
      (fields.members ?? []).filter {
        ($0.key != "on" && $0.value != .null || $0.key == "value" || $0.key == "declared") && !inBody.contains($0.key)
      }
        + [.init("on", .string(day.description))])
  }
}
