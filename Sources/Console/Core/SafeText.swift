/// Makes one character of a file's text safe to draw.
///
/// Controls, escapes and direction overrides are shown as `?`, so that a forged name looks wrong; what has no width of
/// its own and joins or hides (zero-width, variation selectors) is dropped; line ends and tabs become spaces.
package enum SafeText {
  package enum Result: Sendable, Hashable {
    case keep(Unicode.Scalar)
    case replace(String)
    case drop
  }

  package static func judge(_ scalar: Unicode.Scalar, _ ambiguity: Ambiguity) -> Result {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return .keep(scalar) }
    if value >= 0x4E00 && value <= 0x9FFF { return .keep(scalar) }
    switch value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: return .replace(" ")
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: return .replace(" ")
    case 0..<0x20, 0x7F...0x9F: return .replace("?")
    // Directions: marks, embeddings, overrides, isolates.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return .replace("?")
    // Right-to-left letters would make the terminal turn the row round.
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return .replace("?")
    case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      return .drop
    case 0x1F1E6...0x1F1FF: return .replace(letter(value - 0x1F1E6 + 0x41))
    case 0x1F3FB...0x1F3FF: return .drop
    // Private use and non-characters: nobody knows how wide they are drawn.
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0xFFF0...0xFFFC: return .replace("?")
    case 0xFFFD...0xFFFF: return .replace("?")
    default: break
    }
    if ambiguity == .wide, Width.isAmbiguous(scalar) { return .replace(plain(scalar)) }
    return .keep(scalar)
  }

  /// The text made safe, of at most `limit` characters; longer text is cut before anything else is done with it.
  package static func clean(_ text: String, limit: Int = 512) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(limit) {
      switch judge(scalar, .narrow) {
      case .keep(let kept): safe.append(kept)
      case .replace(let other): safe.append(contentsOf: other.unicodeScalars)
      case .drop: break
      }
    }
    return String(safe)
  }

  private static func letter(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? "?"
  }

  /// What stands in for an ambiguous character on a terminal that draws it two wide while the library counts one.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0x2010...0x2016: "-"
    case 0x2025: ".."
    case 0x2026: "..."
    case 0xB7, 0x2022, 0x2027: "."
    case 0xD7: "x"
    case 0xF7: "/"
    case 0xB0: "o"
    case 0xB1: "+-"
    case 0xB2: "^2"
    case 0xB3: "^3"
    case 0xB9: "^1"
    case 0x2030: "o/oo"
    case 0x2103: "oC"
    case 0x2160...0x216B: roman(Int(scalar.value - 0x2160) + 1)
    case 0x2170...0x217B: roman(Int(scalar.value - 0x2170) + 1)
    case 0x2460...0x2473: "(\(scalar.value - 0x2460 + 1))"
    case 0x2474...0x2487: "(\(scalar.value - 0x2474 + 1))"
    case 0x2488...0x249B: "\(scalar.value - 0x2488 + 1)."
    case 0x2190: "<-"
    case 0x2191, 0x25B2: "^"
    case 0x2192: "->"
    case 0x2193, 0x25BC: "v"
    case 0x2264: "<="
    case 0x2265: ">="
    case 0x2260: "!="
    case 0x2500...0x2501: "-"
    case 0x2502...0x2503: "|"
    case 0x2504...0x254B: "+"
    case 0x25A0...0x25CF, 0x2605, 0x2606: "*"
    default: "?"
    }
  }

  private static func roman(_ number: Int) -> String {
    let names = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    return names[number - 1]
  }
}
