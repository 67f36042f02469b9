import Casework
import ScoringCore
import StrictJSON

/// The form of an act, made from its fields, and what its answers state.
struct ActForm {
  let act: any Act
  /// Fields that the place states: the paper, the fact or the visit under the cursor.
  var subject: JSONValue = [:]
  /// Only these are asked for; `nil` asks for every field that an officer states.
  var asks: [String]?
  /// Where it is done: what the program would fill in, and how days are counted; `nil` where many places are meant.
  var place: Situation?
  let today: Day

  init(_ name: ActName, subject: JSONValue = [:], asks: [String]? = nil, in place: Situation?, today: Day) {
    act = name.act
    self.subject = subject
    self.asks = asks
    self.place = place
    self.today = today
  }

  /// Asks for the act; `body` says what is known before it is done.
  func dialog(body: [Dialog.Line] = [], change: (inout Form) -> Void = { _ in }) -> Dialog {
    let (act, subject) = (act, subject)
    var form = Form(fields) { form in
      Self.errors(act.formFaults(Self.stated(form, act, subject).fields), in: form)
    }
    change(&form)
    var dialog = Dialog(
      id: Command.ID(act.name).rawValue, title: act.wording.verb, body: body, form: form, confirm: act.wording.verb)
    dialog.seen = place?.seen(place?.complete(Action(act.name, subject)) ?? Action(act.name, subject)) ?? []
    dialog.about = subject
    return dialog
  }

  /// What the answers state, with what the place stated when the dialog opened.
  /// - Parameter name: the act, where the dialog's id does not say it.
  static func intent(_ answer: Dialog.Answer, _ name: ActName? = nil) -> ActIntent? {
    guard let form = answer.form, let name = name ?? answer.act else { return nil }
    let stated = stated(form, name.act, answer.about)
    return ActIntent(Action(name, stated.fields), files: stated.files, seen: answer.seen)
  }

  // MARK: fields

  private var fields: [Form.Field] {
    let filled = place.map { $0.complete(Action(act.name, subject)).fields } ?? standards
    return act.fields.filter(isAsked).map { field in
      var asked = Form.Field(
        field.name, field.label, kind(field), required: isRequired(field, filled[field.name]),
        text: text(filled[field.name]), codes: codes(filled[field.name]), hint: field.hint)
      asked.leadsTo = leadsTo(field)
      asked.isSealed = field.entry == .sealed
      if field.entry == .value, let path = path { asked.reads = { FactEntry.understood($0, at: path) } }
      return asked
    }
  }

  /// The fact that a value of the act is of, where the place says it.
  private var path: FactPath? {
    (subject["path"]?.string ?? subject["item"]?.string).flatMap { FactPath($0) }
  }

  private func isAsked(_ field: Field) -> Bool {
    guard subject[field.name] == nil else { return false }
    return asks?.contains(field.name) ?? (field.origin == .asked || field.origin == .made)
  }

  /// What stands in fields whatever the place is.
  private var standards: JSONValue {
    .object(act.fields.compactMap { field in field.standard.map { .init(field.name, $0) } })
  }

  private func isRequired(_ field: Field, _ filled: JSONValue?) -> Bool {
    if asks != nil, field.origin == .asked {
      return !field.isOptional && field.standard == nil || act.faults(subject).contains { $0.field == field.name }
    }
    return !field.isOptional && (!field.isWorkedOut || filled.map { !Self.isEmpty($0) } ?? false)
  }

  private static func isEmpty(_ value: JSONValue) -> Bool { value == "" || value == [] || value == .null }

  private func kind(_ field: Field) -> Form.Kind {
    switch field.entry {
    case .text: .lines(limit: 4_000)
    // No event holds these: they are files.
    case .sealed, .kept: .lines(limit: 20_000)
    case .line, .file, .words: .text(limit: 4_000)
    case .value: .value(unit: path.map(FactEntry.unit) ?? Phrase("", ""))
    case .one(let choices): .one(options(choices))
    case .many(let choices): .many(options(choices))
    case .day(let earliest, let latest):
      .day(earliest: earliest == .today ? today : nil, latest: latest == .today ? today : nil, today: today)
    case .whole(let range): .whole(range)
    }
  }

  private func options(_ choices: Field.Choices) -> [Form.Option] {
    switch choices {
    case .codes(let codes): codes.map { Form.Option($0, CodedWords.word($0)) }
    case .defects: DefectCode.allCases.map { Form.Option($0.rawValue, $0.name) }
    case .tiers: Tier.allCases.map { Form.Option($0.rawValue, $0.name) }
    case .roles: OfficerRole.allCases.map { Form.Option($0.rawValue, $0.name) }
    // The screen that asks knows them.
    case .offered: []
    }
  }

  private func text(_ filled: JSONValue?) -> String {
    switch filled {
    case .string(let text): text
    case .integer(let number): String(number)
    default: ""
    }
  }

  private func codes(_ filled: JSONValue?) -> [String] {
    filled?.array.map { $0.compactMap(\.string) } ?? filled?.string.map { [$0] } ?? []
  }

  // MARK: answers

  private static func stated(
    _ form: Form, _ act: any Act, _ subject: JSONValue
  ) -> (fields: JSONValue, files: [String: String]) {
    var members = subject.members ?? []
    var files: [String: String] = [:]
    for asked in form.fields {
      guard let field = act.field(asked.id), !asked.isEmpty || field.isStatedEmpty else { continue }
      if field.entry == .file {
        files[field.name] = form.text(asked.id)
      } else {
        members.append(.init(field.name, value(asked, field)))
      }
    }
    return (.object(members), files)
  }

  private static func value(_ asked: Form.Field, _ field: Field) -> JSONValue {
    let text = asked.isList ? asked.codes.first ?? "" : asked.stated
    if case .many = asked.kind { return .array(asked.codes.map { .string($0) }) }
    switch field.type {
    case .int: return Int64(text).map { .integer($0) } ?? .string(text)
    case .bool: return .bool(text == "true")
    case .list where field.entry == .words:
      return .array(text.split { $0 == " " || $0 == "," || $0 == "，" }.map { .string(String($0)) })
    default: return .string(text)
    }
  }

  private static func errors(_ unmet: [UnmetRequirement], in form: Form) -> [String: Phrase] {
    var errors: [String: Phrase] = [:]
    for one in unmet {
      let known = one.field.flatMap { id in form.fields.first { $0.id == id }?.id }
      if let field = known ?? form.fields.first?.id { errors[field] = errors[field] ?? one.message }
    }
    return errors
  }
}

extension Field {
  /// A list of which nothing is chosen is stated all the same.
  fileprivate var isStatedEmpty: Bool { if case .many = entry { isWorkedOut } else { false } }
}
