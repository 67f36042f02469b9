import Foundation
import Testing

@testable import Console

/// The themes that come with the program, read as text: one line a role.
private struct ThemeFile {
  var name: String
  var ground: Int
  var roles: [String: String]

  init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    ground = 0
    roles = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, !line.hasPrefix("#") else { continue }
      if parts[0] == "ground" { ground = Int(parts[1]) ?? 0 }
      if line.hasPrefix("  ") { roles[parts[0]] = parts[1] }
    }
  }

  /// A colour at a depth (0: 256, 1: 16), `nil` where the line leaves it to the terminal.
  func colour(_ role: String, _ ground: String, _ depth: Int) -> Int? {
    guard let text = roles[role], let from = text.range(of: ground + ": ["),
      let to = text[from.upperBound...].firstIndex(of: "]")
    else { return nil }
    let numbers = text[from.upperBound..<to].split(separator: ",")
    return Int(numbers[depth].trimmingCharacters(in: .whitespaces))
  }
}

@Suite struct Themes {
  static let files = ["light", "dark", "high-contrast", "monochrome"]

  private func file(_ name: String) throws -> ThemeFile {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return try ThemeFile(root.appending(path: "themes/\(name).yaml"))
  }

  @Test(arguments: files) func `every role has its line`(name: String) throws {
    let theme = try file(name)
    #expect(Set(theme.roles.keys) == Set(Role.allCases.map { "\($0)" }))
  }

  @Test(arguments: files) func `every text can be read`(name: String) throws {
    let theme = try file(name)
    let minimum = name == "high-contrast" ? 7.0 : 4.5
    let ground = theme.ground
    let ink = luminance(ground) > 0.5 ? 16 : 231
    for role in Role.allCases where ![.rule, .barRest].contains(role) {
      for depth in 0...1 {
        let front = theme.colour("\(role)", "fg", depth) ?? ink
        let back = theme.colour("\(role)", "bg", depth) ?? ground
        let ratio = contrast(front, back)
        let wanted = role == .bar ? 3.0 : minimum
        #expect(ratio >= wanted, "\(name): \(role) \(front) on \(back) is \(ratio)")
      }
    }
  }

  @Test func `without colour the three meanings and the selection still differ`() throws {
    let theme = try file("monochrome")
    let marks = ["fail", "undetermined", "selection", "text"].compactMap { theme.roles[$0] }
    #expect(Set(marks).count == 4)
    #expect(!theme.roles.values.contains { $0.contains("fg") || $0.contains("bg") })
  }

  // WCAG 2.2: relative luminance and contrast ratio.

  private func contrast(_ a: Int, _ b: Int) -> Double {
    let (high, low) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }

  private func luminance(_ index: Int) -> Double {
    let parts = rgb(index).map { value -> Double in
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The usual palette of xterm.
  private func rgb(_ index: Int) -> [Int] {
    let first = [
      [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
      [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255],
      [255, 0, 255], [0, 255, 255], [255, 255, 255],
    ]
    if index < 16 { return first[index] }
    if index >= 232 { return Array(repeating: 8 + (index - 232) * 10, count: 3) }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
  }
}
