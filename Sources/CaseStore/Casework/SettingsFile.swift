package import Casework
import ScoringCore
import Yams

/// Settings of an office as its YAML file states them; what it does not state is the program's own.
package struct SettingsFile: Sendable, Hashable {
  package var settings: OfficeSettings
  /// Names of the values that the file states; the others come from the authority's notice rule or the program.
  package var stated: Set<String>

  /// Most bytes of a file of settings, letters, calendar or overlay.
  static let limit = 1 << 20

  /// Reads a file.
  /// - Parameters:
  ///   - base: what holds where the file states nothing.
  ///   - file: for messages, `file:line:column`.
  /// - Throws: `settings`, with the place of what is wrong.
  package init(_ bytes: [UInt8], base: OfficeSettings, file: String) throws(StoreError) {
    settings = base
    settings.source = .file(Hexadecimal.sha256(bytes))
    stated = []
    func wrong(_ node: Node?, _ zh: String, _ en: String) -> StoreError {
      let place = node?.mark.map { "\(file):\($0.line):\($0.column)" } ?? file
      return StoreError(.settings, file, Phrase("\(place)：\(zh)", "\(place): \(en)"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw wrong(nil, "不是 UTF-8 文本", "is not UTF-8 text")
    }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      let place = (error as? YamlError)?.place.map { ":\($0.line):\($0.column)" } ?? ""
      throw StoreError(
        .settings, file,
        Phrase("\(file)\(place)：不是合法的 YAML，或有重复的键", "\(file)\(place): invalid YAML, or a duplicate key"))
    }
    guard let pairs = root?.mapping else { throw wrong(root, "应为键值表", "should be a mapping") }
    func number(_ node: Node, _ range: ClosedRange<Int>) throws(StoreError) -> Int {
      guard let value = node.int, range.contains(value) else {
        throw wrong(
          node, "应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
          "should be a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return value
    }
    func line(_ node: Node, _ limit: Int) throws(StoreError) -> String {
      guard let text = node.string, !text.allSatisfy(\.isWhitespace), text.count <= limit,
        !text.contains(where: \.isNewline)
      else {
        throw wrong(node, "应为一行文字，不超过 \(limit) 个字", "should be a line of text of at most \(limit) characters")
      }
      return text
    }
    for (key, value) in pairs {
      let name = key.string ?? ""
      guard stated.insert(name).inserted else { throw wrong(key, "“\(name)”重复", "“\(name)” is given twice") }
      switch name {
      case "reviewDays": settings.reviewDays = try number(value, 1...365)
      case "nearMargin": settings.nearMargin = try number(value, 0...365)
      case "correctionDays": settings.correctionDays = try number(value, 1...365)
      case "noticeLength": settings.noticeLength = try number(value, 1...90)
      case "sampleRate": settings.sampleRate = try number(value, 0...10_000)
      case "sampleLeast": settings.sampleMinimum = try number(value, 0...100_000)
      case "noticeKind":
        guard let kind = value.string.flatMap(DayKind.init(rawValue:)) else {
          throw wrong(value, "应为 working 或 calendar", "should be working or calendar")
        }
        settings.noticeKind = kind
      case "noticeFirstCounted":
        guard let flag = value.bool else { throw wrong(value, "应为 true 或 false", "should be true or false") }
        settings.noticeFirstCounted = flag
      case "signature": settings.signature = try line(value, 60)
      case "objectionsTo": settings.objectionsTo = try line(value, 200)
      case "dateStyle":
        guard let style = value.string.flatMap(OfficeSettings.DateStyle.init(rawValue:)) else {
          throw wrong(value, "应为 digits（2026年11月27日）或 characters（二〇二六年十一月二十七日）", "should be digits or characters")
        }
        settings.dateStyle = style
      case "delegated":
        settings.delegated = try SettingsFile.delegated(value, wrong)
      default: throw wrong(key, "没有名为“\(name)”的设置", "There is no setting “\(name)”")
      }
    }
  }
  /// Steps handed to cities, by tier.
  private static func delegated(
    _ value: Node, _ wrong: (Node?, String, String) -> StoreError
  ) throws(StoreError) -> [Tier: Set<OfficeSettings.Step>] {
    guard let tiers = value.mapping else { throw wrong(value, "应为键值表", "should be a mapping") }
    var delegated: [Tier: Set<OfficeSettings.Step>] = [:]
    for (key, value) in tiers {
      guard let tier = key.string.flatMap(Tier.init(rawValue:)) else {
        throw wrong(key, "没有这个层级", "There is no such tier")
      }
      guard let items = value.sequence else { throw wrong(value, "应为列表", "should be a list") }
      for item in items {
        guard let step = item.string.flatMap(OfficeSettings.Step.init(rawValue:)) else {
          let all = OfficeSettings.Step.allCases.map(\.rawValue).joined(separator: ", ")
          throw wrong(item, "没有这个环节；可用：\(all)", "There is no such step; known: \(all)")
        }
        delegated[tier, default: []].insert(step)
      }
    }
    return delegated
  }
}
