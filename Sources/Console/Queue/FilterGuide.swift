import ScoringCore

extension FilterWords {
  /// The words of the language, a line a key: the same list that the parser reads by.
  static func lines(_ language: Language) -> [String] {
    func pick(_ words: [String]) -> String {
      let wanted =
        language == .zh ? words.first { word in !word.utf8.allSatisfy { $0 < 0x80 } } : words.first
      return wanted ?? words.first ?? ""
    }
    func join<Value>(_ list: [(Value, [String])]) -> String {
      list.map { pick($0.1) }.joined(separator: " ")
    }
    func key(_ wanted: Key) -> String { pick(keys.first { $0.0 == wanted }?.1 ?? []) }
    let sample = Phrase("层级:小巨人  山东  逾期  得分<65  -复核", "tier:little-giant  shandong  late  score<65  -review")
    return [
      sample(language),
      "",
      "\(key(.tier)):  \(join(tiers))",
      "\(key(.outcome)):  \(join(outcomes))",
      "\(key(.state)):  \(join(states))",
      "\(key(.type)):  \(join(types))",
      "\(key(.edition)):  \(join(editions))",
      "\(key(.division)):  \(key(.authority)):  "
        + Phrase("名称或代码", "name or code")(language),
      "\(key(.assignee)):  \(key(.industry)):  \(key(.name)):",
      "\(key(.decides)):  " + Phrase("指标、条件的名称或代号，如 mainShare", "an indicator or condition, e.g. mainShare")(language),
      "\(key(.finding)):  \(join(findings))",
      [Filter.Number.score, .gap, .days, .unsettled, .objections, .revision].map { key(.number($0)) }
        .joined(separator: " ") + "  < <= = >= >",
      [Filter.DayField.submitted, .received, .due, .changed].map { key(.day($0)) }
        .joined(separator: " ") + "  < <= = >= >  2026-03-02",
      Phrase(
        "差：离合格线差几分；不打分的层级，差几项条件。", "gap: points short of the line, or conditions where nothing is scored.")(language),
      join(flags),
      "",
      Phrase(
        "其他词在名称、拼音首字母、信用代码和编号里找；前面加 - 表示除外。",
        "Any other word is looked for in name, initials, credit code and id; - before a term excludes.")(
          language),
    ]
  }

  /// Broken between words only, the rest further in; a sentence as sentences are.
  private static func wrapped(_ line: String, width: Int) -> [String] {
    guard Width.of(line) > width, line.contains(":  ") else { return TextWrap.lines(line, width: width) }
    var lines = [""]
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      if Width.of(last) + 1 + Width.of(String(word)) > width {
        lines.append("    " + word)
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : last + " " + word
      }
    }
    return lines
  }

  static func dialog(_ context: Context) -> Dialog {
    Dialog(
      id: "queue.words", title: Phrase("筛选用语", "Filter words"),
      body: lines(context.language).flatMap { line in
        Self.wrapped(line, width: max(40, context.size.columns * 3 / 4 - 6)).map { Dialog.Line($0) }
      }, confirm: Dialog.understood)
  }
}
