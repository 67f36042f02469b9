import Casework
import ScoringCore

/// Something of a case to be read whole: what is known of it now, then every record of it, the oldest first.
struct Reading: Sendable, Hashable {
  /// What it is of: how it is found again when the case has changed.
  enum Subject: Sendable, Hashable {
    /// By the event's id; the document's, the objection's; the visit and the item's code.
    case event(String), document(String), objection(String), item(visit: String, code: String)

    /// The tab that it was opened from.
    var tab: CaseTab {
      switch self {
      case .event: .timeline
      case .document: .materials
      case .objection: .objections
      case .item: .spotCheck
      }
    }
  }

  var title: Phrase
  /// What is known of it now; empty where the one record says it all.
  var fields: [FieldText] = []
  var events: [TimelineRow] = []

  /// - Parameter isWhole: hashes stand whole, as in the reader.
  func lines(_ language: Language, _ glyphs: Glyphs, width: Int, isWhole: Bool) -> [EventLayout.Line] {
    let records = events.map {
      EventLayout(event: $0, language: language, glyphs: glyphs, width: width, isWhole: isWhole).lines
    }
    let texts = FieldLines(language: language, glyphs: glyphs, width: width, isWhole: isWhole)
    let known = fields.isEmpty ? [] : [texts.wrapped(title(language), .heading) + texts.lines(fields)]
    return Array((known + records).joined(separator: [EventLayout.Line()]))
  }
}

extension CaseRecord {
  /// What is to be read of a subject; `nil` where the case has it no longer.
  func reading(_ subject: Reading.Subject) -> Reading? {
    switch subject {
    case .event(let id): timeline.first { $0.id == id }.map { Reading(title: $0.title, events: [$0]) }
    case .document(let id):
      papers.first { $0.id == id }.map { Reading(title: $0.name, fields: $0.fields, events: events($0.events)) }
    case .objection(let id):
      objections.first { $0.id == id }.map {
        Reading(title: CodedWords.word($0.kind.rawValue), fields: $0.fields, events: events($0.events))
      }
    case .item(let id, let code):
      visits.first { $0.id == id }.flatMap { visit in
        visit.items.first { $0.code == code }.map {
          Reading(title: $0.name, fields: $0.fields(visit), events: events($0.events))
        }
      }
    }
  }

  private func events(_ ids: [String]) -> [TimelineRow] { timeline.filter { ids.contains($0.id) } }
}

extension FieldText {
  init(_ name: String, _ zh: String, _ en: String, _ text: Phrase) {
    self.init(name: name, label: Phrase(zh, en), text: text)
  }
}

extension DocumentRow {
  /// What is known of the paper now.
  fileprivate var fields: [FieldText] {
    var fields = [FieldText("state", "状态", "State", state.name)]
    if !notes.isEmpty { fields.append(FieldText("notes", "说明", "Notes", notes.joined("\n", "\n"))) }
    fields.append(FieldText("why", "为什么要", "Why", why))
    if let pages { fields.append(FieldText("pages", "页数", "Pages", Phrase("\(pages)", "\(pages)"))) }
    fields.append(
      FieldText("file", "文件", "File", file.map { Phrase($0, $0) } ?? Phrase("没有附件", "nothing was attached")))
    if let sha256 { fields.append(FieldText("sha", "SHA-256", "SHA-256", Phrase(sha256, sha256))) }
    if let onDisk { fields.append(FieldText("disk", "库中", "In the store", onDisk.name)) }
    let facts = proves.map { fact in
      let verified = fact.verified.map { value in
        Phrase("，核实 \(value.zh)", ", verified \(value.en)")
          .joined(fact.source.map { Phrase("（\($0.zh)）", " (\($0.en))") } ?? Phrase("", ""))
      }
      return fact.name.joined(Phrase("  申报 \(fact.declared.zh)", "  declared \(fact.declared.en)"))
        .joined(verified ?? Phrase("", ""))
    }
    if !facts.isEmpty { fields.append(FieldText("proves", "证明", "Proves", facts.joined("\n", "\n"))) }
    return fields
  }
}

extension Objection {
  /// What is known of it now.
  fileprivate var fields: [FieldText] {
    var fields = [FieldText("arrived", "收到日期", "Arrived", Phrase("\(arrived)", "\(arrived)"))]
    fields.append(
      FieldText(
        "answer", "答复", "Answer", answer ?? Phrase("未答复，第 \(days) 个工作日", "open, working day \(days)")))
    if !reasons.isEmpty { fields.append(FieldText("reasons", "理由", "Reasons", reasons.joined("\n", "\n"))) }
    fields.append(FieldText("text", "公开文本", "As published", text))
    let seal = Phrase(
      "密封，只有异议处理员可以打开，打开即留记录", "sealed; objection officers may open it, and that is recorded")
    let words = opened.map { Phrase($0, $0) }
    fields.append(FieldText("sealed", "原文和身份", "Text and identity", words.isEmpty ? seal : words.joined("\n", "\n")))
    return fields
  }
}

extension VisitRecord.Item {
  /// What is known of it now, and what its visit was to look at.
  fileprivate func fields(_ visit: VisitRecord) -> [FieldText] {
    var fields = [
      FieldText("declared", "申报", "Declared", declared),
      FieldText("state", "现场情况", "Seen", state == .open ? Phrase("待查", "to check") : CodedWords.word(state.rawValue)),
    ]
    if let found { fields.append(FieldText("found", "现场核实数", "Value found", found)) }
    if let note, !note.isEmpty { fields.append(FieldText("note", "说明", "Note", Phrase(note, note))) }
    if !files.isEmpty {
      fields.append(
        FieldText("files", "照片和材料", "Files", Phrase("\(files.count) 份，o 打开", "\(files.count); o opens them")))
    }
    if let why { fields.append(FieldText("why", "为什么查", "Why it is looked at", why)) }
    fields.append(
      FieldText("planned", "必查", "Asked for", isPlanned ? Phrase("是", "yes") : Phrase("否", "no")))
    if let asks = visit.asks { fields.append(FieldText("asks", "要查什么", "To look at", Phrase(asks, asks))) }
    return fields
  }
}
