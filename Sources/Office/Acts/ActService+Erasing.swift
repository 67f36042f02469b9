internal import CaseStore
package import Casework
package import ScoringCore
internal import StrictJSON

/// The files of an erasure: the events decide, the disk follows.
extension ActService {
  /// Deletes what two officers agreed to erase here and what still lies there, because a program was stopped between the
  /// event and the deletion.
  /// - Returns: what to say of it; `nil` where nothing was left to do.
  package func finishErasing(in place: Situation) -> Phrase? {
    erase(in: place) { count in
      Phrase(
        "此前同意删除而没有删完的 \(count) 个文件现已删除；\(Self.copies.zh)",
        "\(count) files whose erasing was agreed before and not finished are deleted now; \(Self.copies.en)")
    }
  }

  /// The deletion that an event on file calls for, and what to say of it; nothing for any other act.
  func erase(by event: Event, in place: Situation) -> Phrase? {
    guard event.act == .erase, event.body["of"] != nil else { return nil }
    let told = erase(in: place) { count in
      Phrase("已删除 \(count) 个文件；\(Self.copies.zh)", "\(count) files are deleted; \(Self.copies.en)")
    }
    return told
      ?? Phrase("这里已经没有这些文件；\(Self.copies.zh)", "none of the files is here any more; \(Self.copies.en)")
  }

  private func erase(in place: Situation, _ done: (Int) -> Phrase) -> Phrase? {
    let erased = place.erased
    guard !erased.isEmpty else { return nil }
    do throws(StoreError) {
      let count = try store.erase(erased, in: place.folder)
      return count == 0 ? nil : done(count)
    } catch {
      return Phrase(
        "同意删除的文件还没有删掉（\(error.message.zh)）；下次打开或办理本件时接着删",
        "the files whose erasing was agreed are not deleted yet (\(error.message.en)); it is gone on with when the case is next opened or acted on"
      )
    }
  }

  /// What no program can reach.
  private static let copies = Phrase(
    "副本和备份里原有的仍在，须另行处理", "copies and backups keep what they had and have to be seen to apart")
}
