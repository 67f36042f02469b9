internal import CaseStore
internal import Casework
internal import Foundation

/// Two officers who act on one case without having seen each other, as on two computers that have not met: what one
/// wrote is put aside while the other acts, from an own folder that has never seen it.
struct DemoDispute {
  let store: Store

  /// Does the two acts so that neither has seen the other.
  func apart(_ key: CaseKey, _ one: () throws -> Void, _ other: (Store) throws -> Void) throws {
    let folder = URL(fileURLWithPath: store.path).appendingPathComponent(key.path)
    let aside = FileManager.default.temporaryDirectory.appendingPathComponent("tidu-aside-\(UUID().uuidString)")
    let before = try names(folder)
    try one()
    let written = try names(folder).subtracting(before)
    do {
      try FileManager.default.createDirectory(at: aside, withIntermediateDirectories: false)
      try move(written, from: folder, to: aside)
      try other(try secondComputer(in: aside.appendingPathComponent("own")))
      try move(written, from: aside, to: folder)
      try FileManager.default.removeItem(at: aside)
    } catch let error as CocoaError {
      throw CommandError(.storeTrouble, error.localizedDescription)
    }
  }

  /// The same store with the same keys, as seen by a computer that has looked at nothing yet.
  private func secondComputer(in home: URL) throws -> Store {
    let place = home.appendingPathComponent("tidu").appendingPathComponent(store.id)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place.path)
    for name in ["keys", "count"] {
      try FileManager.default.copyItem(
        at: URL(fileURLWithPath: store.own?.path ?? "").appendingPathComponent(name),
        to: place.appendingPathComponent(name))
    }
    var environment = StoreAccess.environment
    environment["XDG_DATA_HOME"] = home.path
    return try StoreAccess.withStore { () throws(StoreError) in
      try Store.open(store.path, environment: environment)
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
