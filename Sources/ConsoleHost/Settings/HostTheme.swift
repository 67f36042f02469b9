internal import CaseStore
internal import Console
internal import ScoringCore
internal import Yams

/// A file of `themes/`, or the user's own: roles and their colours.
///
/// ```yaml
/// name: dark
/// ground: 16             # the background it is made for, for the proof of its contrast
/// roles:
///   fail: {fg: [203, 9, 1], bold: true}     # colours at 256, 16 and 8; left out: the terminal's own
/// ```
struct HostTheme {
  let theme: Theme

  /// What is wrong with a theme file, and where.
  struct Fault: Error {
    let line: Int?
    let message: Phrase
  }

  init(_ text: String, file: String) throws(Fault) {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      throw Fault(
        line: (error as? YamlError)?.place?.line,
        message: Phrase("不是合法的 YAML，或有重复的键", "invalid YAML, or a duplicate key"))
    }
    guard let root, let fields = root.mapping else {
      throw Fault(line: 1, message: Phrase("应为“键: 值”", "a mapping is expected"))
    }
    try Self.check(fields, ["name", "ground", "roles"])
    guard let name = fields["name"]?.string else {
      throw Fault(line: Self.line(root), message: Phrase("缺 name", "name is missing"))
    }
    guard let roles = fields["roles"]?.mapping else {
      throw Fault(line: Self.line(root), message: Phrase("缺 roles", "roles is missing"))
    }
    let known = Dictionary(uniqueKeysWithValues: Role.allCases.map { ("\($0)", $0) })
    try Self.check(roles, Set(known.keys))
    var styles: [Role: Theme.Style] = [:]
    for (key, value) in roles {
      guard let role = key.string.flatMap({ known[$0] }) else { continue }
      styles[role] = try Self.style(value)
    }
    theme = Theme(name: name, styles: styles)
  }

  private static func style(_ node: Node) throws(Fault) -> Theme.Style {
    guard let fields = node.mapping else {
      throw Fault(line: line(node), message: Phrase("应为 {fg: …, bold: …}", "{fg: …, bold: …} is expected"))
    }
    try check(fields, ["fg", "bg", "bold", "underline", "reverse", "dim"])
    return Theme.Style(
      foreground: try colour(fields["fg"]), background: try colour(fields["bg"]),
      bold: try flag(fields["bold"]), underlined: try flag(fields["underline"]),
      reversed: try flag(fields["reverse"]), dim: try flag(fields["dim"]))
  }

  private static func colour(_ node: Node?) throws(Fault) -> Theme.Colour {
    guard let node else { return Theme.Colour() }
    let bounds = [255, 15, 7]
    guard let list = node.sequence, list.count == bounds.count else {
      throw Fault(
        line: line(node), message: Phrase("颜色应为 [256 色, 16 色, 8 色]", "a colour is [of 256, of 16, of 8]"))
    }
    var numbers: [UInt8?] = []
    for (item, bound) in zip(list, bounds) {
      if item.null != nil {
        numbers.append(nil)
      } else if let number = item.int, (0...bound).contains(number) {
        numbers.append(UInt8(number))
      } else {
        throw Fault(line: line(item), message: Phrase("应在 0–\(bound) 之间", "0 to \(bound) is expected"))
      }
    }
    return Theme.Colour(of256: numbers[0], of16: numbers[1], of8: numbers[2])
  }

  private static func flag(_ node: Node?) throws(Fault) -> Bool {
    guard let node else { return false }
    guard let value = node.bool else {
      throw Fault(line: line(node), message: Phrase("应为 true 或 false", "true or false is expected"))
    }
    return value
  }

  private static func check(_ fields: Node.Mapping, _ known: Set<String>) throws(Fault) {
    for (key, _) in fields where !known.contains(key.string ?? "") {
      let name = SafeText.clean(key.string ?? "?", limit: 40)
      throw Fault(line: line(key), message: Phrase("不认识“\(name)”", "“\(name)” is not known"))
    }
  }

  private static func line(_ node: Node) -> Int? { node.mark?.line }
}
