internal import CaseStore
internal import Casework
internal import ScoringCore

/// Commented samples of what an office sets: each is in order as it is written, and changes nothing until a line is.
enum SettingsTemplate {
  /// - Parameter authority: of an overlay, whose it is to be.
  static func text(_ sort: SettingsSort, authority: String?, _ language: Language) throws -> String {
    switch sort {
    case .settings: return settings(language)
    case .letters: return letters(language)
    case .calendar: return calendar(language)
    case .overlay:
      guard let authority = authority.flatMap({ Authorities.shared[$0] }) else {
        throw CommandError(
          .usage, localized("用 --authority 指明是哪个机关的细则", "say with --authority whose overlay it is to be"))
      }
      return OverlayTemplate(authority: authority, language: language).text
    }
  }

  /// Every setting with its range and what holds without it.
  private static func settings(_ language: Language) -> String {
    let own = OfficeSettings()
    func line(_ name: String, _ value: String, _ zh: String, _ en: String, isWritten: Bool = false) -> String {
      "# \(language == .zh ? zh : en)\n\(isWritten ? "" : "# ")\(name): \(value)\n"
    }
    let steps = OfficeSettings.Step.allCases
    let names = steps.map { "\($0.rawValue) \($0.name(language))" }.joined(separator: language == .zh ? "、" : ", ")
    let delegated = Tier.allCases.map { tier in
      let handed = steps.filter { own.delegated[tier]?.contains($0) == true }.map(\.rawValue)
      return "#   \(tier.rawValue): [\(handed.joined(separator: ", "))]\n"
    }
    return
      (language == .zh
      ? "# 本机关的时限和规则。去掉行首的“# ”并改成自己的值；没有写的用下面列出的值。\n\n"
      : "# What this office sets for itself. Take away “# ” and change the value; what is not written is as listed here.\n\n")
      + [
        line(
          "reviewDays", "\(own.reviewDays)", "审核时限，工作日，1 至 365", "Working days for a review, 1 to 365", isWritten: true),
        line(
          "nearMargin", "\(own.nearMargin)", "剩几个工作日起算临期，0 至 365",
          "Working days left from which a deadline is near, 0 to 365"),
        line("correctionDays", "\(own.correctionDays)", "补正期限，工作日，1 至 365", "Working days for a correction, 1 to 365"),
        line(
          "noticeLength", "5", "公示天数，1 至 90；不写则按本省公示规则", "Days of a notice, 1 to 90; left out, the authority's own rule"
        ),
        line(
          "noticeKind", "working", "公示按 working 工作日或 calendar 自然日计；不写则按本省公示规则",
          "A notice counts working or calendar days; left out, the authority's own rule"),
        line(
          "noticeFirstCounted", "true", "公示第一天计入 true 或不计入 false；不写则按本省公示规则",
          "Whether the first day of a notice counts; left out, the authority's own rule"),
        line(
          "sampleRate", "\(own.sampleRate)", "抽查比例，万分之几，0 至 10000",
          "Ten-thousandths of the cases that are drawn, 0 to 10000"),
        line("sampleLeast", "\(own.sampleMinimum)", "至少抽查几家，0 至 100000", "The least number that is drawn, 0 to 100000"),
        line(
          "signature", "某省工业和信息化厅", "文书落款；不写则用本机关全称", "Who signs letters; left out, the authority's full name"),
        line(
          "dateStyle", "digits", "文书上的日期：digits 为 2026年11月27日，characters 为 二〇二六年十一月二十七日",
          "Days in letters: digits or characters"),
        line(
          "objectionsTo", "某省工业和信息化厅中小企业处，地址，电话", "异议提到哪里；不写则用本机关全称",
          "Where objections go; left out, the authority's full name"),
        (language == .zh
          ? "# 下放给市的环节，按层级；可用 \(names)。写了 delegated，没有列出的层级就不下放\n"
          : "# Steps handed to cities, by tier: \(names). Where it is written, a tier that is not listed hands down nothing\n")
          + "# delegated:\n" + delegated.joined(),
      ].joined(separator: "\n")
  }

  /// The program's own texts, to be changed.
  private static func letters(_ language: Language) -> String {
    let known = LetterPlaceholder.allCases.map(\.rawValue).joined(separator: language == .zh ? "、" : ", ")
    let head =
      language == .zh
      ? """
      # 文书模板：每种文书各有 zh、en 两份。不改的文书整段删去，用程序自带的。
      # {{名称}} 处填入内容；{{#名称}} … {{/名称}} 之间逐项重复，没有内容时整段不印。
      # 可用的名称：\(known)

      """
      : """
      # Letters: each has a text in zh and in en. Delete those that stay as they are; the program's own then stand.
      # {{name}} is replaced; what stands between {{#name}} and {{/name}} is repeated, or left out where there is nothing.
      # Names: \(known)

      """
    return head + "\n" + Store.ownLetters
  }

  /// The calendar of the program, whole: a calendar file takes its place.
  private static func calendar(_ language: Language) -> String {
    let note =
      language == .zh
      ? "只列与周一至周五不同的日子：weekdays_off 放假的工作日，weekend_days_worked 上班的周末，working_days 全年工作日数，三项都要写且数目相符。没有列出的年份按周一至周五计并标明暂定。新的一年照样加一段，以前各年保留：本文件取代程序自带的日历。"
      : "Only days other than Monday to Friday make them: weekdays_off, weekend_days_worked, and working_days of the year, which must agree. A year that is absent counts Monday to Friday, provisionally. Add a year in the same form and keep the others: this file takes the place of the program's own."
    var lines = WorkingCalendar.embeddedFile.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let place = lines.firstIndex(where: { $0.contains("\"note\"") }) { lines[place] = " \"note\": \"\(note)\"," }
    return lines.joined(separator: "\n")
  }
}
