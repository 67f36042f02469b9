internal import Console
internal import Foundation
internal import ScoringCore

/// What the plain mode prints.
extension HostPlain {
  func localized(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func put(_ line: String) { print(line) }

  func read(_ prompt: String) -> String? {
    print(prompt, terminator: "")
    fflush(nil)
    return readLine()
  }

  /// Prints the lines that were not there before; all of them, and the commands, on a new screen.
  mutating func show() {
    let lines = model.plainView().compactMap(Self.spoken)
    let heading = lines.first ?? ""
    let isNew = heading != place
    place = heading
    var known: [String: Int] = [:]
    if !isNew { for line in printed { known[Self.unmarked(line), default: 0] += 1 } }
    let marked = Set(printed.filter(Self.isMarked))
    for line in lines {
      let count = known[Self.unmarked(line)] ?? 0
      known[Self.unmarked(line)] = count - 1
      if count < 1 || (Self.isMarked(line) && !marked.contains(line)) { put(line) }
    }
    printed = lines
    if isNew, !model.awaitsText { menu(all: false) }
  }

  /// A line without rules and frames, each word where it stands under its heading; `nil` when nothing is left.
  private static func spoken(_ line: String) -> String? {
    let drawn: Set<Character> = ["-", "+", "|", "=", " "]
    if line.allSatisfy(drawn.contains) { return nil }
    let edge = line.prefix { $0 == " " || $0 == "|" }
    var text = String(repeating: " ", count: edge.count) + line.dropFirst(edge.count)
    while let last = text.last, last == " " || last == "|" { text.removeLast() }
    return text
  }

  /// The commands with their numbers and keys; `all` with what they do, and the greyed ones with the reason.
  func menu(all: Bool) {
    for (index, offer) in model.offers.enumerated() {
      let command = offer.command
      if !all, command.isQuiet { continue }
      let keys = command.keys.map { $0.label(language) }.joined(separator: " ")
      var line = "\(index + 1). \(command.name(language))" + (keys.isEmpty ? "" : " [\(keys)]")
      if case .no(let reason) = offer.availability {
        line += localized("：现在不行，", ": not now, ") + reason(language)
      } else if all {
        line += localized("：", ": ") + command.summary(language)
      }
      put(line)
    }
    put(
      localized(
        "输入编号、键或 up down left right enter esc tab space（后面可加次数）；? 列出全部命令；q 退出。",
        "Type a number, a key, or up down left right enter esc tab space (and how often); ? lists all; q leaves."
      ))
  }

  /// A line as it is when the cursor is elsewhere: that it left is not worth a word.
  private static func unmarked(_ line: String) -> String {
    String(line.drop { $0 == ">" || $0 == " " })
  }

  /// Whether the cursor is in it.
  private static func isMarked(_ line: String) -> Bool { line.first { $0 != " " } == ">" }
}
