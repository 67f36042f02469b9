/// A text as every messenger leaves it: punctuation of one width, one space between words.
enum PlainText {
  /// A scalar in its narrow form; `nil` for one that shows nothing.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // Zero width, direction marks, soft hyphen.
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD: nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
    case 0x3002, 0xFF61: "."
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    default: scalar.properties.isWhitespace ? " " : scalar
    }
  }

  /// A text in narrow forms.
  static func narrow(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.compactMap(narrow))
    return String(view)
  }

  /// Without white space at its ends, and one space for each run of it.
  static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
