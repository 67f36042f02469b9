/// A number as people write it: separators of thousands, full-width digits, a sign or a currency before it, a unit after it.
///
/// `900.5万`, `9,325,000 元`, `１２％`, `45人` and `(350.5)` are understood; what could be read in two ways is not.
package enum StatedNumber {
  /// The number in its unit: plain digits, a point where needed, without superfluous zeros.
  /// - Returns: `nil` where it is no such number, or has the unit of another kind.
  package static func decimal(_ text: String, in unit: Unit) -> String? {
    var rest = Substring(StatedText.folded(text))
    var isNegative = false
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      rest = rest.dropFirst().dropLast()
      isNegative = true
    }
    if unit == .money { rest = rest.dropping(["人民币", "RMB", "CNY", "¥", "$"]) }
    if unit == .rank { rest = rest.dropping(["第"]) }
    if let sign = rest.first, "-+−－".contains(sign) {
      // Of two signs nobody knows which one counts.
      if isNegative { return nil }
      isNegative = sign != "+"
      rest = rest.dropFirst()
    }
    guard let end = rest.lastIndex(where: \.isASCIIDigit).map(rest.index(after:)),
      let shift = shift(rest[end...].filter { $0 != " " }, unit), let number = digits(rest[..<end])
    else { return nil }
    return shifted(number.whole, number.fraction, by: shift, isNegative: isNegative)
  }

  /// Places by which the point moves so that the number stands in its unit.
  private static func shift(_ written: String, _ unit: Unit) -> Int? {
    if written.isEmpty { return 0 }
    let known: [String: Int] =
      switch unit {
      case .money:
        [
          "万元": 0, "万": 0, "元": -4, "圆": -4, "千元": -1, "百万元": 2, "百万": 2, "千万元": 3, "千万": 3, "亿元": 4, "亿": 4,
          "wan": 0, "wanyuan": 0, "yuan": -4,
        ]
      case .percent: ["%": 0, "‰": -1]
      case .people: ["人": 0, "名": 0, "位": 0]
      case .points, .score: ["分": 0]
      case .level: ["级": 0]
      case .rank: ["名": 0, "位": 0]
      case .years: ["年": 0]
      case .items: ["项": 0, "件": 0, "个": 0]
      case .none: [:]
      }
    return known[written.lowercased()]
  }

  /// Digits before and after the point, separators of thousands taken out where they stand at thousands.
  private static func digits(_ text: Substring) -> (whole: String, fraction: String)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(omittingEmptySubsequences: false) { $0 == "," || $0 == " " || $0 == "'" }
    guard let first = groups.first, groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || (1...3).contains(first.count), groups.joined().allSatisfy(\.isASCIIDigit),
      !groups.joined().isEmpty
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.allSatisfy(\.isASCIIDigit), parts.count == 1 || !fraction.isEmpty else { return nil }
    return (groups.joined(), String(fraction))
  }

  private static func shifted(_ whole: String, _ fraction: String, by shift: Int, isNegative: Bool) -> String {
    var (whole, fraction) = (whole, fraction)
    for _ in 0..<max(0, shift) { whole.append(fraction.isEmpty ? "0" : fraction.removeFirst()) }
    for _ in 0..<max(0, -shift) { fraction.insert(whole.popLast() ?? "0", at: fraction.startIndex) }
    while fraction.last == "0" { fraction.removeLast() }
    let digits = whole.drop { $0 == "0" }
    let plain = (digits.isEmpty ? "0" : String(digits)) + (fraction.isEmpty ? "" : "." + fraction)
    return isNegative && plain != "0" ? "-" + plain : plain
  }
}

/// What is typed, as it is read.
enum StatedText {
  /// Full-width signs as plain ones, blanks of every width as spaces, none at either end.
  static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3002: folded.append(".")
      case 0xFFE5: folded.append("¥")
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x09: folded.append(" ")
      default: folded.append(scalar)
      }
    }
    var rest = Substring(String(folded))
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Substring {
  /// Without one of these words, and the blanks after it, in front.
  fileprivate func dropping(_ words: [String]) -> Substring {
    guard let word = words.first(where: hasPrefix) else { return self }
    return dropFirst(word.count).drop { $0 == " " }
  }
}
