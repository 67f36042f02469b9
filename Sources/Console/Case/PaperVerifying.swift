import Casework
import ScoringCore
import StrictJSON

/// Verifying a fact by a paper: the same question and the same event from the checklist and from the open paper.
extension PaperRow {
  /// Id of the dialog.
  static let verifying = "materials.verify"

  /// The fact that comes next: the one chosen, else the first that is not verified.
  func next(_ chosen: Int?) -> Int? {
    if let chosen, proves.indices.contains(chosen) { return chosen }
    return proves.firstIndex { $0.verified == nil } ?? (proves.isEmpty ? nil : 0)
  }

  /// Why a fact of this paper cannot be verified.
  func mayVerify(_ unmet: [Phrase]?) -> Availability {
    if proves.isEmpty { return .no(Phrase("这份材料不证明可核实的数据", "it proves no fact that can be verified")) }
    return .unmet(unmet)
  }

  /// Asks for the value read and its page.
  func verifyDialog(_ index: Int, _ context: Context) -> Dialog {
    let fact = proves[index]
    let fields = [
      Form.Field(
        "value", fact.name, .text(limit: 60),
        hint: Phrase("申报 \(fact.declared.zh)", "declared \(fact.declared.en)")),
      Form.Field("page", Phrase("页码", "Page"), .whole(1...(pages ?? 9_999)), required: false),
    ]
    let path = fact.path
    let check: @Sendable (Form) -> [String: Phrase] = { form in
      VerifiedValue.parse(form.text("value"), at: path) == nil
        ? ["value": Phrase("不是这一项的值", "not a value of this fact")] : [:]
    }
    return Dialog(
      id: Self.verifying, title: Phrase("核实", "Verify"), body: [.init(name(context.language), .heading)],
      form: Form(fields, check: check), confirm: Phrase("核实", "Verify"))
  }

  /// What the event says; `nil` for what is no value of the fact.
  func verification(_ index: Int, _ form: Form) -> JSONValue? {
    guard let value = VerifiedValue.parse(form.text("value"), at: proves[index].path) else { return nil }
    var members: [JSONValue.Member] = [
      .init("path", .string(proves[index].path)), .init("how", .string("read")), .init("value", value),
    ]
    if let hash = sha256 {
      var source: [JSONValue.Member] = [.init("material", .string(hash))]
      if let page = form.whole("page") { source.append(.init("page", .integer(Int64(page)))) }
      members.append(.init("source", .object(source)))
    }
    return .object(members)
  }
}
