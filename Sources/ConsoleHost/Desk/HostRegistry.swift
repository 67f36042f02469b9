internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// The acts of the registry, as the console asks for them.
extension HostActs {
  /// Does one; true when it was done.
  func performRegistry(_ intent: ActIntent, _ post: (Message) -> Void) -> Bool {
    do throws(OfficeError) {
      tell(try write(try request("registry", intent)), post)
    } catch {
      post(.told(toast(error)))
      return false
    }
    return true
  }
}
