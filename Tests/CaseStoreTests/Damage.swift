import Foundation
import Glibc
import Testing

@testable import CaseStore

/// A way in which a file is no longer what it was.
enum Damage: String, CaseIterable, Sendable {
  case flipped, cut, emptied, removed, exchanged, replaced, folder, link, pipe

  var zh: String {
    switch self {
    case .flipped: "改一个字节"
    case .cut: "截短"
    case .emptied: "清空"
    case .removed: "拿走"
    case .exchanged: "与同类文件互换"
    case .replaced: "换成别种文件"
    case .folder: "换成文件夹"
    case .link: "换成链接"
    case .pipe: "换成管道"
    }
  }

  /// Every place, or both ends.
  static let isWhole = ProcessInfo.processInfo.environment["DAMAGE"] == "all"

  /// Where in a file of that many bytes it is done; one 0 where that is all the same.
  func places(in count: Int) -> [Int] {
    switch self {
    case .flipped where count > 0:
      return Self.isWhole ? Array(0..<count) : Set([0, count - 1]).sorted()
    case .cut where count > 1:
      return Self.isWhole ? Array(1..<count).reversed() : count > 100 ? [count / 2] : [count - 1]
    case .flipped, .cut: return []
    default: return [0]
    }
  }

  /// Does it; `false` where it cannot be done to this file.
  func apply(to kind: DamagedKind, at place: Int, in scene: DamageScene) throws -> Bool {
    let path = scene.place.path + "/" + kind.path
    var status = stat()
    try #require(lstat(path, &status) == 0, "\(kind.path)")
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let mode = isFolder ? 0o644 : status.st_mode & 0o777
    guard !isFolder || [.removed, .replaced, .link, .pipe].contains(self) else { return false }
    let bytes = isFolder ? [] : try scene.place.read(kind.path)
    func put(_ bytes: [UInt8], _ path: String) {
      Workplace.remove(path)
      let file = open(path, O_CREAT | O_EXCL | O_WRONLY, mode)
      _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
    }
    switch self {
    case .flipped:
      var changed = bytes
      changed[place] ^= 1 << UInt8((place * 5 + 1) % 8)
      put(changed, path)
    case .cut: put(Array(bytes[..<place]), path)
    case .emptied: put([], path)
    case .removed: Workplace.remove(path)
    case .exchanged:
      guard let other = kind.other else { return false }
      let theirs = try scene.place.read(other)
      put(theirs, path)
      put(bytes, scene.place.path + "/" + other)
    case .replaced: put(Array("reviewDays: 7\n".utf8), path)
    case .folder, .link, .pipe:
      Workplace.remove(path)
      let made =
        self == .folder ? mkdir(path, 0o755) : self == .link ? symlink("/etc/hostname", path) : mkfifo(path, 0o644)
      try #require(made == 0)
    }
    return true
  }
}
