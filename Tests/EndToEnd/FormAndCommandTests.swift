import Foundation
import Samples
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Casework
@testable import Console
@testable import Office
@testable import tidu

/// Whatever both a form of the console and `tidu act` offer gives the same event body and the same refusals.
///
/// Goes over the table of acts: an act or field that is added is tested by being there.
@Suite struct FormAndCommandTests {
  static let today = Day(year: 2026, month: 4, day: 15) ?? Day(number: 0)
  private static let hash = String(repeating: "a", count: 64)

  /// A way in which the console asks for an act: what the cursor states, and what is asked for beside it.
  struct Question: Sendable, CustomTestStringConvertible {
    var act: ActName
    var subject: JSONValue = [:]
    var asks: [String]?
    var testDescription: String { "\(act.rawValue) \(asks ?? [])" }
  }

  /// Acts of which the cursor states a part.
  private static let pointed: [Question] = [
    Question(
      act: .verify,
      subject: ["path": "facts.revenue.2025", "how": "read", "source": ["material": .string(hash)]],
      asks: ["value", "page"]),
    Question(act: .check, subject: ["item": "commitment", "state": "defective"], asks: ["defects", "text"]),
    Question(act: .check, subject: ["item": "commitment", "state": "notRequired"], asks: ["reason"]),
    Question(act: .finding, subject: ["visit": .string(hash), "item": "facts.revenue.2025"]),
    Question(act: .settle, subject: ["question": "stage"], asks: ["keep", "reason"]),
    Question(act: .answer, subject: ["of": .string(hash)]), Question(act: .redact, subject: ["of": .string(hash)]),
    Question(act: .investigate, subject: ["of": .string(hash)]),
    Question(act: .notifyOutcome, subject: ["of": .string(hash)]),
    Question(act: .acknowledge, subject: ["of": .string(hash)]),
    Question(act: .plan, subject: ["visit": .string(hash)]),
    Question(act: .closeVisit, subject: ["visit": .string(hash)]),
    Question(act: .approve, subject: ["of": .string(hash)]),
    Question(act: .sign, subject: ["of": .string(hash)]), Question(act: .challenge, subject: ["of": .string(hash)]),
    Question(act: .coSignVisit, subject: ["of": .string(hash)]),
    Question(act: .view, subject: ["sealed": .string(hash)]),
  ]

  static let questions: [Question] =
    pointed
    + ActTable.all.filter { act in act.offer != nil && !pointed.contains { $0.act == act.name } }
    .map { Question(act: $0.name) }

  // MARK: the place

  private static let application = SampleApplications(seed: 7, count: 1, authorities: ["370000"]).first

  private func place(_ act: any Act) throws -> Situation {
    let registry = Registry([], store: "")
    switch act.place {
    case .registry: return registry.situation(of: "rita", today: Self.today)
    case .titles:
      return Situation(
        .folder(History(folder: "titles/370000/x", [], registry: registry), registry), officer: "rita",
        today: Self.today)
    case .cases, .rounds:
      let application = try #require(Self.application)
      let file = try #require(
        CaseFile(
          key: CaseKey(authority: application.authority, batch: application.batch, id: application.id),
          revisions: [.init(number: 1, sha: Self.hash, application: application)], events: [], registry: registry,
          settings: OfficeSettings()))
      return file.situation(of: "rita", today: Self.today)
    }
  }

  // MARK: answering

  private func form(_ question: Question, _ place: Situation) -> Dialog {
    ActForm(question.act, subject: question.subject, asks: question.asks, in: place, today: Self.today).dialog { form in
      // What only the screen knows to offer.
      for field in form.fields where field.isList && field.options.isEmpty {
        let code = question.act.act.field(field.id)?.type == .int ? "2025" : Self.hash
        let other = code == "2025" ? "2026" : String(repeating: "b", count: 64)
        form.offer(field.id, [Form.Option(code, Phrase("一", "one")), Form.Option(other, Phrase("二", "two"))])
      }
      for field in form.fields { fill(field, question.act, in: &form) }
    }
  }

  private func fill(_ field: Form.Field, _ act: ActName, in form: inout Form) {
    switch field.kind {
    case .one: form.choose(field.id, field.options.last?.code ?? "")
    case .many: form.choose(field.id, all: Array(field.options.map(\.code).suffix(2)))
    case .day: form.set(field.id, Self.today.description)
    case .whole(let range): form.set(field.id, "\(range.lowerBound + 1)")
    default:
      form.set(field.id, Self.texts[field.id] ?? Self.text(act.act.field(field.id)?.entry))
    }
  }

  /// The request that the form makes, with its files as the console takes them.
  private func asked(_ dialog: Dialog, _ folder: String) throws -> ActRequest {
    let answer = Dialog.Answer(id: dialog.id, form: dialog.form, about: dialog.about)
    let intent = try #require(ActForm.intent(answer))
    var request = ActRequest(folder, intent.action)
    for (field, path) in intent.files {
      let bytes = Array(try Data(contentsOf: URL(filePath: Self.root + path)))
      request.files[Store.hash(of: bytes)] = bytes
      request.action.state(field, .string(Store.hash(of: bytes)))
    }
    return request
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").path + "/"

  /// The words of a command that says the same.
  private func words(_ dialog: Dialog, _ act: any Act) -> [String] {
    var words: [String] = []
    func flatten(_ value: JSONValue, _ name: String) {
      guard let members = value.members else { return words.append("\(name)=\(value.string ?? value.plain)") }
      for member in members { flatten(member.value, "\(name).\(member.key)") }
    }
    for member in dialog.about.members ?? [] { flatten(member.value, member.key) }
    for field in dialog.form.fields where !field.isEmpty {
      switch act.field(field.id)?.entry {
      case .file: words.append("\(field.id)=@\(Self.root)\(dialog.form.text(field.id))")
      case .words: words.append("\(field.id)=" + dialog.form.text(field.id).replacing("，", with: ","))
      default:
        words.append("\(field.id)=" + (field.isList ? field.codes.joined(separator: ",") : dialog.form.text(field.id)))
      }
    }
    return words
  }

  private func commanded(_ words: [String], _ act: any Act, _ folder: String) throws -> ActRequest {
    var reader = FieldWords(act)
    for word in words { try reader.read(word) }
    return ActRequest(folder, Action(act.name, reader.fields), files: reader.files)
  }

  private static let texts = ["authority": "370000", "creditCode": "91370100MA3TESTX0A", "request": request]
  private static let request = #"{"officer":"r-a","device":"pc","sign":"00","seal":"00","proof":"00"}"#

  private static func text(_ entry: Field.Entry?) -> String {
    switch entry {
    case .file: "Package.swift"
    case .value: "1,234.50"
    case .words: "370100，370200"
    default: "一句话"
    }
  }

  // MARK: the tests

  @Test(arguments: questions)
  func `The same body and the same refusals`(question: Question) throws {
    let act = question.act.act
    let place = try place(act)
    let dialog = form(question, place)
    let byForm = try asked(dialog, place.folder)
    let byCommand = try commanded(words(dialog, act), act, place.folder)
    let (one, other) = (place.prepare(byForm.action), place.prepare(byCommand.action))
    #expect(
      one.action.body(on: Self.today).canonicalBytes == other.action.body(on: Self.today).canonicalBytes,
      "\(one.action.fields) \(other.action.fields)")
    #expect(one.unmet == other.unmet)
    #expect(byForm.files == byCommand.files)
    // What was stated is what is written, and nothing that is stated is lost.
    for field in act.bodyFields where dialog.form.fields.contains(where: { $0.id == field.name && !$0.isEmpty }) {
      #expect(one.action.fields[field.name] != nil, "\(act.name) \(field.name)")
    }
  }

  @Test func `A word stated twice is refused, a list may grow`() throws {
    var reader = FieldWords(ActName.note.act)
    try reader.read("text=a")
    #expect(throws: CommandError.self) { try reader.read("text=b") }
    var list = FieldWords(ActName.return.act)
    for word in ["reasons=missing", "reasons=other"] { try list.read(word) }
    #expect(list.fields["reasons"]?.array?.count == 2)
  }

  @Test(arguments: [
    (ActName.return, ["reasons=missing", "text=x", "days=99999"], "days"),
    (.return, ["reasons=missing", "text=x", "days=0"], "days"), (.return, ["reasons=zzz", "text=x"], "reasons"),
    (.return, ["reasons=other", "text= "], "text"), (.note, ["text="], "text"), (.note, ["text=\u{3000} "], "text"),
    (.hold, ["reason="], "reason"), (.check, ["item=commitment", "state=defective", "defects=seal"], "defects"),
  ])
  func `What no form can state no command states`(act: ActName, words: [String], field: String) throws {
    let place = try place(act.act)
    let prepared = place.prepare(try commanded(words, act.act, place.folder).action)
    #expect(
      prepared.unmet.contains { $0.field == field || $0.about.contains(field) }, "\(prepared.unmet.map(\.message.zh))")
  }

  @Test(arguments: questions)
  func `What a form refuses a command refuses, field by field`(question: Question) throws {
    let act = question.act.act
    let place = try place(act)
    let whole = form(question, place)
    for index in whole.form.fields.indices {
      let id = whole.form.fields[index].id
      for spoiled in spoilings(whole, index) {
        var dialog = spoiled.dialog
        let isRefused = !dialog.form.validate()
        let atField = dialog.form.fields[index].error != nil
        // A field that was filled in before is left as it is by a command that does not name it.
        if spoiled.isEmptied, act.field(id)?.isWorkedOut == true { continue }
        let unmet: [UnmetRequirement]
        do {
          unmet = place.prepare(try commanded(words(dialog, act), act, place.folder).action).unmet
        } catch is CommandError {
          // A word that is no value of the field is refused before anything is looked at.
          #expect(isRefused, "\(act.name) \(id)")
          continue
        }
        guard isRefused, atField else { continue }
        #expect(
          unmet.contains { $0.field == id || $0.about.contains(id) }, "\(act.name) \(id): \(unmet.map(\.message.en))")
      }
    }
  }

  /// The form with one field emptied, or beyond its bounds.
  private func spoilings(_ whole: Dialog, _ index: Int) -> [(dialog: Dialog, isEmptied: Bool)] {
    let field = whole.form.fields[index]
    func with(_ text: String, codes: [String] = []) -> Dialog {
      var dialog = whole
      dialog.form.fields[index] = Form.Field(
        field.id, field.label, field.kind, required: field.isRequired, text: text, codes: codes)
      return dialog
    }
    var all = [(with(""), true)]
    switch field.kind {
    case .day: all += ["2020-01-01", "2030-01-01", "tomorrow"].map { (with($0), false) }
    case .whole(let range):
      all += ["\(range.lowerBound - 1)", "\(range.upperBound + 1)", "x"].map { (with($0), false) }
    case .text where field.id == "value": all.append((with("很多"), false))
    case .text where field.id == "creditCode": all.append((with("91"), false))
    case .text where field.id == "authority": all.append((with("37"), false))
    case .many(let options): all += options.map { (with("", codes: [$0.code]), false) }
    case .one(let options): all += options.map { (with("", codes: [$0.code]), false) }
    default: break
    }
    return all
  }

  @Test func `What only a form or only a command offers is listed with the reason`() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tables/only-by-command.csv")
    let listed = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", maxSplits: 1).map(String.init) }
    #expect(listed.allSatisfy { $0.count == 2 && !$0[1].isEmpty })
    var only: Set<String> = []
    for act in ActTable.all where act.name != .found && act.name != .receive {
      guard act.offer != nil else {
        only.insert(act.name.rawValue)
        continue
      }
      let own = Self.questions.filter { $0.act == act.name }
      for field in act.fields where field.isStated {
        let isAsked = own.contains { question in
          question.subject[field.name] != nil
            || question.asks?.contains(field.name)
              ?? (field.origin == .asked || field.origin == .made)
        }
        if !isAsked { only.insert("\(act.name.rawValue).\(field.name)") }
      }
    }
    #expect(only == Set(listed.map { $0[0] }), "\(only.symmetricDifference(listed.map { $0[0] }).sorted())")
  }
}
