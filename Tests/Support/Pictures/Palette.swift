import TerminalModel

/// Colours of the pictures: a dark terminal with the usual palette of 256.
enum Palette {
  static let background = "#14171c"
  static let foreground = "#d4d8de"
  private static let first16 = [
    "#2b3038", "#e06c75", "#8fbf7f", "#d7a95f", "#6fa8dc", "#b48ead", "#6fc0c0", "#c5c9d0",
    "#6b7480", "#ff8b94", "#a8d798", "#f0c674", "#8fc1f0", "#cba6d6", "#8fd9d9", "#f2f4f8",
  ]

  static func colors(_ style: ModelStyle) -> (foreground: String, background: String?) {
    let ink = style.foreground < 0 ? foreground : color(style.foreground)
    let paper = style.background < 0 ? nil : color(style.background)
    return style.reverse ? (paper ?? background, ink) : (ink, paper)
  }

  private static func color(_ index: Int) -> String {
    if index < 16 { return first16[index] }
    if index >= 232 {
      let level = hex(8 + (index - 232) * 10)
      return "#" + level + level + level
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let place = index - 16
    return "#" + [place / 36, place / 6 % 6, place % 6].map { hex(steps[$0]) }.joined()
  }

  private static func hex(_ value: Int) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}
