internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// The acts of the registry, as the console asks for them.
extension HostActs {
  /// Does one; true when it was done.
  func performRegistry(_ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) -> Bool {
    do throws(OfficeError) {
      let officer = try own()
      try write(try named("registry", kind, fields), by: officer)
    } catch {
      post(.told(toast(error)))
      return false
    }
    post(.told(Self.recorded(kind)))
    return true
  }
}
