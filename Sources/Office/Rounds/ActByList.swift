package import Casework
internal import StrictJSON

/// An act that goes by a list of the round 名单: entering a notice, forwarding, recognising. The list is written first,
/// then each case's event names it.
package struct ActByList: Sendable {
  /// The case's act, and what was stated for all cases alike.
  package let action: Action
  /// The round's act that names the list.
  package let list: ActName
  /// The field of the case's event that names the list; `nil` where its document does.
  private let field: String?

  /// `nil` for an act that goes by no list, and for one that names its list already.
  package init?(_ action: Action) {
    switch action.name {
    case .enterNotice where action.fields["notice"] == nil: (list, field) = (.notice, "notice")
    case .forward where action.fields["list"] == nil: (list, field) = (.forwardList, "list")
    case .decide where action.fields["outcome"]?.string == "recognise": (list, field) = (.announce, nil)
    default: return nil
    }
    self.action = action
  }

  /// What is said of each case, once the list is there.
  package func entry(in list: String) -> Action {
    var entry = action
    if let field { entry.state(field, .string(list)) }
    return entry
  }
}
