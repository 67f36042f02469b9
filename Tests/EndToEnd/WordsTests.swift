import ArgumentParser
import Foundation
import Testing

@testable import tidu

/// Help and usage errors speak the language chosen, the parser's own fixed words included.
@Suite struct WordsTests {
  /// Every command, as one types it.
  static let commands: [[String]] = [[]] + paths(of: Tidu.self)

  private static func paths(of command: any ParsableCommand.Type) -> [[String]] {
    command.configuration.subcommands.flatMap { child -> [[String]] in
      let name = child.configuration.commandName ?? ""
      return [[name]] + paths(of: child).map { [name] + $0 }
    }
  }

  /// Arguments that are wrong, each in another way.
  static let mistakes: [[String]] = [
    ["nope"], ["nope", "x"], ["--nope"], ["check"], ["check", "--lan", "zh", "x"], ["check", "--format"],
    ["check", "--format", "xml", "x"], ["check", "--plain=1", "x"], ["check", "-x", "x"], ["check", "-", "-"],
    ["score"], ["score", "--as-of", "2025-02-30", "x"], ["explain"], ["explain", "a", "b"], ["compare"],
    ["compare", "a"], ["compare", "a", "--tier", "x"], ["compare", "a", "--edition", "2099-1"],
    ["queue", "--tab", "x"],
    ["queue"], ["show"], ["init"], ["init", "a", "b", "c"], ["import"], ["generate", "--count", "x"],
    ["generate", "--count=-1"], ["generate", "--seed", "-1"], ["generate", "--authority", "1"],
    ["demo", "--pace", "x"],
    ["demo", "--pace=5000"], ["keys", "nope"], ["keys", "list", "x"], ["rules", "a", "b"], ["-"], ["--store"],
    ["--generate-completion-script", "tcsh"], ["help", "nope", "--nope"],
  ]

  private static let home = NSTemporaryDirectory() + "tidu-words-\(ProcessInfo.processInfo.processIdentifier)"

  private func localized(_ arguments: [String], _ language: String) throws -> Command.Outcome {
    try FileManager.default.createDirectory(atPath: Self.home, withIntermediateDirectories: true)
    return try Command(arguments + ["--lang", language], home: Self.home).outcome()
  }

  /// Two English words in a row: apart from what is in quotes, brackets and angles, fields,
  /// names in capitals, and the program's own name.
  private func sentences(_ text: String) -> [String] {
    let code = #/'[^']*'|\S*=\S*|\b[A-Z]{2,}\b|<[^>]*>|\[[^\]]*\]|\btidu( [a-z]+)*|-{1,2}[a-z-]+/#
    let choices = #/（(可取|默认)[^）]*）|zsh bash fish/#
    let open = text.replacing(code, with: " ; ").replacing(choices, with: " ; ")
    return open.matches(of: #/[A-Za-z]{2,} +[a-z]{2,}/#).map { String($0.output) }
  }

  private static let fixed = [
    "USAGE", "Usage", "OVERVIEW", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Error", "Help:", "Missing", "Unknown",
    "Unexpected", "Invalid", "Did you mean", "Please", "default", "values:", "See ", "Show ", "subcommand", "options>",
  ]

  private func english(in text: String) -> [String] {
    sentences(text) + Self.fixed.filter { text.contains($0) }
  }

  @Test(arguments: commands)
  func `Help is wholly in the language chosen`(command: [String]) throws {
    let chinese = try localized(command + ["--help"], "zh")
    #expect(chinese.status == 0 && chinese.text.contains("用法：") && chinese.text.contains("显示帮助"))
    #expect(english(in: chinese.text) == [], "\(chinese.text)")
    let english = try localized(command + ["--help"], "en")
    #expect(english.status == 0 && english.text.contains("USAGE:"))
    let han = english.text.replacing(#/'[^']*'/#, with: "").unicodeScalars.filter {
      (0x3000...0x9FFF).contains($0.value)
    }
    #expect(han.isEmpty, "\(english.text)")
  }

  @Test(arguments: mistakes)
  func `A usage error is wholly in the language chosen, and leaves with 2`(arguments: [String]) throws {
    let chinese = try localized(arguments, "zh")
    #expect(chinese.status == 2 && chinese.output.isEmpty && !chinese.errors.isEmpty)
    #expect(english(in: chinese.errors) == [], "\(chinese.errors)")
    let english = try localized(arguments, "en")
    #expect(english.status == 2 && english.output.isEmpty)
    #expect(!english.errors.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) }, "\(english.errors)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `Completions are in the language chosen and a shell takes them`(shell: String) throws {
    let script = try localized(["--generate-completion-script", shell], "zh")
    #expect(script.status == 0 && script.text.contains("compare"))
    #expect(!script.text.contains("Show help information."))
    if shell != "bash" { #expect(script.text.contains("按评价标准打分")) }
    guard let path = ["/bin/", "/usr/bin/"].map({ $0 + shell }).first(where: FileManager.default.isExecutableFile)
    else {
      return
    }
    let file = Self.home + "/completions.\(shell)"
    try script.output.write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-n", file]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `Completions offer commands, choices and files`() throws {
    let script = try localized(["--generate-completion-script", "bash"], "zh")
    let file = Self.home + "/offer.bash"
    let ask = """
      offer() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
      _tidu tidu "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; echo "${COMPREPLY[*]}"; }
      cd "$(dirname "$0")"; offer tidu co; offer tidu score --format j; offer tidu compare --tier l; offer tidu check off
      """
    try (script.output + Data(("\n" + ask).utf8)).write(to: URL(fileURLWithPath: file))
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [file]
    process.standardOutput = pipe
    try process.run()
    let offered = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(offered.split(separator: "\n") == ["compare", "json", "little-giant", "offer.bash"])
  }

  /// Where a word of the command line comes back in a message of the parser's or of tidu's own.
  static let echoed: [@Sendable (String) -> [String]] = [
    { [$0] }, { ["--" + $0] }, { ["--lang=" + $0] }, { ["queue", "--tab", $0] }, { ["check", "--format", $0, "x"] },
    { ["demo", "--pace=" + $0] }, { ["-" + $0] }, { ["init", "a", $0] }, { ["generate", "--count", $0] },
    { ["explain", $0] }, { ["rules", $0] }, { ["compare", $0, $0] }, { ["act", $0, $0] }, { ["help", $0] },
    { ["score", "--as-of", $0, "x"] },
    { ["check", "--format", "text", $0] }, { ["overlay", "check", $0] }, { ["keys", $0] },
  ]

  @Test(arguments: echoed.indices) func `No word of the command line reaches the terminal as it is`(index: Int) throws {
    for hostile in ["x\u{1B}[31m", "\u{1B}]0;t\u{7}", "a\nError: b", "\u{9B}31m", "x\u{202E}y", "x\ry"] {
      for language in ["zh", "en"] {
        let done = try localized(Self.echoed[index](hostile), language)
        let said = (done.errors + done.text).unicodeScalars
        #expect(
          !said.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
        #expect(
          !(done.errors + done.text).split(separator: "\n").contains { $0.hasPrefix("Error: b") }, "\(done.errors)")
      }
    }
  }
}
