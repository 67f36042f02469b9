import Casework
import ScoringCore
import StrictJSON

extension StoreVerifier {
  /// Sealed files: those that events name, and the rest of the folder.
  func checkSealed() {
    guard only == nil || !sealed.isEmpty, let folder = readSealed() else { return }
    for (sha, file) in sealed.sorted(by: { $0.key < $1.key }) where !erased.contains(sha) {
      if let name = folder.kept[sha] {
        checkRecipients(sha, folder, folder.file(name))
      } else if !folder.isBad(sha), !isPart {
        tell(.missingFile, file, "密封件 \(sha) 不在，也没有删除的记录", "The sealed file \(sha) is not here, and nobody erased it")
      }
    }
    for (sha, name) in folder.kept.sorted(by: { $0.key < $1.key }) {
      if erased.contains(sha) {
        tell(.notErased, folder.file(name), "已同意删除，文件还在", "Its erasure was agreed to, and it is still here")
      } else if only == nil, sealed[sha] == nil {
        isLeftover(folder.file(name))
      }
    }
    guard only == nil else { return }
    for name in folder.folders + folder.others { isStray(folder.file(name)) }
  }

  private func readSealed() -> CheckedFolder? {
    do throws(StoreError) {
      let folder = try CheckedFolder("sealed", disk)
      for finding in folder?.findings ?? [] { tell(finding) }
      if folder == nil { tellMissing() }
      return folder
    } catch {
      tell(StoreFinding(error, "sealed"))
      return nil
    }
  }

  private func tellMissing() {
    // A copy has those alone that its officers can open.
    guard !isPart else { return }
    for (sha, file) in sealed.sorted(by: { $0.key < $1.key }) where !erased.contains(sha) {
      tell(.missingFile, file, "密封件 \(sha) 不在，也没有删除的记录", "The sealed file \(sha) is not here, and nobody erased it")
    }
  }

  /// Keys that have ended since still open what was sealed to them.
  private func checkRecipients(_ sha: String, _ folder: CheckedFolder, _ path: String) {
    guard let bytes = bytes(of: sha, in: folder) else { return }
    let recipients = SealedFile.recipients(bytes)
    let inForce = Set(
      registry.entries.filter(\.verdict.isValid).compactMap { entry -> String? in
        let key = entry.event.act == .found ? entry.event.body["key"] : entry.event.act == .key ? entry.event.body : nil
        guard let sign = key?["sign"]?.string, registry.now.keys[sign] != nil else { return nil }
        return key?["seal"]?.string
      })
    let ended = recipients.filter { !inForce.contains($0) }
    guard !ended.isEmpty else { return }
    tell(
      .sealedToEndedKey, path, "封给的 \(recipients.count) 把密钥中有 \(ended.count) 把已经终止",
      "Of the \(recipients.count) keys it was sealed to, \(ended.count) have ended")
  }
}
