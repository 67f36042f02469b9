import ScoringCore
import StrictJSON

/// What an act would put in the place of what stands 更改已有记录: a finding, a verified value, the state of a paper, a
/// judgement, a plan. Whoever changes one is asked once, with both before him and what follows; the same answer again is
/// not asked about.
extension Situation {
  /// What would change, in lines; `nil` where the act changes nothing that stands.
  func changing(by action: Action) -> Phrase? {
    let act = action.name.act
    let event = unsigned(action)
    guard let own = act.answersAnew(event.body) else { return nil }
    let replaced = fold.answers(of: event, act, place: .max).compactMap { question, answer in
      let standing = fold.liveAnswers(question).filter {
        $0.result != .nothing && ($0.agreement != answer.agreement || asksOtherItems(event, than: $0.id))
      }
      return standing.isEmpty
        ? nil : Replaced(question: question, by: answer, standing.compactMap { fold.event($0.id) })
    }
    guard let first = replaced.first else { return nil }
    var lines = [
      Phrase(
        "\(first.question.name(rights.name).zh)：已有记录，要更改吗？",
        "\(first.question.name(rights.name).en) is on file already; change it?")
    ]
    if let record = replaced.first(where: { $0.question == own }) {
      lines += record.standing.map { lined("现为：", "stands: ", told($0), by($0)) }
      lines.append(lined("改为：", "becomes: ", told(event)))
    }
    lines += replaced.compactMap { value($0, event) }
    if let points = score(with: event) { lines.append(points) }
    return Phrase(lines.map(\.zh).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
  }

  /// A plan that asks for other items than the one that stands: two officers may agree on the rest all the same.
  private func asksOtherItems(_ event: Event, than id: String) -> Bool {
    guard event.act == .plan, let standing = fold.event(id) else { return false }
    return Set(standing.body.texts("items")) != Set(event.body.texts("items"))
  }

  /// A question of which something stands that the act answers otherwise.
  private struct Replaced {
    let question: Question
    let answer: Answer
    let standing: [Event]

    init(question: Question, by answer: Answer, _ standing: [Event]) {
      self.question = question
      self.answer = answer
      self.standing = standing
    }
  }

  private func lined(_ zh: String, _ en: String, _ parts: Phrase...) -> Phrase {
    Phrase(zh + parts.map(\.zh).joined(), en + parts.map(\.en).joined())
  }

  /// An event with what its line leaves out: what a plan asks for, and photographs.
  private func told(_ event: Event) -> Phrase {
    var parts = [event.line(fold)]
    if event.act == .plan {
      let items = event.body.texts("items").map { VisitItem($0).name }
      parts.append(.same(event.body.text("day")))
      parts.append(
        items.isEmpty
          ? Phrase("没有必查项目", "no item is asked for")
          : Phrase(
            "必查 " + items.map(\.zh).joined(separator: "、"), "asked for: " + items.map(\.en).joined(separator: ", ")))
    }
    let files = event.body.list("files").count
    if files > 0 { parts.append(Phrase("照片、材料 \(files) 份", "photographs and papers: \(files)")) }
    return parts.joined("，", ", ")
  }

  private func by(_ event: Event) -> Phrase {
    let name = rights.name(of: event.author)
    let on = event.on?.description ?? ""
    return Phrase("（\(name)，\(on)）", " (\(name), \(on))")
  }

  /// What becomes of the verified value of a fact; `nil` for a question of another sort.
  private func value(_ replaced: Replaced, _ event: Event) -> Phrase? {
    guard case .fact(let text) = replaced.question, let path = FactPath(text) else { return nil }
    let declared = amount(file?.revision.application.value(at: path)?.json ?? .null, path)
    func verified(_ event: Event) -> Phrase {
      event.statedFact == Event.declaredFact ? declared : amount(event.body["value"] ?? .null, path)
    }
    let before = replaced.standing.map(verified)
    let after =
      replaced.answer.result == .nothing
      ? lined("不再有核实值，按申报 ", "none, as declared ", declared) : verified(event)
    return lined(
      "核实值：\(before.map(\.zh).joined(separator: "、")) → ",
      "verified value: \(before.map(\.en).joined(separator: ", ")) → ", after)
  }

  /// What it does to the score; `nil` for nothing.
  private func score(with event: Event) -> Phrase? {
    let scores = [file, adding(event).file].compactMap { $0?.assessment?.score?.points }.map { points in
      points.minimum == points.maximum ? "\(points.minimum)" : "\(points.minimum)–\(points.maximum)"
    }
    guard scores.count == 2, scores[0] != scores[1] else { return nil }
    return Phrase("得分：\(scores[0]) → \(scores[1])", "score: \(scores[0]) → \(scores[1])")
  }

  private func amount(_ value: JSONValue, _ path: FactPath?) -> Phrase { FactEntry.amount(value, at: path) }
}
