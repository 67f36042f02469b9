import Casework
import ScoringCore
import StrictJSON

/// Verifying a fact by a paper: the same question and the same event from the checklist and from the open paper.
extension DocumentRow {
  /// The fact that comes next: the one chosen, else the first that is not verified.
  func next(_ chosen: Int?) -> Int? {
    if let chosen, proves.indices.contains(chosen) { return chosen }
    return proves.firstIndex { $0.verified == nil } ?? (proves.isEmpty ? nil : 0)
  }

  /// Why nothing can be recorded of it: what lies in the store is another paper.
  var replaced: Phrase? { onDisk == .other ? DocumentOnDisk.other.name : nil }

  /// Why a fact of this paper cannot be verified.
  func mayVerify(_ unmet: [Phrase]?) -> Availability {
    if proves.isEmpty { return .no(Phrase("这份材料不证明可核实的数据", "it proves no fact that can be verified")) }
    if let replaced { return .no(replaced) }
    return .unmet(unmet)
  }

  /// Asks for the value read and its page.
  func verifyDialog(_ index: Int, in place: Situation?, _ context: Context) -> Dialog {
    let fact = proves[index]
    let pages = pages
    var subject: [JSONValue.Member] = [.init("path", .string(fact.path)), .init("how", "read")]
    if let hash = sha256 { subject.append(.init("source", ["material": .string(hash)])) }
    return ActForm(
      .verify, subject: .object(subject), asks: ["value", "page"], in: place, today: context.today
    ).dialog(body: [.init(name(context.language), .heading)]) { form in
      form.fields = form.fields.map { field in
        field.id == "value"
          ? Form.Field(
            field.id, fact.name, .text(limit: 60),
            hint: Phrase("申报 \(fact.declared.zh)", "declared \(fact.declared.en)"))
          : Form.Field(field.id, field.label, .whole(1...(pages ?? 9_999)), required: false)
      }
    }
  }
}
