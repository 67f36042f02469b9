import ScoringCore

/// The total as a bar with a tick at the line to pass; what is still open is drawn broken.
enum ScoreBar {
  static func text(_ points: Points, pass: Int, outOf: Int = 100, width: Int, _ glyphs: Glyphs) -> String {
    guard width > 1, outOf > 0 else { return "" }
    let tick = min(width - 1, pass * width / outOf)
    func halves(_ value: Int) -> Int { value * width * 2 / outOf }
    let minimum = halves(points.minimum)
    let maximum = halves(points.maximum)
    var text = ""
    for cell in 0..<width {
      let isTick = cell == tick
      if glyphs.hasLines {
        if isTick {
          text += points.minimum >= pass ? "┿" : "┊"
        } else if minimum >= cell * 2 + 2 {
          text += "━"
        } else if minimum == cell * 2 + 1, maximum < cell * 2 + 2 {
          text += "╸"
        } else if maximum >= cell * 2 + 1 {
          text += "╍"
        } else {
          text += " "
        }
      } else if isTick {
        text += points.minimum >= pass ? "+" : "|"
      } else if minimum >= cell * 2 + 1 {
        text += "="
      } else {
        text += maximum >= cell * 2 + 1 ? "." : " "
      }
    }
    return text
  }

  /// A plain bar of a share, eighths of a column fine where lines can be drawn.
  static func share(_ value: Int, of whole: Int, width: Int, _ glyphs: Glyphs) -> String {
    guard whole > 0, value > 0, width > 0 else { return "" }
    let eighths = max(1, min(value, whole) * width * 8 / whole)
    guard glyphs.hasLines else {
      return String(repeating: "=", count: max(1, (eighths + 4) / 8))
    }
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// One mark a value, taller for more.
  static func spark(_ values: [Int], _ glyphs: Glyphs) -> String {
    let marks = Array(glyphs.hasLines ? "▁▂▃▄▅▆▇█" : "_.:-=+*#")
    let maximum = max(1, values.max() ?? 1)
    return String(values.map { marks[min(marks.count - 1, $0 * (marks.count - 1) / maximum)] })
  }
}
