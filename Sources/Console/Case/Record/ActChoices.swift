public import Casework
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
    public var question: Question
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
  init(_ file: CaseFile, _ place: Situation) {
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
    undoable = place.undoable.map { event, unmet in
      let on = event.on.map { "\($0)  " } ?? ""
      return Form.Option(
        event.id, Phrase(on, on).joined(lines[event.id]?.line ?? event.title), whyNot: unmet.first?.message)
    }
    let events = file.history.entries.filter(\.verdict.isValid).map(\.event)
    erasable = events.flatMap(Self.files)
    let erasing = events.filter { $0.act == .erase }
    let seconded = Set(erasing.compactMap { $0.body["of"]?.string })
    erasures = erasing.filter { $0.body["of"] == nil && !seconded.contains($0.id) }.map {
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
  private static func name(_ question: Question) -> Phrase {
    switch question {
    case .stage: return Phrase("案件往哪里走", "Where the case goes")
    case .title: return Phrase("称号", "The title")
    case .assignee: return Phrase("由谁办理", "Who has the case")
    case .objection: return Phrase("对异议的答复", "The answer to an objection")
    case .visit: return Phrase("抽查的结果", "The result of a visit")
    case .visitPlan: return Phrase("抽查的安排", "The plan of a visit")
    case .fact(let path):
      return Phrase("数据 ", "Fact ").joined(FactPath(path)?.name ?? Phrase(path, path))
    case .material(let code):
      let item = code.split(separator: ":").first.map(String.init) ?? ""
      return Phrase("材料 ", "Paper ").joined(MaterialItem(rawValue: item)?.name ?? Phrase(item, item))
    default: return Phrase(question.text, question.text)
    }
  }

  /// Files that an event names and that may be erased.
  private static func files(_ event: Event) -> [Form.Option] {
    let on = event.on.map { " \($0)" } ?? ""
    func option(_ field: String, _ zh: String, _ en: String) -> Form.Option? {
      event.body[field]?.string.map { Form.Option($0, Phrase(zh + on, en + on)) }
    }
    switch event.act {
    case .lodge:
      return [
        option("text", "异议原文", "text of an objection"), option("identity", "异议人身份", "identity of an objector"),
      ].compactMap(\.self)
    case .redact: return [option("copy", "隐名本", "redacted copy")].compactMap(\.self)
    case .finding:
      return (event.body["files"]?.array ?? []).compactMap { $0["sha"]?.string }.map {
        Form.Option($0, Phrase("抽查照片\(on)", "photograph of a visit\(on)"))
      }
    default: return []
    }
  }
}
