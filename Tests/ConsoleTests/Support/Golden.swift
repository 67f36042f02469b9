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
  let text = grid.lines.joined(separator: "\n") + "\n" + roles(grid)
  if ProcessInfo.processInfo.environment["RECORD"] != nil {
    try Data(text.utf8).write(to: file)
    return
  }
  let stored = try? String(contentsOf: file, encoding: .utf8)
  #expect(stored == text, "\(name) differs; RECORD=1 writes it anew", sourceLocation: sourceLocation)
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
