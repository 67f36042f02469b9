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
      var request = ActRequest("registry", kind, fields)
      if kind == "settings" {
        let file = try stored { () throws(StoreError) in try contents(fields["path"]?.string ?? "") }
        request.files = [Store.hash(of: file): file]
      }
      try acts.perform(request, by: officer)
    } catch {
      post(.told(toast(error)))
      return false
    }
    post(.told(Self.recorded(kind)))
    return true
  }

  /// Settings come as a file that the officer names.
  private func contents(_ path: String) throws(StoreError) -> [UInt8] {
    do throws(Complaint) {
      // The console's own input is no file.
      guard path != "-" else { throw Complaint(.badInput, say("请给出文件名", "name a file")) }
      return try InputFile.contents(path)
    } catch { throw StoreError(.badInput, path, Phrase(error.sentence, error.sentence)) }
  }
}
