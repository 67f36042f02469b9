import Foundation
import Testing

@testable import Console

/// Compares a screen with its file in `Screens`; `RECORD=1` writes the file instead, for a person to read in the diff.
func expectScreen(
  _ grid: Grid, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Screens")
  let file = folder.appending(path: name + ".txt")
  // What strangers call themselves is made of anything.
  let cut = name.hasPrefix("queue-hostile") ? [] : cutBesideRoom(grid)
  #expect(cut.isEmpty, "\(name) cuts beside free columns: \(cut)", sourceLocation: sourceLocation)
  let text = grid.lines.joined(separator: "\n") + "\n" + roles(grid)
  if ProcessInfo.processInfo.environment["RECORD"] != nil {
    try Data(text.utf8).write(to: file)
    return
  }
  let stored = try? String(contentsOf: file, encoding: .utf8)
  #expect(stored == text, "\(name) differs; RECORD=1 writes it anew", sourceLocation: sourceLocation)
}

/// Where a text of a screen is cut although ten columns beside it are free: `line: text`. A sentence that ends in three
/// points is none.
private func cutBesideRoom(_ grid: Grid) -> [String] {
  guard grid.glyphs.hasLines else { return [] }
  var found: [String] = []
  for y in 0..<grid.size.rows {
    for x in 0..<grid.size.columns where grid[x, y].text == grid.glyphs.ellipsis {
      var end = x + 1
      while end < grid.size.columns, grid[end, y].text.allSatisfy({ $0 == " " }), !grid[end, y].isTail { end += 1 }
      guard end - x > 10 else { continue }
      let text = (max(0, x - 24)...x).map { grid[$0, y].isTail ? "" : grid[$0, y].text }.joined()
      // In a dialog what looks free is a field; a hash is shown by its beginning.
      let isHash = text.suffix(13).dropLast().allSatisfy(\.isHexDigit)
      let isInDialog =
        end < grid.size.columns && grid[end, y].text == "│" && (0..<x).contains { grid[$0, y].text == "│" }
      guard !isInDialog, !isHash else { continue }
      if !["读入…", "视图…", "ding…", "view …", "cases …", "申报件…", "文件…", "file …"].contains(where: text.hasSuffix) {
        found.append("\(y + 1): \(text)")
      }
    }
  }
  return found
}

/// The parts that are more than plain text: `line: role "text"`.
private func roles(_ grid: Grid) -> String {
  var lines = ["", "--"]
  for y in 0..<grid.size.rows {
    var x = 0
    while x < grid.size.columns {
      let role = grid[x, y].role
      var text = ""
      while x < grid.size.columns, grid[x, y].role == role {
        if !grid[x, y].isTail { text += grid[x, y].text }
        x += 1
      }
      let bare = text.trimmingCharacters(in: .whitespaces)
      let plain: [Role] = [.text, .muted, .heading, .rule, .hint, .key, .bar, .pass]
      guard !plain.contains(role), !bare.isEmpty else { continue }
      lines.append("\(y + 1): \(role) \"\(bare)\"")
    }
  }
  if let caret = grid.caret { lines.append("caret \(caret.y + 1),\(caret.x + 1)") }
  return lines.joined(separator: "\n") + "\n"
}
