internal import CaseStore
internal import Casework
internal import Foundation

/// Two officers who act on one case without having seen each other, as on two computers that have not met: what one
/// wrote is put aside while the other acts.
struct DemoDispute {
  let store: Store

  /// Does the two acts so that neither has seen the other.
  func apart(_ key: CaseKey, _ one: () throws -> Void, _ other: () throws -> Void) throws {
    let folder = URL(fileURLWithPath: store.path).appendingPathComponent(key.path)
    let aside = FileManager.default.temporaryDirectory.appendingPathComponent("tidu-aside-\(UUID().uuidString)")
    let before = try names(folder)
    try one()
    let written = try names(folder).subtracting(before)
    do {
      try FileManager.default.createDirectory(at: aside, withIntermediateDirectories: false)
      try move(written, from: folder, to: aside)
      try other()
      try move(written, from: aside, to: folder)
      try FileManager.default.removeItem(at: aside)
    } catch let error as CocoaError {
      throw CommandError(.storeTrouble, error.localizedDescription)
    }
  }

  private func names(_ folder: URL) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  private func move(_ names: Set<String>, from: URL, to: URL) throws {
    for name in names {
      try FileManager.default.moveItem(at: from.appendingPathComponent(name), to: to.appendingPathComponent(name))
    }
  }
}
