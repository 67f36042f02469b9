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
      if kind == "settings" {
        try propose(fields, by: officer)
      } else {
        _ = try store.perform(Action(kind, fields), in: "registry", by: officer, today: today, at: .now())
      }
    } catch {
      post(.told(toast(error)))
      return false
    }
    post(.told(Toast(.done, Phrase("已记录：", "Recorded: ") + ActionWords.kind(kind))))
    return true
  }

  /// Settings come as a file that the officer names.
  private func propose(_ fields: JSONValue, by officer: OfficerKey) throws(Refusal) {
    let path = fields["path"]?.string ?? ""
    let bytes = try stored { () throws(StoreError) in try contents(path) }
    guard let from = fields["from"]?.string.flatMap({ Day($0) }) else { return }
    _ = try store.propose(
      fields["what"]?.string ?? "", bytes, authority: fields["authority"]?.string ?? "", from: from, by: officer,
      today: today, at: .now())
  }

  private func contents(_ path: String) throws(StoreError) -> [UInt8] {
    do throws(Complaint) {
      // The console's own input is no file.
      guard path != "-" else { throw Complaint(.badInput, say("请给出文件名", "name a file")) }
      return try InputFile.contents(path)
    } catch { throw StoreError(.badInput, path, Phrase(error.sentence, error.sentence)) }
  }
}
