package import ScoringCore
package import StrictJSON

/// A field of an act: what an event's body holds under its name, what officers call it, and how it is asked for.
///
/// Forms of the console, `tidu act` and its help, the timeline and the guide come out of it.
package struct Field: Sendable, Hashable {
  /// Whose it is to state.
  package enum Origin: Sendable, Hashable {
    /// The officer states it: a form asks for it.
    case asked
    /// The officer states it by the place he acts at: the paper, the fact or the visit under his cursor. A command names it.
    case pointed
    /// Only the program states it.
    case program
    /// It stands in no event: other fields are made from it.
    case made
  }

  /// In the event's body, and on the command line.
  package var name: String
  /// Names the field in forms, refusals and records.
  package var label: Phrase
  package var type: FieldType
  package var origin = Origin.asked
  /// It may be absent from the body.
  package var isOptional = false
  /// The program fills it in where the officer does not.
  package var isWorkedOut = false
  /// What was filled in decides what becomes of the case: the answer to a command says it, a form shows it.
  package var decides = false
  /// Compared when two live answers are asked whether they agree († in the standard's table).
  package var agrees = false
  /// How a person states it.
  package var entry: Entry
  /// What stands where the officer states nothing.
  package var standard: JSONValue?
  /// Printed beside the field while it is edited.
  package var hint: Phrase?
  /// What the number counts.
  package var unit: Phrase?
  /// It holds ids of officers, which are read as their names.
  package var namesOfficers = false

  /// How a person states a field.
  package indirect enum Entry: Sendable, Hashable {
    /// A text of sentences and paragraphs.
    case text
    /// A few words on one line: a name, a number of a document.
    case line
    /// A text that is sealed to the objection officers and named by its hash.
    case sealed
    /// A text that is kept in the folder and named by its hash.
    case kept
    /// A file of this computer, kept in the folder and named by its hash.
    case file
    case one(Choices)
    case many(Choices)
    /// A civil day in the bounds given.
    case day(earliest: Bound?, latest: Bound?)
    case whole(ClosedRange<Int>)
    /// Words with a space or comma between them.
    case words
    /// A value of the fact that the act names.
    case value
  }

  /// A bound of a day.
  package enum Bound: Sendable, Hashable { case today }

  /// What can be chosen.
  package enum Choices: Sendable, Hashable {
    case codes([String])
    case defects, tiers, roles
    /// What the place offers now.
    case offered(Offered)
  }

  /// Choices that only the place where one acts knows.
  package enum Offered: Sendable, Hashable {
    case conditions, contests, answers, undoable, ratifications, erasures, erasable, visitors, unsettledFacts, drafts
    case updateYears, officers, supervisors, ends, visitItems
  }

  /// Whether a form or a command may state it.
  package var isStated: Bool { origin != .program }

  /// Whether a person writes it in his own words.
  var isWritten: Bool { type == .text || entry == .sealed || entry == .kept }

  /// On which side of today a day of it may lie.
  package var side: StatedDay.Side {
    switch entry {
    case .day(_, .today): .past
    case .day(.today, _): .future
    default: .either
    }
  }

  /// Whether it stands in the event.
  package var isInBody: Bool { origin != .made }
}

extension Field {
  init(_ name: String, _ label: Phrase, _ type: FieldType, _ entry: Entry) {
    self.name = name
    self.label = label
    self.type = type
    self.entry = entry
  }

  /// The civil day of the act, which every body has.
  package static let on: Field = .day("on", "日期", "Day", to: .today).workedOut

  /// What of the folder could not be read when its author acted all the same; every body may have it.
  package static let unread: Field = Field(
    "unread", Phrase("未能读取", "Could not be read"), .list(.text), .words
  ).program.optional

  /// What every body has or may have.
  static let common: [Field] = [.on, .unread]

  // MARK: what it holds

  static func text(_ name: String, _ zh: String, _ en: String) -> Field {
    Field(name, Phrase(zh, en), .text, .text)
  }

  static func line(_ name: String, _ zh: String, _ en: String) -> Field {
    Field(name, Phrase(zh, en), .text, .line)
  }

  /// One of these codes and nothing else.
  static func one(_ name: String, _ zh: String, _ en: String, _ codes: String) -> Field {
    let codes = codes.split(separator: " ").map(String.init)
    return Field(name, Phrase(zh, en), .word(codes), .one(.codes(codes)))
  }

  /// A code; these are offered, and other programs may know more.
  static func code(_ name: String, _ zh: String, _ en: String, _ codes: String) -> Field {
    Field(
      name, Phrase(zh, en), .word([]), .one(.codes(codes.split(separator: " ").map(String.init))))
  }

  static func word(_ name: String, _ zh: String, _ en: String, _ choices: Offered? = nil) -> Field {
    Field(name, Phrase(zh, en), .word([]), choices.map { .one(.offered($0)) } ?? .line)
  }

  static func words(_ name: String, _ zh: String, _ en: String, _ choices: Offered? = nil) -> Field {
    Field(name, Phrase(zh, en), .list(.word([])), choices.map { .many(.offered($0)) } ?? .words)
  }

  /// The id of an officer.
  static func officer(_ name: String, _ zh: String, _ en: String, _ choices: Offered? = nil) -> Field {
    var field = word(name, zh, en, choices)
    field.namesOfficers = true
    return field
  }

  static func officers(_ name: String, _ zh: String, _ en: String, _ choices: Offered? = nil) -> Field {
    var field = words(name, zh, en, choices)
    field.namesOfficers = true
    return field
  }

  static func tier(_ name: String, _ zh: String, _ en: String) -> Field {
    Field(name, Phrase(zh, en), .word(FieldType.tiers), .one(.tiers))
  }

  static func tiers(_ name: String, _ zh: String, _ en: String) -> Field {
    Field(name, Phrase(zh, en), .list(.word(FieldType.tiers)), .many(.tiers))
  }

  static func day(
    _ name: String, _ zh: String, _ en: String, from earliest: Bound? = nil, to latest: Bound? = nil
  ) -> Field {
    Field(name, Phrase(zh, en), .day, .day(earliest: earliest, latest: latest))
  }

  static func whole(_ name: String, _ zh: String, _ en: String, _ range: ClosedRange<Int> = 0...1_000_000) -> Field {
    Field(name, Phrase(zh, en), .int, .whole(range))
  }

  static func flag(_ name: String, _ zh: String, _ en: String) -> Field {
    Field(name, Phrase(zh, en), .bool, .one(.codes(["true", "false"])))
  }

  /// A file or document by its hash.
  static func sha(_ name: String, _ zh: String, _ en: String, _ entry: Entry = .file) -> Field {
    Field(name, Phrase(zh, en), .sha, entry)
  }

  /// An event, by its id.
  static func id(_ name: String, _ zh: String, _ en: String, _ choices: Offered? = nil) -> Field {
    Field(name, Phrase(zh, en), .id, choices.map { .one(.offered($0)) } ?? .line)
  }

  static func value(_ name: String, _ zh: String, _ en: String) -> Field {
    Field(name, Phrase(zh, en), .value, .value)
  }

  static func decimal(_ name: String, _ zh: String, _ en: String) -> Field {
    Field(name, Phrase(zh, en), .dec, .line)
  }

  static func list(_ name: String, _ zh: String, _ en: String, _ entry: Entry = .line, of fields: [Field]) -> Field {
    Field(name, Phrase(zh, en), .list(.object(fields)), entry)
  }

  static func object(_ name: String, _ zh: String, _ en: String, _ fields: [Field]) -> Field {
    Field(name, Phrase(zh, en), .object(fields), .line)
  }

  // MARK: what is said of it

  var optional: Field { with { $0.isOptional = true } }
  var workedOut: Field { with { $0.isWorkedOut = true } }
  var compared: Field { with { $0.agrees = true } }
  var deciding: Field { with { $0.decides = true } }
  var pointed: Field { with { $0.origin = .pointed } }
  var program: Field { with { $0.origin = .program } }
  var made: Field { with { $0.origin = .made } }

  /// Filled in with this where the officer states nothing.
  func usually(_ value: JSONValue) -> Field {
    with {
      $0.standard = value
      $0.isWorkedOut = true
    }
  }

  func hint(_ zh: String, _ en: String) -> Field { with { $0.hint = Phrase(zh, en) } }

  func among(_ choices: Offered) -> Field {
    with { if case .list = type { $0.entry = .many(.offered(choices)) } else { $0.entry = .one(.offered(choices)) } }
  }

  private func with(_ change: (inout Field) -> Void) -> Field {
    var field = self
    change(&field)
    return field
  }
}

extension FieldType {
  static let tiers = Tier.allCases.map(\.rawValue)
  static let roles = OfficerRole.allCases.map(\.rawValue)
}
