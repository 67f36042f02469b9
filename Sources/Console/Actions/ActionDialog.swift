import Casework
import ScoringCore
import StrictJSON

/// The dialog of an act, and what its answer says.
struct ActionDialog {
  static let prefix = "act."

  let kind: String
  let today: Day
  /// What the office counts days by.
  var settings = OfficeSettings()

  /// Asks for an act; `body` says what is known before it is done.
  func dialog(body: [Dialog.Line] = [], change: (inout Form) -> Void = { _ in }) -> Dialog {
    var form = Form(ActionFields.of(kind, today: today, settings), check: check)
    change(&form)
    return Dialog(
      id: Self.prefix + kind, title: ActionWords.kind(kind), body: body, form: form,
      confirm: ActionWords.kind(kind))
  }

  private static let noAuthority = Phrase("没有这个机关代码，如 370000", "there is no such authority, e.g. 370000")

  /// What concerns several fields.
  private var check: (@Sendable (Form) -> [String: Phrase])? {
    let kind = kind
    let say = Phrase("请写明", "say what it is")
    switch kind {
    case "return":
      return { $0.codes("reasons").contains("other") && $0.text("text").isEmpty ? ["text": say] : [:] }
    case "check":
      return { $0.codes("defects").contains("other") && $0.text("text").isEmpty ? ["text": say] : [:] }
    case "recommend", "decide":
      return { $0.code("outcome") == "refuse" && $0.text("text").isEmpty ? ["text": say] : [:] }
    case "lodge":
      return {
        $0.code("as") != "lead" && $0.text("identity").isEmpty
          ? ["identity": Phrase("匿名的请登记为线索", "without a name it is a lead")] : [:]
      }
    case "finding":
      return { $0.code("state") == "differs" && $0.text("value").isEmpty ? ["value": say] : [:] }
    case "change":
      return { form in
        guard let occurred = form.day("occurred"), let reported = form.day("reported"), reported < occurred else {
          return [:]
        }
        return ["reported": Phrase("报告不早于发生", "it cannot be reported before it happened")]
      }
    case "root":
      return { form in
        (form.whole("threshold") ?? 0) <= form.codes("supervisors").count
          ? [:] : ["threshold": Phrase("不能多于根主管人数", "no more than there are root supervisors")]
      }
    case "registerTitle":
      return { form in
        if Authorities.shared[form.text("authority")] == nil { return ["authority": Self.noAuthority] }
        guard let from = form.day("from"), let until = form.day("until"), until < from else { return [:] }
        return ["until": Phrase("不早于开始", "it cannot end before it begins")]
      }
    case "officer", "settings", "role":
      return { form in
        let code = form.text("authority")
        return Authorities.shared[code] != nil || (kind == "role" && code == "*")
          ? [:] : ["authority": Self.noAuthority]
      }
    case "key":
      return {
        KeyRequest($0.text("request")) == nil
          ? ["request": Phrase("不是 tidu keys make 打印的内容", "not what tidu keys make prints")] : [:]
      }
    case "plan":
      return {
        $0.codes("officers").count == 2
          ? [:] : ["officers": Phrase("要两名", "two are needed")]
      }
    default: return nil
    }
  }

  /// The body's fields that the officer filled in; the rest is worked out where the act is written.
  func fields(_ form: Form) -> JSONValue {
    var members: [JSONValue.Member] = []
    func put(_ name: String, _ value: JSONValue?) {
      if let value { members.append(.init(name, value)) }
    }
    func text(_ id: String) -> JSONValue? { form.text(id).isEmpty ? nil : .string(form.text(id)) }
    switch kind {
    case "return":
      put("reasons", reasons(form.codes("reasons"), form.text("text")))
      put("days", form.whole("days").map { .integer(Int64($0)) })
    case "check":
      put("defects", .array(form.codes("defects").map { defect($0, form.text("text")) }))
    case "recommend", "decide":
      put("outcome", form.code("outcome").map { .string($0) })
      let isRefusal = form.code("outcome") == "refuse"
      if isRefusal || kind == "recommend" {
        put("reasons", isRefusal ? reasons(["other"], form.text("text")) : .array([]))
      }
      if form.fields.contains(where: { $0.id == "accepted" }) {
        put("accepted", .array(form.codes("accepted").map { .string($0) }))
      }
      for id in ["justification", "document", "announced"] { put(id, text(id)) }
    case "answer":
      put("outcome", form.code("outcome").map { .string($0) })
      put("reasons", reasons(["other"], form.text("text")))
      put("measure", form.code("measure").map { .string($0) })
    case "plan":
      put("officers", .array(form.codes("officers").map { .string($0) }))
      put("day", text("day"))
    case "root":
      put("supervisors", .array(form.codes("supervisors").map { .string($0) }))
      put("threshold", form.whole("threshold").map { .integer(Int64($0)) })
    case "erase":
      put("files", .array(form.codes("files").map { .string($0) }))
      for id in ["ground", "of"] { put(id, form.code(id).map { .string($0) }) }
    case "settle":
      // Without an answer to keep, the question is open again.
      for id in ["question", "keep"] { put(id, form.code(id).flatMap { $0 == "none" ? nil : .string($0) }) }
      put("reason", text("reason"))
    case "role":
      for id in ["officer", "role"] { put(id, form.code(id).map { .string($0) }) }
      put("authority", text("authority"))
      let divisions = form.text("divisions").split(separator: " ").map { JSONValue.string(String($0)) }
      if !divisions.isEmpty { put("divisions", .array(divisions)) }
      let tiers = form.codes("tiers").map { JSONValue.string($0) }
      if !tiers.isEmpty, tiers.count < Tier.allCases.count { put("tiers", .array(tiers)) }
    default:
      for field in form.fields {
        // Numbers are numbers in an event, whether typed or chosen.
        if field.id == "year" || field.isWhole {
          put(field.id, Int64(field.codes.first ?? form.text(field.id)).map { .integer($0) })
          continue
        }
        if case .many = field.kind {
          put(field.id, .array(field.codes.map { .string($0) }))
          continue
        }
        put(field.id, field.isList ? field.codes.first.map { .string($0) } : text(field.id))
      }
    }
    return .object(members)
  }

  private func reasons(_ codes: [String], _ text: String) -> JSONValue {
    .array(
      codes.map { code in
        let sentence = DefectCode(rawValue: code)?.sentence.zh ?? ""
        let words = [sentence, text].filter { !$0.isEmpty }.joined(separator: " ")
        return .object([.init("code", .string(code)), .init("text", .string(words))])
      })
  }

  private func defect(_ code: String, _ text: String) -> JSONValue {
    var members: [JSONValue.Member] = [.init("code", .string(code))]
    if !text.isEmpty { members.append(.init("text", .string(text))) }
    return .object(members)
  }
}
