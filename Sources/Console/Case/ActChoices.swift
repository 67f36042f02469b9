import Casework
public import ScoringCore
import StrictJSON

/// What an act in a case can be about, where there is a choice: worked out when the case is read.
public struct ActChoices: Sendable, Hashable {
  /// Conditions that the rules leave open.
  public var conditions: [Form.Option] = []
  /// Questions with answers that do not agree.
  public var contests: [Contest] = []
  /// Answers that could be taken back, newest first; those that something rests on say what comes first.
  public var undoable: [Form.Option] = []
  /// Sealed and redacted files by their hash.
  public var erasable: [Form.Option] = []
  /// Erasures that another officer has begun and that wait for the second half.
  public var erasures: [Erasure] = []
  /// Events that wait to be countersigned.
  public var countersigns: [Form.Option] = []
  /// Spot-check officers, of whom two go on a visit.
  public var visitors: [Form.Option] = []

  public init() {}

  /// A contested question 争议 with its answers.
  public struct Contest: Sendable, Hashable {
    public struct Side: Sendable, Hashable {
      public var id: String
      public var author: String
      public var on: Day?
      public var text: Phrase
      /// Why, in the officer's words.
      public var reason: String?
    }
    public var question: String
    public var name: Phrase
    public var sides: [Side]
  }

  /// The first half of an erasure.
  public struct Erasure: Sendable, Hashable {
    public var id: String
    public var author: String
    public var files: [String]
    public var ground: String
  }
}

extension ActChoices {
  init(_ file: CaseFile, officer: String, today: Day) {
    let lines = Dictionary(file.timeline.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    conditions = file.unjudged.map { id in Form.Option(id, Self.name(of: id, file) ?? Phrase(id, id)) }
    contests = file.fold.contested.map { question in
      Contest(
        question: question, name: Self.name(question),
        sides: file.fold.liveAnswers(question).compactMap { answer in
          guard let line = lines[answer.id] else { return nil }
          let body = line.entry.event.body
          return Contest.Side(
            id: answer.id, author: answer.author, on: line.entry.event.on, text: line.line,
            reason: body["text"]?.string ?? body["reason"]?.string ?? body["justification"]?.string)
        })
    }
    undoable = Self.undoable(file, officer, today)
    let events = file.history.entries.filter(\.verdict.isValid).map(\.event)
    erasable = events.flatMap(Self.files)
    let seconded = Set(events.filter { $0.kind == "erase" }.compactMap { $0.body["of"]?.string })
    erasures = events.filter { $0.kind == "erase" && $0.body["of"] == nil && !seconded.contains($0.id) }.map {
      Erasure(
        id: $0.id, author: $0.author, files: ($0.body["files"]?.array ?? []).compactMap(\.string),
        ground: $0.body["ground"]?.string ?? "")
    }
    visitors = file.visitors.map { visitor in
      let name = SafeText.clean(visitor.officer.name, limit: 40) + "  " + visitor.officer.id
      return Form.Option(visitor.officer.id, Phrase(name, name), whyNot: visitor.unmet.first?.message)
    }
    countersigns = file.timeline.filter { $0.entry.verdict == .pending(.countersign) }.map {
      Form.Option($0.id, $0.line)
    }
  }

  private static func name(of id: String, _ file: CaseFile) -> Phrase? {
    func find(_ node: Explanation) -> Phrase? {
      if node.id == id { return node.name }
      for child in node.children { if let name = find(child) { return name } }
      return nil
    }
    return file.explanation.flatMap(find)
  }

  /// A question as officers call it.
  private static func name(_ question: String) -> Phrase {
    let parts = question.split(separator: ":", maxSplits: 1).map(String.init)
    switch parts.first {
    case "stage": return Phrase("案件往哪里走", "Where the case goes")
    case "title": return Phrase("称号", "The title")
    case "assignee": return Phrase("由谁办理", "Who has the case")
    case "objection": return Phrase("对异议的答复", "The answer to an objection")
    case "visit": return Phrase("抽查的结果", "The result of a visit")
    case "visitplan": return Phrase("抽查的安排", "The plan of a visit")
    case "fact":
      let name = parts.last.flatMap { FactPath($0) }?.name ?? Phrase(question, question)
      return Phrase("数据 ", "Fact ").joined(name)
    case "material":
      let item = parts.last?.split(separator: ":").first.map(String.init) ?? ""
      return Phrase("材料 ", "Paper ").joined(MaterialItem(rawValue: item)?.name ?? Phrase(item, item))
    default: return Phrase(question, question)
    }
  }

  /// The newest live answers: enough for a screen.
  private static let most = 12

  private static func undoable(_ file: CaseFile, _ officer: String, _ today: Day) -> [Form.Option] {
    var options: [Form.Option] = []
    for line in file.timeline.reversed() where line.isLive && options.count < most {
      let asked = Action("undo", ["of": .string(line.id), "reason": "?"])
      let unmet = file.permitted(asked, by: officer, today: today)
      // What is never taken back, or answers nothing, is no choice at all.
      if unmet.contains(where: { ["final", "notLive", "unknown"].contains($0.code) }) { continue }
      let on = line.entry.event.on.map { "\($0)  " } ?? ""
      let text = Phrase(on, on).joined(line.line)
      options.append(Form.Option(line.id, text, whyNot: unmet.first?.message))
    }
    return options
  }

  /// Files that an event names and that may be erased.
  private static func files(_ event: Event) -> [Form.Option] {
    let on = event.on.map { " \($0)" } ?? ""
    func option(_ field: String, _ zh: String, _ en: String) -> Form.Option? {
      event.body[field]?.string.map { Form.Option($0, Phrase(zh + on, en + on)) }
    }
    switch event.kind {
    case "lodge":
      return [
        option("text", "异议原文", "text of an objection"), option("identity", "异议人身份", "identity of an objector"),
      ].compactMap(\.self)
    case "redact": return [option("copy", "隐名本", "redacted copy")].compactMap(\.self)
    case "finding":
      return (event.body["files"]?.array ?? []).compactMap { $0["sha"]?.string }.map {
        Form.Option($0, Phrase("抽查照片\(on)", "photograph of a visit\(on)"))
      }
    default: return []
    }
  }
}
