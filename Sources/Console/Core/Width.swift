/// How many columns a text takes: the one width function (UAX #11), over a table of our own.
package enum Width {
  /// Columns of one character: 0, 1 or 2. Controls count 0; `Grid` never draws them.
  package static func of(_ scalar: Unicode.Scalar, _ ambiguity: Ambiguity = .narrow) -> Int {
    let value = scalar.value
    if value < 0x7F { return value >= 0x20 ? 1 : 0 }
    if value >= 0x4E00 && value <= 0x9FFF { return 2 }
    if value < 0xA0 { return 0 }
    if find(value, in: WidthTable.zero) { return 0 }
    if find(value, in: WidthTable.wide) { return 2 }
    if ambiguity == .wide && find(value, in: WidthTable.ambiguous) { return 2 }
    return 1
  }

  package static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA1 && find(scalar.value, in: WidthTable.ambiguous)
  }

  /// Columns a grid would use for the text, after it was made safe; counting stops above `limit`.
  package static func of(_ text: String, _ ambiguity: Ambiguity = .narrow, limit: Int = 4096) -> Int {
    var columns = 0
    var seen = 0
    for scalar in text.unicodeScalars {
      seen += 1
      if columns > limit || seen > limit * 4 { break }
      switch SafeText.judge(scalar, ambiguity) {
      case .keep(let kept): columns += of(kept)
      case .replace(let other): columns += other.utf8.count
      case .drop: break
      }
    }
    return columns
  }

  private static func find(_ value: UInt32, in table: [UInt32]) -> Bool {
    guard let first = table.first, value >= first else { return false }
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > table[middle * 2 + 1] {
        low = middle + 1
      } else if value < table[middle * 2] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
