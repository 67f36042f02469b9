import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// Bodies and files that forgeries are made of.
extension ForgedOffice {
  static let recommend: JSONValue = [
    "outcome": "pass",
    "assessment": [
      "digest": .string(ones), "edition": "2022-63", "core": "1.0.0", "outcome": "meets", "least": "71", "most": "71",
    ], "accepted": [], "settings": .string(ones), "reasons": [],
  ]

  func sign(_ id: String, _ next: String) throws -> JSONValue {
    ["of": .string(try mark("recommend \(id)")), "settings": .string(Self.ones), "next": .string(next)]
  }

  static func notice(first: String = "2026-01-01", last: String) -> JSONValue {
    [
      "notice": .string(ones), "first": .string(first), "last": .string(last), "length": 5, "kind": "working",
      "firstCounted": true, "calendar": .string(ones), "settings": .string(ones),
    ]
  }

  // MARK: files

  static func copy(_ from: String, to: String) throws {
    var status = stat()
    try #require(lstat(from, &status) == 0)
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let bytes = try Disk(path: split(from).folder).read(split(from).name, limit: 1 << 30)
      let file = Glibc.open(to, O_CREAT | O_EXCL | O_WRONLY, status.st_mode & 0o777)
      try #require(file >= 0)
      _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
      return
    }
    mkdir(to, status.st_mode & 0o777)
    for name in try Disk(path: from).names("") { try copy(from + "/" + name, to: to + "/" + name) }
  }

  /// The name of the file of an event in a folder.
  func file(_ id: String, in folder: String) throws -> String {
    try #require(try store.disk.names(folder).first { $0.contains(id.prefix(16)) })
  }

  func full(_ path: String) -> String { place.storePath + "/" + path }

  /// Other bytes under a name that is there.
  func exchange(_ path: String, _ change: ([UInt8]) -> [UInt8]) throws {
    let bytes = try place.read("store/" + path)
    unlink(full(path))
    place.write(change(bytes), to: "store/" + path)
  }
}
