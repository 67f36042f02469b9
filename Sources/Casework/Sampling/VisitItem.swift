package import ScoringCore
import StrictJSON

/// What a visit looks at, item by item 抽查项目: a fact, or a paper.
package struct VisitItem: Sendable, Hashable {
  /// Path of the fact, else the code of the paper or of what was recorded.
  package let code: String
  /// The plan asks for it.
  package var isPlanned = false
  /// Why a plan should ask for it: it decides, is in doubt, or is what the order names.
  package var why: Phrase?

  init(_ code: String) { self.code = code }

  /// `nil` where it is no fact.
  package var path: FactPath? { FactPath(code) }

  /// Whether it stands for anything.
  var isKnown: Bool { path != nil || MaterialItem(rawValue: code) != nil }

  /// As officers call it.
  package var name: Phrase { path?.name ?? MaterialItem(rawValue: code)?.name ?? .same(code) }
}

extension CaseFile {
  /// The items of a visit: those of its plan, then what decides and what else the rules use of the application as it was
  /// declared, then what was recorded beside them. No finding moves one.
  package func items(of visit: String) -> [VisitItem] {
    let planned = fold.body(.visitPlan(visit))?.body.texts("items") ?? []
    let recorded = fold.findings(of: visit).keys.sorted()
    var seen: Set<String> = []
    return (planned + declaredFacts + recorded).filter { seen.insert($0).inserted }.map { code in
      var item = VisitItem(code)
      item.isPlanned = planned.contains(code)
      return item
    }
  }

  /// What a plan could ask for, what it should ask for first and with why: what decides, what is in doubt, and what
  /// the order of the visit names.
  package func proposals(for visit: String) -> [VisitItem] {
    var why: [String: Phrase] = [:]
    var order: [String] = []
    func propose(_ code: String, _ reason: Phrase) {
      guard why[code] == nil else { return }
      why[code] = reason
      order.append(code)
    }
    for node in explanation?.deciding ?? [] {
      for path in node.paths { propose(path, Phrase("起决定作用", "decides")) }
    }
    let used = declaredFacts
    for finding in findings {
      for path in finding.paths where used.contains(path) { propose(path, finding.kind.name) }
    }
    for paper in papers where paper.state == .defective || paper.isContested || paper.toBeLookedAtAgain {
      propose(paper.item.rawValue, Phrase("材料有疑", "a document in doubt"))
    }
    let ordered = fold.event(visit)?.body.text("text") ?? ""
    for path in used where Self.names(ordered, path) { propose(path, Phrase("决定抽查时写明", "named by the order")) }
    let rest = (used + papers.map(\.item.rawValue)).filter { why[$0] == nil }
    var seen: Set<String> = []
    return (order + rest).filter { seen.insert($0).inserted }.map { code in
      var item = VisitItem(code)
      item.why = why[code]
      return item
    }
  }

  /// Whether a text speaks of a fact: by its name, and of a year where it says one.
  private static func names(_ text: String, _ code: String) -> Bool {
    guard let path = FactPath(code), let fact = path.fact, text.contains(fact.name.zh) || text.contains(fact.name.en)
    else { return false }
    guard case .year(_, let year) = path, text.contains(/20\d\d/) else { return true }
    return text.contains("\(year)")
  }

  /// Paths that the rules use of the application as it was declared, what decides first.
  var declaredFacts: [String] {
    guard let root = try? standard.explain(revision.application) else { return [] }
    var seen: Set<String> = []
    return (root.deciding + [root]).flatMap(\.paths).filter { FactPath($0) != nil && seen.insert($0).inserted }
  }
}

extension Explanation {
  /// Paths of the facts that it and its parts use.
  fileprivate var paths: [String] { facts.map(\.path) + children.flatMap(\.paths) }
}
