import Console
import Foundation
import Glibc
import ScoringCore
import Terminal
import Testing

@testable import ConsoleHost

/// The files of `themes/`, as the program reads them, and what is said of a wrong one.
@Suite struct ThemeFileTests {
  @Test func `Every theme in the binary can be read and tells the cursor's row from the others`() throws {
    let themes = HostSettings.embeddedThemes
    #expect(themes.keys.sorted() == ["dark", "high-contrast", "light", "monochrome"])
    for (name, text) in themes {
      let theme = try HostTheme(text, file: name).theme
      for depth in ColorDepth.allCases where depth != .none || name == "monochrome" {
        let styles = HostStyles(theme, depth)
        #expect(styles[.selection] != styles[.text], "\(name) \(depth)")
        #expect(styles[.fail] != styles[.text], "\(name) \(depth)")
      }
    }
  }

  @Test(arguments: [
    ("name: x\nroles:\n  fial: {bold: true}\n", 3, "fial"),
    ("name: x\nroles:\n  fail: {fg: [256, 9, 1]}\n", 3, "255"),
    ("name: x\nroles:\n  fail: {fg: red}\n", 3, "colour"),
    ("name: x\nroles:\n  fail: {bold: 7}\n", 3, "true"),
    ("name: x\ncolour: y\nroles: {}\n", 2, "colour"), ("- a\n", 1, "mapping"),
  ])
  func `A wrong theme file is refused with its line`(text: String, line: Int, word: String) {
    do {
      _ = try HostTheme(text, file: "mine.yaml")
      Issue.record("was taken")
    } catch {
      #expect(error.line == line)
      #expect(error.message.en.contains(word))
    }
  }

  @Test func `Settings follow the environment over the file and printError of what they cannot follow`() {
    let settings = HostSettings(["HOME": "/nonexistent", "TIDU_AMBIGUOUS": "wide", "TIDU_GLYPHS": "fancy"])
    #expect(settings.ambiguous == .wide)
    #expect(settings.lines == .line)
    #expect(settings.complaints.map(\.en) == ["TIDU_GLYPHS: glyphs cannot be “fancy”, only line, ascii"])
  }

  @Test(arguments: ["console.yaml", "themes/mine.yaml"])
  func `A file of one's own that cannot be had is named, and the console opens all the same`(name: String) throws {
    let home = NSTemporaryDirectory() + "tidu-own-\(UUID().uuidString)"
    let folder = home + "/tidu"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let damages: [(String) -> Bool] = [
      { mkdir($0, 0o755) == 0 }, { mkfifo($0, 0o644) == 0 }, { symlink("/dev/null", $0) == 0 },
      { FileManager.default.createFile(atPath: $0, contents: Data([0xFF, 0xFE, 0x0A])) },
      { FileManager.default.createFile(atPath: $0, contents: Data("theme: [\n".utf8)) },
    ]
    for damage in damages {
      try? FileManager.default.removeItem(atPath: home)
      try FileManager.default.createDirectory(atPath: folder + "/themes", withIntermediateDirectories: true)
      #expect(damage(folder + "/" + name))
      var settings = HostSettings([
        "HOME": home, "XDG_CONFIG_HOME": home, "TIDU_THEME": name == "console.yaml" ? "dark" : "mine",
      ])
      #expect(!settings.theme(for: .none).name.isEmpty)
      #expect(settings.complaints.contains { $0.zh.contains(name) }, "\(settings.complaints)")
    }
  }

  @Test func `A clock that is pretended never wakes anybody`() {
    let clock = HostClock(["TIDU_TODAY": "2026-11-23"], isTrial: true)
    #expect(clock.today.description == "2026-11-23")
    #expect(clock.untilTomorrow == nil)
    #expect((1...86_400_500).contains(HostClock([:], isTrial: true).untilTomorrow ?? 0))
  }

  @Test func `A day is pretended in a trial store alone, and said to be ignored elsewhere`() {
    let environment = ["TIDU_TODAY": "2026-11-23"]
    #expect(HostClock(environment, isTrial: true).note == nil)
    let clock = HostClock(environment, isTrial: false)
    #expect(clock.today == HostClock([:], isTrial: false).today && clock.today.description != "2026-11-23")
    #expect(clock.note?.zh.contains("TIDU_TODAY") == true && HostClock([:], isTrial: false).note == nil)
  }
}
