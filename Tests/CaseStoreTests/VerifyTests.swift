import Casework
import Foundation
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore

@Suite struct VerifyTests {
  /// What an office in order has all the same: nobody need do anything.
  private static let usual: Set<StoreFinding.Kind> = [.byOnePerson, .unhashedPaper]

  @Test func `a store in order asks nobody to do anything`() throws {
    let found = try VerifyScene().findings()
    #expect(Set(found.map(\.kind)) == Self.usual, "\(found)")
    #expect(found.allSatisfy { $0.need == .nobody && $0.file != nil })
  }

  @Test(arguments: StoreFinding.Kind.allCases.filter { ![.broughtBack, .disk].contains($0) })
  func `each kind is found where it is, in the whole store and in the case alone`(kind: StoreFinding.Kind) throws {
    let scene = try VerifyScene()
    let before = scene.findings().filter { $0.kind == kind }
    #expect(before.isEmpty != Self.usual.contains(kind))
    let file = try scene.spoil(kind)
    let found = scene.findings()
    let it = try #require(found.first { $0.kind == kind && $0.file == file }, "\(found)")
    #expect(it.need == kind.need && !it.message.zh.isEmpty && !it.message.en.isEmpty)
    #expect(it.effect == (file?.hasPrefix("registry") == true && kind.effect == .state ? .rights : kind.effect))
    // What spoils one thing is not told as much else.
    #expect(found.filter { $0.need != .nobody }.count <= 6, "\(found)")
    for key in [scene.case1, scene.case2] where file?.hasPrefix(key.path + "/") == true || file == key.path {
      #expect(scene.findings([key]).contains(it))
    }
  }

  @Test(arguments: [Errno.ioError, .staleNFSFileHandle, .tooManyOpenFiles, .permissionDenied])
  func `whichever read fails, the check says that it could not read`(error: Errno) throws {
    let scene = try VerifyScene()
    let tally = FaultTally("a read fails of a check")
    var call = 0
    while true {
      scene.files.arm(call, .fails(error))
      let found = scene.findings()
      guard scene.files.wasHit else { break }
      #expect(found.contains { $0.need == .reading }, "call \(call)")
      tally.tried()
      call += FaultTally.step(5)
    }
    #expect(call > 100)
  }

  @Test func `what lies about is counted once and asks for nothing`() throws {
    let scene = try VerifyScene()
    let places = [
      "cases", "cases/370000", "cases/370000/2025-1", scene.case1.path, "registry", "sealed", "settings", "",
    ]
    for place in places {
      for name in [".DS_Store", "desktop.ini"] {
        scene.write([1], to: place.isEmpty ? name : "\(place)/\(name)")
      }
      symlink("/nowhere", scene.path("\(place)/.link"))
      mkfifo(scene.path("\(place)/Thumbs.db"), 0o644)
    }
    let found = scene.findings()
    #expect(found.filter { $0.kind == .stray }.count == 1)
    #expect(Set(found.map(\.kind)) == Self.usual.union([.stray]), "\(found)")
    #expect(found.first { $0.kind == .stray }?.message.en.contains("\(places.count * 4)") == true)
  }

  @Test func `every kind has a code, a remedy and a line in the documentation`() throws {
    let url = URL(fileURLWithPath: #filePath).appending(path: "../../../Documentation/Standard/Casework.md")
    let page = try String(contentsOf: url.standardized, encoding: .utf8)
    for kind in StoreFinding.Kind.allCases {
      #expect(page.contains("| `\(kind.rawValue)` |"), "\(kind)")
      #expect(!kind.remedy.zh.isEmpty && !kind.remedy.en.isEmpty)
    }
  }
}
