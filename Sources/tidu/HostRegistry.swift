internal import CaseStore
internal import Casework
internal import Console
internal import ScoringCore
internal import StrictJSON

/// The acts of the registry, as the console asks for them.
extension HostActs {
  /// Does one; true when it was done.
  func performRegistry(_ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) -> Bool {
    do throws(Refusal) {
      let officer = try stored { () throws(StoreError) in try own() }
      try acts.perform(try named("registry", kind, fields), by: officer)
    } catch {
      post(.told(toast(error)))
      return false
    }
    post(.told(Self.recorded(kind)))
    return true
  }
}
