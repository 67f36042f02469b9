package import ScoringCore
import StrictJSON

extension CaseFile {
  /// Ids of the events that are of a paper: its checks, and what was read from it.
  package func events(of paper: SupportingDocument) -> [String] {
    let question = Question.material(item: paper.item.rawValue, year: paper.year, file: paper.sha)
    return events { event in
      switch event.act {
      case .check: Check.question(event.body) == question
      case .verify: paper.sha != nil && event.body["source"]?.text("material") == paper.sha
      default: false
      }
    }
  }

  /// Ids of the events that record an item of a visit.
  package func events(ofItem code: String, visit: String) -> [String] {
    events { $0.act == .finding && $0.body.text("visit") == visit && $0.body.text("item") == code }
  }

  private func events(_ isOfIt: (Event) -> Bool) -> [String] {
    history.entries.map(\.event).filter(isOfIt).map(\.id)
  }

  /// The last return for correction that nobody took back; `nil` where there was none.
  package var lastReturn: Event? {
    let undone = Set(fold.log.filter { $0.event.act == .undo }.compactMap { $0.event.body.text("of") })
    return fold.log.last { $0.event.act == .return && !undone.contains($0.event.id) }?.event
  }
}

extension Event {
  /// The reasons of a return or a refusal, each by its name, the paper or fact it is about, and what was written.
  package var toldReasons: [Phrase] {
    body.list("reasons").map { reason in
      let code = reason.text("code") ?? ""
      let name = DefectCode(rawValue: code)?.name ?? .same(code)
      let item = reason.text("item").map { MaterialItem(rawValue: $0)?.name ?? .same($0) }
      let path = reason.text("path").map { FactPath($0)?.name ?? .same($0) }
      let head = [name, item, path].compactMap(\.self).joined(" ", " ")
      let text = reason.text("text") ?? ""
      return text.isEmpty ? head : Phrase("\(head.zh)：\(text)", "\(head.en): \(text)")
    }
  }
}
