internal import ScoringCore

/// A paper as it is being written: plain text that a pager shows as well as a page does.
struct PaperSheet {
  private(set) var text: String
  /// Columns a label takes, and a figure after it.
  private static let columns = (label: 30, figure: 18)

  init(_ title: String) {
    text = "（演示材料：企业、机构、号码和数据均为编造）\n\n\(title)\n\n"
  }

  mutating func line(_ line: String = "") { text += line + "\n" }

  /// Where the page of the whole paper begins, so that an officer can name it.
  mutating func page(_ number: Int) { text += "\n—— 第 \(number) 页 ——\n\n" }

  /// A label and what is stated, one line.
  mutating func row(_ label: String, _ value: String) { text += "\(label)：\(value)\n" }

  /// A label and a figure under the figures above.
  mutating func figure(_ label: String, _ value: String) {
    text += "  " + label + Self.blanks(Self.columns.label - Self.width(label))
    text += Self.blanks(Self.columns.figure - Self.width(value)) + value + "\n"
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: Swift.max(1, count)) }

  /// On a screen: a Chinese character takes two columns.
  private static func width(_ text: String) -> Int {
    // One byte or three.
    (text.utf8.count + text.unicodeScalars.count) / 2
  }
}

extension Money {
  /// In 万元 with two decimals and separators, as accounts print it.
  var accounts: String {
    let hundredths = (fen.magnitude + 5_000) / 10_000
    var whole = hundredths / 100
    var text = (hundredths % 100 < 10 ? ".0" : ".") + String(hundredths % 100)
    while whole >= 1000 {
      text = "," + String(1000 + whole % 1000).dropFirst() + text
      whole /= 1000
    }
    return (fen < 0 ? "-" : "") + String(whole) + text
  }

  /// So many per cent of it, in whole 万元.
  func part(_ percent: Int64) -> Money { Money(wan: fen / 1_000_000 * percent / 100) }
}

extension Day {
  /// 2026年3月12日.
  var chinese: String {
    let (year, month, day) = components
    return "\(year)年\(month)月\(day)日"
  }
}
