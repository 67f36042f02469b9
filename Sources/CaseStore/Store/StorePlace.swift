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

  /// Whether nothing was opened there before.
  var isNew: Bool { (try? own.kept(name, limit: 256)) == .some(nil) }

  /// Remembers the store, where none was opened there before.
  /// - Returns: what to say where another was, or where nobody can tell; what is remembered stays then.
  func visit(_ id: String, at path: String) -> StoreError? {
    let file = "\(own.path)/\(name)"
    do throws(StoreError) {
      guard let bytes = try own.kept(name, limit: 256) else {
        try? own.keep(Array(id.utf8), name)
        return nil
      }
      guard String(decoding: bytes, as: UTF8.self) != id else { return nil }
    } catch {
      return StoreError(
        .denied, path,
        Phrase(
          "上次在\(path)打开的是哪个库，记录读不出（\(error.message.zh)），只能查看；确认是本库后移走 \(file) 再打开",
          "Which store was last opened at \(path) cannot be read (\(error.message.en)), and it opens read-only; if this is the one, move \(file) away and open it again"
        ))
    }
    return StoreError(
      .denied, path,
      Phrase(
        "\(path)不是上次在这里打开的库（现为 \(id.prefix(12))），只能查看；确认无误后删除 \(file) 再打开",
        "\(path) is not the store that was last opened here (it is \(id.prefix(12)) now) and opens read-only; if that is right, delete \(file) and open it again"
      ))
  }

  /// The store was founded here.
  func settle(_ id: String) { try? own.keep(Array(id.utf8), name) }
}
