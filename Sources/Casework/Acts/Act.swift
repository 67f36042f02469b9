package import ScoringCore
package import StrictJSON

/// What the program knows of one act of officers: the one place where it is written.
///
/// Everything that speaks of acts asks here: permission, forms, commands, timeline, queues, the guide; judging asks what
/// `JudgedAct` has. Most acts say what differs from the defaults and nothing else.
package protocol Act: JudgedAct {
  var wording: ActWording { get }
  /// The step that it belongs to where a province hands steps to its cities; `nil` for what is never handed down.
  var step: OfficeSettings.Step? { get }
  /// How the console offers it; `nil` where a command of its own or the program does it.
  var offer: ActOffer? { get }

  // MARK: doing, now

  /// What the fields lack taken by themselves, each with the field it is about: a form asks it before it closes.
  func faults(_ body: JSONValue) -> [UnmetRequirement]
  /// What asks whether an officer could begin it: by himself, where it matters for whom it is.
  func begun(by officer: String) -> Action
  /// What only the present can answer: settings, calendar, papers, the assessment. Without fields it asks only whether
  /// the act could be begun.
  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement]
  /// Fills in what the program knows; what the officer stated stays as it is.
  func complete(_ action: Action, in place: Situation) -> Action
  /// What a dialog of it shows its author: what of that changes before he is done is refused.
  func shown(_ action: Action, in place: Situation) -> [Shown]
  /// The letter that goes out with it, and the field that names it by its hash; `nil` for none.
  func letter(_ action: Action) -> ActLetter?
  /// Papers of the enterprise that it records something of: what lies in the store in their place is looked at first.
  func documents(_ action: Action, in place: Situation) -> [DeclaredFile]
  /// Acts that follow from it at once.
  func follow(_ event: Event, in place: Situation) -> [Action]

  // MARK: telling

  /// What was done, in a few words after the act's name; empty for nothing to add.
  func detail(_ event: Event, _ fold: Fold) -> Phrase
}

/// A letter that goes out with an act.
package struct ActLetter: Sendable, Hashable {
  package var code: LetterModel.Code
  /// Names it by its hash.
  package var field: String
  /// It tells of this very act, not of what is on file.
  package var isOfThis: Bool
}

/// What an act is called.
package struct ActWording: Sendable, Hashable {
  /// What happened, in timelines.
  package var done: Phrase
  /// What is offered, in two to four characters.
  package var verb: Phrase
  /// A sentence that says what it does.
  package var summary: Phrase

  init(done: (String, String), verb: (String, String)? = nil, _ zh: String = "", _ en: String = "") {
    self.done = Phrase(done.0, done.1)
    self.verb = verb.map { Phrase($0.0, $0.1) } ?? self.done
    summary = zh.isEmpty ? self.done : Phrase(zh, en)
  }
}

/// Where and how the console offers an act.
package struct ActOffer: Sendable, Hashable {
  package enum Pane: Sendable, Hashable {
    case anyTab, objections, letters, spotCheck, titles, title, officers, records
  }
  package var pane: Pane
  package var key: Unicode.Scalar?
  /// The footer names it.
  package var isInFooter: Bool
  /// Nothing takes it back.
  package var isFinal: Bool
  /// It means the same for many cases: offered for a selection.
  package var isForMany: Bool

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
  package var step: OfficeSettings.Step? { nil }
  package var offer: ActOffer? { nil }

  package func faults(_ body: JSONValue) -> [UnmetRequirement] { [] }
  package func begun(by officer: String) -> Action { Action(name) }
  package func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] { [] }
  package func complete(_ action: Action, in place: Situation) -> Action { action }
  package func shown(_ action: Action, in place: Situation) -> [Shown] {
    from == nil || traits.contains(.inContest) ? [] : [.answer(.stage)]
  }
  package func letter(_ action: Action) -> ActLetter? { nil }
  package func documents(_ action: Action, in place: Situation) -> [DeclaredFile] { [] }
  package func follow(_ event: Event, in place: Situation) -> [Action] { [] }
  package func detail(_ event: Event, _ fold: Fold) -> Phrase {
    Self.told(chosen(event) + [lodged(event, fold)], words(event))
  }
}

extension Act {
  /// What was chosen of each list of codes: what tells two events of it apart, before the officer's own words.
  func chosen(_ event: Event) -> [Phrase] {
    bodyFields.compactMap { field in
      guard case .one(.codes) = field.entry else { return nil }
      return event.body.text(field.name).map(CodedWords.word)
    }
  }

  /// Which objection, report or lead it is about, where there are several; empty elsewhere.
  func lodged(_ event: Event, _ fold: Fold) -> Phrase {
    guard fold.lodged.count > 1, let of = event.body.text("of"), let place = fold.lodged.firstIndex(of: of),
      let lodged = fold.event(of)
    else { return .same(nil) }
    let (arrived, number) = (lodged.body.text("arrived") ?? "", place + 1)
    return Phrase("第 \(number) 件（\(arrived) 收到）", "no. \(number) (arrived \(arrived))")
  }

  /// The officer's own words; empty where he wrote none.
  func words(_ event: Event) -> Phrase { .same(event.body.text("reason") ?? event.body.text("text")) }

  /// Parts of a line, those that say nothing left out.
  static func told(_ parts: [Phrase], _ last: Phrase...) -> Phrase {
    (parts + last).filter { !$0.zh.isEmpty }.joined("，", ", ")
  }
}

extension Act {
  /// Whether an officer may be offered it in a folder; receipt and founding have ways of their own.
  package func isOffered(in folder: String) -> Bool { isWritten(in: folder) && name != .receive && name != .found }

  /// A field of the body or of what it is made from; `on` is among them.
  package func field(_ name: String) -> Field? { (Field.common + fields).first { $0.name == name } }

  /// What the fields lack taken by themselves, their days against one another included: what a form asks before it closes.
  package func formFaults(_ stated: JSONValue) -> [UnmetRequirement] { faults(stated) + ActDays.disordered(stated) }

  /// What a body lacks or holds wrongly, each field by its label; empty when the body fits.
  func unmet(in body: JSONValue) -> [UnmetRequirement] {
    guard let fault = fault(in: body) else { return [] }
    let missing = bodyFields.filter { !$0.isOptional && body[$0.name] == nil }
    guard missing.isEmpty else { return missing.map { .missing($0) } }
    let name = String(fault.prefix { $0 != "." && $0 != "[" })
    return [field(name).map { .malformed($0, at: fault) } ?? .schema(fault)]
  }
}

extension ActName {
  /// What the program knows of it.
  package var act: any Act { ActTable[self] }

  /// What happened, in timelines.
  package var title: Phrase { act.wording.done }
  /// What is offered.
  package var verb: Phrase { act.wording.verb }
}

extension Action {
  /// The body of the event that the action writes.
  package func body(on day: Day) -> JSONValue {
    let inBody = Set(name.act.fields.filter { !$0.isInBody }.map(\.name))
    return .object(
      (fields.members ?? []).filter {
        ($0.key != "on" && $0.value != .null || $0.key == "value" || $0.key == "declared") && !inBody.contains($0.key)
      }
        + [.init("on", .string(day.description))])
  }
}
