import Casework
public import ScoringCore
import StrictJSON

/// A visit of a spot check with the items of its list.
public struct VisitRecord: Sendable, Hashable {
  public enum Phase: Sendable, Hashable { case ordered, planned, closing, closed }
  public struct Item: Sendable, Hashable {
    public enum State: String, Sendable, Hashable { case open, asDeclared, differs, notSeen }
    /// Path of the fact, or the item's code.
    public var code: String
    public var name: Phrase
    public var declared: Phrase
    public var state: State
    public var found: Phrase?

    public init(code: String, name: Phrase, declared: Phrase, state: State = .open, found: Phrase? = nil) {
      self.code = code
      self.name = name
      self.declared = declared
      self.state = state
      self.found = found
    }
  }
  public var id: String
  public var phase: Phase
  public var ground: Phrase
  public var officers: [String]
  public var day: Day?
  public var items: [Item]
  /// Word of the result once closed.
  public var result: Phrase?

  public init(
    id: String, phase: Phase, ground: Phrase, officers: [String] = [], day: Day? = nil, items: [Item] = [],
    result: Phrase? = nil
  ) {
    self.id = id
    self.phase = phase
    self.ground = ground
    self.officers = officers
    self.day = day
    self.items = items
    self.result = result
  }
}

extension VisitRecord {
  /// Those of a case, oldest first.
  static func all(of file: CaseFile, _ values: FactTexts) -> [VisitRecord] {
    let entries = file.history.entries.filter { $0.verdict.isValid }.map(\.event)
    return entries.compactMap { event in
      guard event.act == .order || event.act == .sampled, let visit = file.fold.visit(event.id) else { return nil }
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
