package import ScoringCore

extension Day {
  /// As letters print a day: 2026年11月27日, or 二〇二六年十一月二十七日 in characters; English 2026-11-27.
  package func onPaper(_ style: OfficeSettings.DateStyle = .digits) -> Phrase {
    let (year, month, day) = components
    let zh =
      switch style {
      case .digits: "\(year)年\(month)月\(day)日"
      case .characters:
        String(year).compactMap(\.wholeNumberValue).map { Self.digits[$0] }.joined()
          + "年\(Self.counted(month))月\(Self.counted(day))日"
      }
    return Phrase(zh, description)
  }

  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 1…99: 三, 十, 十一, 二十七.
  private static func counted(_ number: Int) -> String {
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
    return head + (ones == 0 && tens > 0 ? "" : digits[ones])
  }
}
