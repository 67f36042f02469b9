import Glibc
import Testing

@testable import CaseStore

extension Workplace {
  /// Everything in a store, by path.
  static func contents(_ path: String) throws -> [String: [UInt8]] {
    let disk = try Disk(path: path)
    var found: [String: [UInt8]] = [:]
    func walk(_ folder: String) throws {
      for (name, kind) in try disk.entries(folder) where name != ".tidu" {
        let inner = folder.isEmpty ? name : "\(folder)/\(name)"
        if kind == .folder {
          try walk(inner)
        } else if kind == .file {
          found[inner] = try disk.read(inner, limit: 1 << 30)
        }
      }
    }
    try walk("")
    return found
  }

  /// Lays files into a folder as another program does.
  static func lay(_ files: [String: [UInt8]], in path: String, mode: UInt32 = 0o644, folders: UInt32 = 0o755) {
    for (name, bytes) in files {
      var folder = path
      mkdir(folder, folders)
      for part in name.split(separator: "/").dropLast() {
        folder += "/\(part)"
        if mkdir(folder, folders) == 0 { chmod(folder, folders) }
      }
      let file = Glibc.open("\(path)/\(name)", O_CREAT | O_TRUNC | O_WRONLY, mode)
      _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
    }
  }
}
