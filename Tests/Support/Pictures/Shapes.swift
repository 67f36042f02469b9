/// Blocks, bars and rules as rectangles in fractions of a cell.
enum Shapes {
  private struct Box { var x0, y0, x1, y1: Double }

  static func isShape(_ text: String) -> Bool { !boxes(text).isEmpty }

  /// One path for a run; equal neighbours that touch become one rectangle.
  static func path(_ texts: [String], column: Int, row: Int) -> String {
    let (width, height) = Picture.cell
    var path = ""
    var index = 0
    while index < texts.count {
      let drawn = boxes(texts[index])
      var count = 1
      if drawn.count == 1, drawn[0].x0 == 0, drawn[0].x1 == 1 {
        while index + count < texts.count, texts[index + count] == texts[index] { count += 1 }
      }
      for box in drawn {
        let x = (Double(column + index) + box.x0) * width
        let y = (Double(row) + box.y0) * height
        let wide = (box.x1 - box.x0 + Double(count - 1)) * width
        path += "M\(x.short) \(y.short)h\(wide.short)v\(((box.y1 - box.y0) * height).short)h\((-wide).short)z"
      }
      index += count
    }
    return path
  }

  private static let thin = (low: 0.47, high: 0.53)
  private static let thick = (low: 0.42, high: 0.58)

  private static func across(_ from: Double, _ to: Double, heavy: Bool = false) -> Box {
    heavy
      ? Box(x0: from, y0: thick.low, x1: to, y1: thick.high)
      : Box(x0: from, y0: thin.low, x1: to, y1: thin.high)
  }

  private static func down(_ from: Double, _ to: Double, heavy: Bool = false) -> Box {
    heavy ? Box(x0: 0.4, y0: from, x1: 0.6, y1: to) : Box(x0: 0.44, y0: from, x1: 0.56, y1: to)
  }

  private static func boxes(_ text: String) -> [Box] {
    guard let scalar = text.unicodeScalars.first else { return [] }
    switch scalar {
    case "█": return [Box(x0: 0, y0: 0.06, x1: 1, y1: 0.94)]
    case "\u{2581}"..."\u{2587}":  // ▁ … ▇
      return [Box(x0: 0, y0: 1 - Double(scalar.value - 0x2580) / 8, x1: 1, y1: 1)]
    case "\u{2589}"..."\u{258F}":  // ▉ … ▏
      return [Box(x0: 0, y0: 0.06, x1: Double(0x2590 - scalar.value) / 8, y1: 0.94)]
    case "─": return [across(0, 1)]
    case "━": return [across(0, 1, heavy: true)]
    case "╸": return [across(0, 0.5, heavy: true)]
    case "╺": return [across(0.5, 1, heavy: true)]
    case "╍", "┅": return [across(0.1, 0.42, heavy: true), across(0.58, 0.9, heavy: true)]
    case "┄": return [across(0.1, 0.42), across(0.58, 0.9)]
    case "│": return [down(0, 1)]
    case "┃": return [down(0, 1, heavy: true)]
    case "┊": return [down(0.08, 0.22), down(0.33, 0.47), down(0.58, 0.72), down(0.83, 0.97)]
    case "┼": return [across(0, 1), down(0, 1)]
    case "┿": return [across(0, 1, heavy: true), down(0, 1)]
    case "┌": return [across(0.44, 1), down(0.47, 1)]
    case "┐": return [across(0, 0.56), down(0.47, 1)]
    case "└": return [across(0.44, 1), down(0, 0.53)]
    case "┘": return [across(0, 0.56), down(0, 0.53)]
    case "├": return [across(0.44, 1), down(0, 1)]
    case "┤": return [across(0, 0.56), down(0, 1)]
    case "┬": return [across(0, 1), down(0.47, 1)]
    case "┴": return [across(0, 1), down(0, 0.53)]
    default: return []
    }
  }
}
