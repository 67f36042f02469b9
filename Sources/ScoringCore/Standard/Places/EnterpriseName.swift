/// Names of enterprises 企业名称 as people write them: by width, by short form.
package enum EnterpriseName {
  /// The name as it is compared: without white space, signs and brackets, in one width and case.
  package static func normal(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.compactMap(folded)))
  }

  /// One character as it is compared; `nil` for what does not count: white space, punctuation, controls.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if (0x41...0x5A).contains(value) { value += 0x20 }
    guard let folded = Unicode.Scalar(value) else { return nil }
    switch folded.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .privateUse, .unassigned:
      return folded
    default: return nil
    }
  }

  /// The short form 简称: the name without the place it begins with, brackets, and legal form; what is left of
  /// `济南示例轴承（集团）有限公司` is `示例轴承`.
  /// - Parameter authority: whose places it may begin with: 长安 begins the name of a firm that does not lie there.
  static func short(_ name: String, of authority: String) -> String {
    var rest = withoutBrackets(name)[...]
    if let form = forms.first(where: { rest.hasSuffix($0) && rest.count > $0.count }) {
      rest = rest.dropLast(form.count)
    }
    var places = places(of: authority)
    // 山东省 and then 济南市; a place's short form begins a name once.
    while let place = places.first(where: { rest.hasPrefix($0) && rest.count > $0.count + 1 }) {
      rest = rest.dropFirst(place.count)
      places = places.filter { "省市区县州盟旗".contains($0.last ?? " ") && $0 != place }
    }
    return String(rest)
  }

  private static let forms = [
    "集团股份有限公司", "集团有限责任公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "集团公司", "股份公司", "总公司", "公司", "集团",
  ]

  private static func withoutBrackets(_ name: String) -> String {
    var depth = 0
    var result = ""
    for character in name {
      switch character {
      case "（", "(", "【", "[", "〔": depth += 1
      case "）", ")", "】", "]", "〕": depth = max(0, depth - 1)
      default: if depth == 0, !character.isWhitespace { result.append(character) }
      }
    }
    return result
  }

  /// The authority's place, the province it lies in, and its divisions, in full and short, the longest first.
  private static func places(of authority: String) -> [String] {
    let authorities = [
      Authorities.shared[authority], Authorities.shared[authority]?.inside.flatMap { Authorities.shared[$0] },
    ]
    let names = authorities.compactMap(\.self).flatMap {
      [$0.name.zh, $0.short.zh, $0.short.zh + "省", $0.short.zh + "市"]
    }
    let divisions = Divisions.shared.of(authority: authority).flatMap { [$0.name, $0.short] }
    return Set(names + divisions + ["中国"]).sorted { ($1.count, $0) < ($0.count, $1) }
  }
}
