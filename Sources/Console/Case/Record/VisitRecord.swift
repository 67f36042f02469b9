import Casework
package import ScoringCore
import StrictJSON

/// A visit of a spot check with the items of its list.
package struct VisitRecord: Sendable, Hashable {
  package enum Phase: Sendable, Hashable { case ordered, planned, closing, closed }
  package struct Item: Sendable, Hashable {
    package enum State: String, Sendable, Hashable { case open, asDeclared, differs, notSeen }
    /// Path of the fact, or the item's code.
    package var code: String
    package var name: Phrase
    package var declared: Phrase
    package var state: State = .open
    package var found: Phrase?
  }
  package var id: String
  package var phase: Phase
  package var ground: Phrase
  package var officers: [String] = []
  package var day: Day?
  package var items: [Item] = []
  /// Word of the result once closed.
  package var result: Phrase?
}

extension VisitRecord {
  /// Those of a case, oldest first.
  static func all(of file: CaseFile, _ values: FactTexts) -> [VisitRecord] {
    let entries = file.history.entries.filter { $0.verdict.isValid }.map(\.event)
    return entries.compactMap { event in
      guard event.act == .order || event.act == .drawResult, let visit = file.fold.visit(event.id) else { return nil }
      let plan = file.fold.body(.visitPlan(visit.id))?.body
      let phase: Phase =
        switch visit.phase {
        case .open: plan == nil ? .ordered : .planned
        case .closing: .closing
        case .closed: .closed
        }
      let ground =
        event.act == .order
        ? CodedWords.word(event.body["ground"]?.string ?? "") : Phrase("抽中", "drawn")
      return VisitRecord(
        id: visit.id, phase: phase, ground: ground, officers: file.fold.visitors(visit.id),
        day: plan?["day"]?.string.flatMap { Day($0) }, items: items(file, visit.id, values),
        result: visit.result.map(CodedWords.word))
    }
  }

  /// The list of a visit: what decides, then what else is stated.
  private static func items(_ file: CaseFile, _ visit: String, _ values: FactTexts) -> [Item] {
    values.deciding.map { path in
      let body = file.fold.body(.finding(visit: visit, item: path.description))?.body
      let state = body?["state"]?.string.flatMap(Item.State.init(rawValue:)) ?? .open
      let found = body?["value"].flatMap { try? FactValue($0, at: path) }.map { values.text($0, path) }
      return Item(
        code: path.description, name: path.name, declared: values.declared(path), state: state, found: found)
    }
  }
}
