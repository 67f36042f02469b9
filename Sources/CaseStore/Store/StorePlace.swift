import Glibc
import ScoringCore

/// Which store this officer last opened at a path (Casework §9.3): where another lies there now, a folder was exchanged,
/// and nothing is signed in it before somebody has looked.
struct StorePlace {
  private let own: OfficerFolder
  private let name: String

  /// `nil` where there is no folder to remember it in.
  init?(_ path: String, environment: [String: String], _ files: any FileSystem) {
    guard let place = OfficerFolder.place(of: "places", environment: environment),
      let real = realpath(path, nil)
    else { return nil }
    defer { free(real) }
    guard let own = try? OfficerFolder(place, files: files) else { return nil }
    self.own = own
    name = String(Hexadecimal.sha256(Array(String(cString: real).utf8)).prefix(32))
  }

  /// Remembers the store, where none was opened there before.
  /// - Returns: what to say where another was; what is remembered stays then.
  func visit(_ id: String, at path: String) -> StoreError? {
    guard let bytes = try? own.disk.readIfPresent(name, limit: 256) else {
      try? own.write(Array(id.utf8), name: name)
      return nil
    }
    guard String(decoding: bytes, as: UTF8.self) != id else { return nil }
    let file = "\(own.path)/\(name)"
    return StoreError(
      .denied, path,
      Phrase(
        "\(path)不是上次在这里打开的库（现为 \(id.prefix(12))），只能查看；确认无误后删除 \(file) 再打开",
        "\(path) is not the store that was last opened here (it is \(id.prefix(12)) now) and opens read-only; if that is right, delete \(file) and open it again"
      ))
  }

  /// The store was founded here.
  func settle(_ id: String) { try? own.write(Array(id.utf8), name: name) }
}
