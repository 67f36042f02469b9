import Casework
import ScoringCore
import Yams

/// What a file of settings, letters, calendar or overlay says, read and proved.
enum SettingsContent {
  case settings(SettingsFile)
  case calendar(WorkingCalendar)
  /// Texts by letter and language: those of the file, and the program's own for the others.
  case letters([String: String])
  /// `nil` where the program embeds none.
  case overlay(Overlay?)

  /// - Parameters:
  ///   - what: `settings`, `letters`, `calendar` or `overlay`.
  ///   - file: for messages.
  /// - Throws: `settings`, with the place of what is wrong.
  init(_ what: String, _ bytes: [UInt8], authority: String, file: String) throws(StoreError) {
    switch what {
    case "settings": self = .settings(try SettingsFile(bytes, base: OfficeSettings(), file: file))
    case "overlay": self = .overlay(try Self.overlay(bytes, of: authority, file: file))
    case "calendar": self = .calendar(try Self.calendar(bytes, file: file))
    case "letters":
      guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.notText(file) }
      _ = try LetterTemplates(text, file: file)
      self = .letters(Self.ownTexts.merging(Self.texts(text)) { $1 })
    default:
      throw StoreError(
        .settings, file,
        Phrase(
          "只能设置 settings、letters、calendar 或 overlay",
          "Only settings, letters, calendar or overlay can be set"))
    }
  }

  /// What holds where an office has set nothing itself.
  init(own what: String, authority: String) {
    switch what {
    case "calendar": self = .calendar(.shared)
    case "letters": self = .letters(Self.ownTexts)
    case "overlay": self = .overlay(Standard.shared.overlay(authority: authority))
    default: self = .settings(SettingsFile(OfficeSettings()))
    }
  }

  static func calendar(_ bytes: [UInt8], file: String) throws(StoreError) -> WorkingCalendar {
    do throws(CalendarError) { return try WorkingCalendar(bytes) } catch {
      throw StoreError(.settings, file, Phrase("\(file)：\(error.message.zh)", "\(file): \(error.message.en)"))
    }
  }

  /// An overlay, which must be of the authority that puts it in force: nobody sets the rules of another province.
  static func overlay(_ bytes: [UInt8], of authority: String, file: String) throws(StoreError) -> Overlay {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw notText(file) }
    let overlay: Overlay
    do throws(RuleErrors) { overlay = try Overlay.load(text: text, file: file) } catch {
      throw StoreError(
        .settings, file,
        Phrase(
          error.errors.map { $0.description(.zh) }.joined(separator: "\n"),
          error.errors.map { $0.description(.en) }.joined(separator: "\n")))
    }
    guard overlay.authority == authority else {
      throw StoreError(
        .settings, file,
        Phrase(
          "\(file)是 \(overlay.authority) 的细则，不能作为 \(authority) 的",
          "\(file) has the rules of \(overlay.authority), not of \(authority)"))
    }
    return overlay
  }

  private static func notText(_ file: String) -> StoreError {
    StoreError(.settings, file, Phrase("\(file)不是 UTF-8 文本", "\(file) is not UTF-8 text"))
  }

  /// The program's own letters and layouts.
  private static var ownTexts: [String: String] { texts(BuiltInLetters.yaml + "\n" + BuiltInLayouts.yaml) }

  /// The texts of a letters file that is in order, by letter and language, and its layouts as they are written.
  private static func texts(_ yaml: String) -> [String: String] {
    guard let letters = (try? compose(yaml: yaml, .basic))?.mapping else { return [:] }
    var texts: [String: String] = [:]
    for (key, inner) in letters {
      if key.string == "layouts" {
        for (code, layout) in inner.mapping ?? [:] {
          let written = try? serialize(node: layout, allowUnicode: true)
          texts["layouts.\(code.string ?? "")"] = written.map { String($0.dropLast()) }
        }
      }
      for language in Language.allCases {
        texts["\(key.string ?? "").\(language.rawValue)"] = inner[language.rawValue]?.string
      }
    }
    return texts
  }
}

// MARK: in words

extension SettingsContent {
  /// All that holds by it, value by value.
  var words: [FieldText] {
    switch self {
    case .settings(let file): Self.words(file.settings)
    case .calendar(let calendar): Self.words(calendar)
    case .letters(let texts): Self.words(texts)
    case .overlay(let overlay): overlay.map(Self.words) ?? []
    }
  }

  /// Where it differs from what it takes the place of.
  func changes(from other: SettingsContent) -> [FieldChange] {
    guard case .overlay(let new?) = self, case .overlay(let old) = other else {
      return FieldChange.between(other.words, words)
    }
    let values = new.changes(from: old).map { change -> FieldChange in
      switch change {
      case .drops(let value): Self.value(value, before: Self.text(value), after: nil)
      case .alters(let before, let after): Self.value(after, before: Self.text(before), after: Self.text(after))
      case .adds(let value): Self.value(value, before: nil, after: Self.text(value))
      }
    }
    return FieldChange.between(old.map(Self.head) ?? [], Self.head(new)) + values
  }

  private static func words(_ settings: OfficeSettings) -> [FieldText] {
    func days(_ count: Int) -> Phrase { Phrase("\(count) 个工作日", "\(count) working days") }
    let byRule = Phrase("按本省公示规则", "by the authority's own rule")
    let kind = settings.noticeKind.map {
      $0 == .working ? Phrase("工作日", "working days") : Phrase("自然日", "calendar days")
    }
    let first = settings.noticeFirstCounted.map { $0 ? Phrase("计入", "counted") : Phrase("不计入", "not counted") }
    let ownName = Phrase("本机关全称", "the authority's full name")
    let (rate, rest) = (settings.sampleRate / 100, settings.sampleRate % 100)
    let percent = rest == 0 ? "\(rate)" : "\(rate).\(rest < 10 ? "0" : "")\(rest)"
    let delegated = Tier.allCases.map { tier in
      let steps = OfficeSettings.Step.allCases.filter { settings.delegated[tier]?.contains($0) == true }.map(\.name)
      let text =
        steps.isEmpty
        ? Phrase("无", "none")
        : Phrase(steps.map(\.zh).joined(separator: "、"), steps.map(\.en).joined(separator: ", "))
      return FieldText(
        name: "delegated.\(tier.rawValue)",
        label: Phrase("\(tier.name.zh)下放给市的环节", "Steps of \(tier.name.en) handed to cities"), text: text)
    }
    return [
      FieldText(name: "reviewDays", label: Phrase("审核时限", "Time for a review"), text: days(settings.reviewDays)),
      FieldText(name: "nearMargin", label: Phrase("剩几天算临期", "Near from"), text: days(settings.nearMargin)),
      FieldText(
        name: "correctionDays", label: Phrase("补正期限", "Time for a correction"), text: days(settings.correctionDays)),
      FieldText(
        name: "noticeLength", label: Phrase("公示天数", "Length of a notice"),
        text: settings.noticeLength.map { Phrase("\($0) 天", "\($0) days") } ?? byRule),
      FieldText(name: "noticeKind", label: Phrase("公示按什么日计", "Notice counted in"), text: kind ?? byRule),
      FieldText(
        name: "noticeFirstCounted", label: Phrase("公示第一天", "First day of a notice"), text: first ?? byRule),
      FieldText(
        name: "sampleRate", label: Phrase("抽查比例", "Rate of spot checks"), text: Phrase("\(percent)%", "\(percent)%")),
      FieldText(
        name: "sampleLeast", label: Phrase("至少抽查", "At least"),
        text: Phrase("\(settings.sampleMinimum) 家", "\(settings.sampleMinimum) cases")),
      FieldText(
        name: "signature", label: Phrase("落款", "Signed by"), text: settings.signature.map { Phrase($0, $0) } ?? ownName),
      FieldText(
        name: "dateStyle", label: Phrase("日期写法", "Days written"),
        text: settings.dateStyle == .characters
          ? Phrase("二〇二六年十一月二十七日", "in characters") : Phrase("2026年11月27日", "in digits")),
      FieldText(
        name: "objectionsTo", label: Phrase("异议提到哪里", "Objections go to"),
        text: settings.objectionsTo.map { Phrase($0, $0) } ?? ownName),
    ] + delegated
  }

  /// Every day that is other than Monday to Friday make it.
  private static func words(_ calendar: WorkingCalendar) -> [FieldText] {
    calendar.announced.sorted { $0.key < $1.key }.flatMap { year, count -> [FieldText] in
      let days = (0..<366).compactMap { Day(year: year, month: 1, day: 1)?.adding(days: $0) }.filter { $0.year == year }
      let named = Phrase("\(year) 年", "\(year)")
      return [
        FieldText(
          name: "\(year)", label: named,
          text: Phrase("放假安排已公布，\(count) 个工作日", "announced, \(count) working days"))
      ]
        + days.filter { calendar.isWorking($0) != ($0.weekday <= 5) }.map { day in
          FieldText(
            name: day.description, label: Phrase(day.description, day.description),
            text: day.weekday <= 5 ? Phrase("放假", "off") : Phrase("上班", "worked"))
        }
    }
  }

  private static func words(_ texts: [String: String]) -> [FieldText] {
    LetterModel.Code.allCases.flatMap { code in
      Language.allCases.compactMap { language in
        texts["\(code.rawValue).\(language.rawValue)"].map { text in
          let tongue = language == .zh ? Phrase("中文", "Chinese") : Phrase("英文", "English")
          return FieldText(
            name: "\(code.rawValue).\(language.rawValue)",
            label: Phrase("\(code.name.zh)（\(tongue.zh)）", "\(code.name.en) (\(tongue.en))"), text: Phrase(text, text))
        }
      }
    }
      + texts.filter { $0.key.hasPrefix("layouts.") }.sorted { $0.key < $1.key }.map { key, text in
        let code = String(key.dropFirst("layouts.".count))
        return FieldText(name: key, label: Phrase("版式 \(code)", "Layout \(code)"), text: Phrase(text, text))
      }
  }

  private static func head(_ overlay: Overlay) -> [FieldText] {
    [
      FieldText(name: "name", label: Phrase("名称", "Name"), text: overlay.name),
      FieldText(name: "document", label: Phrase("文件", "Document"), text: overlay.document),
      FieldText(
        name: "checked", label: Phrase("最近核对来源", "Sources last looked at"),
        text: Phrase(overlay.checked.description, overlay.checked.description)),
    ]
  }

  private static func words(_ overlay: Overlay) -> [FieldText] {
    head(overlay)
      + overlay.values.map { value in
        FieldText(name: "values.\(value.line)", label: label(value), text: text(value))
      }
  }

  /// What a value says; of local indicators each, with the points of every answer.
  private static func text(_ value: RuleValue) -> Phrase {
    guard case .local(let rules?) = value.effect else { return value.text }
    let lines = rules.indicators.map { indicator -> Phrase in
      let answers = zip(indicator.fact.choices, indicator.points).map { choice, points in
        let mark = choice.assumed ? Phrase("（推定）", " (assumed)") : Phrase("", "")
        return Phrase("\(choice.name.zh) \(points)\(mark.zh)", "\(choice.name.en) \(points)\(mark.en)")
      }
      return Phrase(
        "\(indicator.name.zh)，至多 \(indicator.outOf) 分：\(answers.map(\.zh).joined(separator: "、"))",
        "\(indicator.name.en), at most \(indicator.outOf): \(answers.map(\.en).joined(separator: ", "))")
    }
    return Phrase(
      ([value.text.zh] + lines.map(\.zh)).joined(separator: "\n"),
      ([value.text.en] + lines.map(\.en)).joined(separator: "\n"))
  }

  private static func label(_ value: RuleValue) -> Phrase {
    let tiers = value.tiers.map(\.name)
    return Phrase(
      tiers.count == Tier.allCases.count ? "规定" : tiers.map(\.zh).joined(separator: "、"),
      tiers.count == Tier.allCases.count ? "Rule" : tiers.map(\.en).joined(separator: ", "))
  }

  private static func value(_ value: RuleValue, before: Phrase?, after: Phrase?) -> FieldChange {
    FieldChange(name: "values.\(value.line)", label: label(value), before: before, after: after)
  }
}
