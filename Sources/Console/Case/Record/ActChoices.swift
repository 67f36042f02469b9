package import Casework
package import ScoringCore
import StrictJSON

/// What an act in a case can be about, where there is a choice: worked out when the case is read.
package struct ActChoices: Sendable, Hashable {
  /// Conditions that the rules leave open.
  package var conditions: [Form.Option] = []
  /// Questions with answers that do not agree.
  package var contests: [Contest] = []
  /// Answers that could be taken back, newest first; those that something rests on say what comes first.
  package var undoable: [Form.Option] = []
  /// Sealed and redacted files by their hash.
  package var erasable: [Form.Option] = []
  /// Erasures that another officer has begun and that wait for the second half.
  package var erasures: [Erasure] = []
  /// Events that wait to be countersigned.
  package var ratifications: [Form.Option] = []
  /// Spot-check officers, of whom two go on a visit.
  package var visitors: [Form.Option] = []

  package init() {}

  /// A contested question 争议 with its answers.
  package struct Contest: Sendable, Hashable {
    package struct Side: Sendable, Hashable {
      package var id: String
      /// By name.
      package var author: String
      package var on: Day?
      package var text: Phrase
      /// Why, in the officer's words.
      package var reason: String?
    }
    package var question: Question
    package var name: Phrase
    package var sides: [Side]
  }

  /// The first half of an erasure.
  package struct Erasure: Sendable, Hashable {
    package var id: String
    package var author: String
    /// What the author is called.
    package var name: String
    package var files: [String]
    package var ground: String
  }
}

extension ActChoices {
  init(_ file: CaseFile, _ place: Situation) {
    func name(_ officer: String) -> String { file.fold.name(of: officer) }
    let lines = Dictionary(file.timeline.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    conditions = file.unjudged.map { id in Form.Option(id, file.name(ofCondition: id)) }
    contests = file.fold.contested.map { question in
      Contest(
        question: question, name: file.name(of: question),
        sides: file.fold.liveAnswers(question).compactMap { answer in
          guard let line = lines[answer.id] else { return nil }
          let body = line.entry.event.body
          return Contest.Side(
            id: answer.id, author: name(answer.author), on: line.entry.event.on, text: line.line,
            reason: body["text"]?.string ?? body["reason"]?.string ?? body["justification"]?.string)
        })
    }
    undoable = place.undoable.map { event, unmet in
      let on = event.on.map { "\($0)  " } ?? ""
      return Form.Option(
        event.id, Phrase(on, on).joined(lines[event.id]?.line ?? event.title), whyNot: unmet.first?.message)
    }
    let events = file.history.entries.filter(\.verdict.isValid).map(\.event)
    erasable = place.erasable.map { Form.Option($0.sha, $0.name) }
    let erasing = events.filter { $0.act == .erase }
    let seconded = Set(erasing.compactMap { $0.body["of"]?.string })
    erasures = erasing.filter { $0.body["of"] == nil && !seconded.contains($0.id) }.map {
      Erasure(
        id: $0.id, author: $0.author, name: name($0.author),
        files: ($0.body["files"]?.array ?? []).compactMap(\.string),
        ground: $0.body["ground"]?.string ?? "")
    }
    visitors = file.visitors.map { visitor in
      let name = name(visitor.officer.id)
      return Form.Option(visitor.officer.id, Phrase(name, name), whyNot: visitor.unmet.first?.message)
    }
    ratifications = file.timeline.filter { $0.entry.verdict == .pending(.ratify) }.map {
      Form.Option($0.id, $0.line)
    }
  }
}
