import Yams

/// A mapping of a rule file, whose keys are known beforehand: any other key is an error.
struct Fields {
  let file: RuleFile
  let node: Node
  private let values: [String: Node]

  init(_ node: Node, in file: RuleFile, keys: [String]) throws(RuleError) {
    guard case .mapping(let mapping) = node else {
      throw file.error(node, Phrase("这里应是键值表", "a mapping is expected here"))
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string else {
        throw file.error(key, Phrase("键应是文字", "a key must be a text"))
      }
      guard keys.contains(name) else {
        throw file.error(
          key,
          Phrase(
            "未知的键 \(name)；可用：\(keys.joined(separator: "、"))",
            "unknown key \(name); known here: \(keys.joined(separator: ", "))"))
      }
      values[name] = value
    }
    self.file = file
    self.node = node
    self.values = values
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// The node of a key; an error at the mapping when it is not there.
  func required(_ key: String) throws(RuleError) -> Node {
    guard let value = values[key] else {
      throw file.error(node, Phrase("缺少 \(key)", "\(key) is missing"))
    }
    return value
  }

  func optional(_ key: String) -> Node? { values[key] }

  func text(_ key: String) throws(RuleError) -> String {
    try file.text(required(key))
  }

  func integer(_ key: String, in range: ClosedRange<Int>) throws(RuleError) -> Int {
    try file.integer(required(key), in: range)
  }

  func phrase(_ key: String) throws(RuleError) -> Phrase {
    try file.phrase(required(key))
  }

  func day(_ key: String) throws(RuleError) -> Day {
    try file.day(required(key))
  }

  func flag(_ key: String) throws(RuleError) -> Bool {
    guard let node = values[key] else { return false }
    guard let value = node.bool else {
      throw file.error(node, Phrase("应是 true 或 false", "true or false is expected"))
    }
    return value
  }

  /// One of an enumeration's raw values.
  func code<Code: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: Code.Type) throws(RuleError) -> Code {
    try file.code(required(key), type)
  }

  /// The elements of a sequence, each read for itself: what is wrong in one is reported and the others still are read.
  func list<Value>(_ key: String, _ read: (Node) throws(RuleError) -> Value) throws(RuleError) -> [Value] {
    try file.elements(required(key)).compactMap { element in
      file.reading { () throws(RuleError) in try read(element) }
    }
  }
}

extension RuleFile {
  func elements(_ node: Node) throws(RuleError) -> [Node] {
    guard case .sequence(let sequence) = node else {
      throw error(node, Phrase("这里应是列表", "a list is expected here"))
    }
    return Array(sequence)
  }

  func text(_ node: Node) throws(RuleError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw error(node, Phrase("这里应是文字", "a text is expected here"))
    }
    return text
  }

  func integer(_ node: Node, in range: ClosedRange<Int>) throws(RuleError) -> Int {
    guard let value = Int(try text(node)), range.contains(value) else {
      throw error(
        node,
        Phrase(
          "应是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
          "an integer from \(range.lowerBound) to \(range.upperBound) is expected"))
    }
    return value
  }

  /// An exact decimal with at most four digits after the point.
  func bound(_ node: Node) throws(RuleError) -> Bound {
    let parts = try text(node).split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard parts.count <= 2, parts[0].count <= 10, !parts[0].isEmpty,
      parts.count == 1 || (1...4).contains(parts[1].count),
      let number = Int64(digits)
    else {
      throw error(node, Phrase("应是数，至多四位小数，不写单位", "a number with at most four decimals and no unit is expected"))
    }
    let denominators: [Int64] = [1, 10, 100, 1000, 10_000]
    return Bound(number, over: denominators[parts.count == 1 ? 0 : parts[1].count])
  }

  /// A text in both languages; where English is optional, Chinese stands for it.
  func phrase(_ node: Node) throws(RuleError) -> Phrase {
    if isEnglishOptional, node.scalar != nil {
      let text = try text(node)
      return Phrase(text, text)
    }
    let fields = try Fields(node, in: self, keys: ["zh", "en"])
    let zh = try fields.text("zh")
    return Phrase(zh, isEnglishOptional && !fields.has("en") ? zh : try fields.text("en"))
  }

  func day(_ node: Node) throws(RuleError) -> Day {
    let text = try text(node)
    guard let day = Day(text) else {
      let isWritten = text.count == 10 && text.split(separator: "-").map(\.count) == [4, 2, 2]
      throw error(
        node,
        isWritten
          ? Phrase("没有 \(text) 这一天", "\(text) is not a date")
          : Phrase("应是 YYYY-MM-DD 形式的日期，如 2026-03-05", "a day in the form YYYY-MM-DD is expected: 2026-03-05"))
    }
    return day
  }

  func code<Code: RawRepresentable<String> & CaseIterable>(_ node: Node, _ type: Code.Type) throws(RuleError) -> Code {
    let text = try text(node)
    guard let code = Code(rawValue: text) else {
      let known = Code.allCases.map(\.rawValue)
      throw error(
        node,
        Phrase(
          "未知的值 \(text)；可用：\(known.joined(separator: "、"))",
          "unknown value \(text); known here: \(known.joined(separator: ", "))"))
    }
    return code
  }
}
