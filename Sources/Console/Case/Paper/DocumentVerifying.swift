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

  /// What a machine noticed of the facts at these paths.
  func noticed(of paths: [String], in place: Situation?, _ context: Context) -> [Dialog.Line] {
    (place?.file?.findings ?? []).filter { !$0.paths.filter(paths.contains).isEmpty }.map {
      Dialog.Line(context($0.message), .undetermined)
    }
  }

  /// Asks for the value read and its page.
  func verifyDialog(_ index: Int, in place: Situation?, _ context: Context) -> Dialog {
    let fact = proves[index]
    let pages = pages
    var subject: [JSONValue.Member] = [.init("path", .string(fact.path)), .init("how", "read")]
    if let hash = sha256 { subject.append(.init("source", ["material": .string(hash)])) }
    return ActForm(
      .verify, subject: .object(subject), asks: ["value", "page"], in: place, today: context.today
    ).dialog(body: [.init(name(context.language), .heading)] + noticed(of: [fact.path], in: place, context)) { form in
      for index in form.fields.indices {
        if form.fields[index].id == "value" {
          form.fields[index].label = fact.name
          form.fields[index].hint = Phrase("申报 \(fact.declared.zh)", "declared \(fact.declared.en)")
        } else {
          form.fields[index].kind = .whole(1...(pages ?? 9_999))
          form.fields[index].isRequired = false
        }
      }
    }
  }
}
