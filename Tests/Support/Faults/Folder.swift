import Foundation
import Glibc

/// Folders of stores, copied by links: a file of a store is never changed in place, and its place on the disk is what an
/// index knows it by.
enum Folder {
  static func names(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func copy(_ from: String, to: String) {
    var status = stat()
    guard lstat(from, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      link(from, to)
      return
    }
    mkdir(to, 0o700)
    for name in names(from) { copy(from + "/" + name, to: to + "/" + name) }
    chmod(to, status.st_mode & 0o7777)
  }

  static func remove(_ path: String) {
    guard isFolder(path) else {
      unlink(path)
      return
    }
    for name in names(path) { remove(path + "/" + name) }
    rmdir(path)
  }

  /// Every file below a folder, by its path from there.
  static func files(_ folder: String, _ path: String = "") -> [String] {
    names(folder).flatMap { name -> [String] in
      let here = path.isEmpty ? name : path + "/" + name
      return isFolder(folder + "/" + name) ? files(folder + "/" + name, here) : [here]
    }
  }

  static func bytes(_ path: String) -> [UInt8] { FileManager.default.contents(atPath: path).map { Array($0) } ?? [] }
}
