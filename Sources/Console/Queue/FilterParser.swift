import Casework
import ScoringCore

extension Filter {
  /// Reads the text. Never fails as a whole: a term that cannot be read is a fault, and the rest still narrows.
  init(_ text: String, language: Language = .zh) {
    self = .none
    self.text = text
    let characters = Array(text.prefix(Filter.limit)).map { Filter.fold($0) }
    if text.dropFirst(Filter.limit).contains(where: { $0 != " " }) {
      let why = Phrase("筛选最多 \(Filter.limit) 个字符", "a filter has at most \(Filter.limit) characters")
      faults.append(Fault(range: Filter.limit..<text.count, message: why))
    }
    var place = 0
    while place < characters.count {
      if characters[place] == " " {
        place += 1
        continue
      }
      let start = place
      var word = ""
      var isQuoted = false
      while place < characters.count, isQuoted || characters[place] != " " {
        if characters[place] == "\"" {
          isQuoted.toggle()
        } else {
          word.append(characters[place])
        }
        place += 1
      }
      if isQuoted {
        let why = Phrase("少一个后引号（\"）", "a closing quote (\") is missing")
        faults.append(Fault(range: start..<place, message: why, isUnfinished: true))
      }
      read(word.lowercased(), start..<place)
    }
  }

  private static func fold(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch scalar.value {
    case 0xFF01...0xFF5E, 0x3000, 0x201C, 0x201D: return Character(Key.fold(scalar))
    default: return character
    }
  }

  private mutating func read(_ whole: String, _ range: Range<Int>) {
    var word = whole
    var isTurned = false
    if word.count > 1, let first = word.first, first == "-" || first == "!" {
      isTurned = true
      word.removeFirst()
    }
    guard !word.isEmpty else { return }
    do throws(Unread) {
      terms.append(Term(test: try test(word), isTurned: isTurned))
    } catch {
      faults.append(Fault(range: range, message: error.message, isUnfinished: error.isUnfinished))
    }
  }

  private struct Unread: Error {
    var message: Phrase
    var isUnfinished = false

    /// A sign that nothing follows.
    static func bare(_ key: String) -> Unread {
      Unread(
        message: Phrase("“\(key)”后还没有写条件", "nothing is asked of “\(key)” yet"), isUnfinished: true)
    }
  }

  private func test(_ word: String) throws(Unread) -> Test {
    guard let (key, sign, value) = Filter.split(word) else { return bare(word) }
    guard let known = FilterWords.find(key, in: FilterWords.keys) else {
      throw Unread(
        message: Phrase(
          "没有“\(key)”这个条件：可用 层级 测算结果 状态 地市 省份 类型 版本 得分 天数 …",
          "no condition “\(key)”: use tier outcome state division province type edition score days …"))
    }
    let comparison = try Filter.comparison(sign, known)
    if value.allSatisfy(Filter.separators.contains) { throw .bare(key) }
    switch known {
    case .number(let number):
      guard let bound = Int(value) else {
        throw Unread(message: Phrase("“\(key)”后要整数", "“\(key)” takes a whole number"))
      }
      return .number(number, comparison, bound)
    case .day(let field):
      guard let day = Day(value) else {
        throw Unread(
          message: Phrase("“\(key)”后要日期，如 2026-03-02", "“\(key)” takes a day, e.g. 2026-03-02"))
      }
      return .day(field, comparison, day)
    case .tier: return .tiers(try all(value, FilterWords.tiers))
    case .outcome: return .outcomes(try all(value, FilterWords.outcomes))
    case .state: return .states(try all(value, FilterWords.states))
    case .type: return .types(try all(value, FilterWords.types))
    case .edition: return .editions(try all(value, FilterWords.editions))
    case .division: return .divisions(try places(value, FilterWords.divisions))
    case .authority: return .authorities(try places(value, FilterWords.authorities))
    case .assignee: return .assignee(value)
    case .industry: return .industry(value.uppercased())
    case .decides: return .decides(try deciding(value))
    case .name: return .text(SearchIndex.Needle(value))
    case .finding: return .findings(try all(value, FilterWords.findings))
    }
  }

  /// A word without a sign.
  private func bare(_ word: String) -> Test {
    if let tier = FilterWords.find(word, in: FilterWords.tiers) { return .tiers([tier]) }
    if let outcome = FilterWords.find(word, in: FilterWords.outcomes) { return .outcomes([outcome]) }
    if let flag = FilterWords.find(word, in: FilterWords.flags) { return .flag(flag) }
    if let type = FilterWords.find(word, in: FilterWords.types) { return .types([type]) }
    if let state = FilterWords.find(word, in: FilterWords.states) { return .states([state]) }
    if Int(word) == nil, let edition = FilterWords.find(word, in: FilterWords.editions) {
      return .editions([edition])
    }
    let authorities = FilterWords.authorities(word)
    if !authorities.isEmpty { return .authorities(authorities) }
    let divisions = FilterWords.divisions(word)
    if !divisions.isEmpty { return .divisions(divisions) }
    return .text(SearchIndex.Needle(word))
  }

  private func all<Value>(_ text: String, _ list: [(Value, [String])]) throws(Unread) -> [Value] {
    var values: [Value] = []
    for word in text.split(whereSeparator: Filter.separators.contains).map(String.init) {
      if let value = FilterWords.find(word, in: list) {
        values.append(value)
      } else {
        let known = Phrase(
          list.compactMap { $0.1.count > 1 ? $0.1[1] : $0.1[0] }.joined(separator: " "),
          list.compactMap { $0.1.first }.joined(separator: " "))
        throw Unread(message: Phrase("不认识“\(word)”：可用 \(known.zh)", "“\(word)” is unknown: use \(known.en)"))
      }
    }
    return values
  }

  private func deciding(_ text: String) throws(Unread) -> [String] {
    var ids: [String] = []
    for word in text.split(whereSeparator: Filter.separators.contains).map(String.init) {
      let found = RuleNames.ids(word)
      guard !found.isEmpty else {
        throw Unread(
          message: Phrase(
            "没有叫“\(word)”的指标、条件或直通车：写名称或代号，如 mainShare",
            "no indicator, condition or route is called “\(word)”: use its name or id, e.g. mainShare"))
      }
      ids += found
    }
    return ids
  }

  private func places(_ text: String, _ find: (String) -> [String]) throws(Unread) -> [String] {
    var codes: [String] = []
    for word in text.split(whereSeparator: Filter.separators.contains).map(String.init) {
      let found = find(word)
      guard !found.isEmpty else {
        throw Unread(message: Phrase("没有叫“\(word)”的地方", "no place is called “\(word)”"))
      }
      codes += found
    }
    return codes
  }

  /// Between several values of one condition.
  private static let separators: Set<Character> = [",", "、"]

  private static func split(_ word: String) -> (key: String, sign: String, value: String)? {
    let signs: Set<Character> = [":", "<", ">", "=", "≤", "≥"]
    guard let start = word.firstIndex(where: signs.contains), start != word.startIndex else {
      return nil
    }
    var end = word.index(after: start)
    if end < word.endIndex, word[end] == "=", word[start] == "<" || word[start] == ">" {
      end = word.index(after: end)
    }
    return (String(word[..<start]), String(word[start..<end]), String(word[end...]))
  }

  private static func comparison(_ sign: String, _ key: FilterWords.Key) throws(Unread) -> Comparison {
    switch key {
    case .number, .day:
      switch sign {
      case "<": return .less
      case "<=", "≤": return .atMost
      case ">": return .more
      case ">=", "≥": return .atLeast
      default: return .equal
      }
    default:
      guard sign == ":" || sign == "=" else {
        throw Unread(message: Phrase("这里只能用“:”", "only “:” goes here"))
      }
      return .equal
    }
  }
}
