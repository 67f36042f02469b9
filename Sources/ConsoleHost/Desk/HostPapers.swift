internal import CaseStore
internal import Casework
internal import Console
internal import ScoringCore

/// Papers as text, for the console's pane.
extension HostActs {
  func readPaper(_ key: CaseKey, _ file: String, _ post: (Message) -> Void) {
    do throws(StoreError) {
      let text = try store.paperText(key, file)
      post(
        .paper(
          key, file: file,
          text.map { .text($0.text, sha256: $0.sha256) }
            ?? .unreadable(Phrase("这份材料不是文字文件。", "This document is not a text file."))))
    } catch {
      let missing = Phrase("这份材料的文件不在库里。", "The document's file is not in the store.")
      post(.paper(key, file: file, .unreadable(error.kind == .missing ? missing : error.message)))
    }
  }
}
