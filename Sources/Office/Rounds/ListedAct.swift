package import StrictJSON

/// An act that goes by a list of the round 名单: entering a notice, forwarding, recognising. The list is written first,
/// then each case's event names it.
package struct ListedAct: Sendable {
  /// Kind of the case's event.
  package let kind: String
  /// Kind of the round's event that names the list.
  package let list: String
  /// What was stated, for all cases alike.
  package let fields: JSONValue
  /// The field of the case's event that names the list; `nil` where its document does.
  private let field: String?

  /// `nil` for an act that goes by no list, and for one that names its list already.
  package init?(_ kind: String, _ fields: JSONValue) {
    switch kind {
    case "enterNotice" where fields["notice"] == nil: (list, field) = ("notice", "notice")
    case "forward" where fields["list"] == nil: (list, field) = ("forwardList", "list")
    case "decide" where fields["outcome"]?.string == "recognise": (list, field) = ("announce", nil)
    default: return nil
    }
    self.kind = kind
    self.fields = fields
  }

  /// What is said of each case, once the list is there.
  package func entry(in list: String) -> JSONValue {
    // What a notice is called belongs to its list.
    var members = (fields.members ?? []).filter { kind != "enterNotice" || $0.key != "document" }
    if let field { members.append(.init(field, .string(list))) }
    return .object(members)
  }
}
