import Casework
import ScoringCore

/// Where the officer is in a breakdown: the row by its id, what is folded, which right column.
struct BreakdownState: Sendable, Hashable {
  var selected: String?
  var window = ListWindow()
  /// Groups turned from their first state.
  var folds: Set<String> = []
  /// Index into the dossier's columns.
  var column = 0
  /// A case being read for the right column.
  var another: CaseKey?

  func rows(_ dossier: CaseDossier) -> BreakdownRows {
    BreakdownRows(left: dossier.current, right: column(dossier)?.explanation, folds: folds)
  }

  func column(_ dossier: CaseDossier) -> RightColumn? {
    dossier.columns.indices.contains(column) ? dossier.columns[column] : nil
  }

  /// The index of the chosen row: by id, so that it survives folding and another column.
  func index(in rows: [BreakdownRow]) -> Int {
    if let selected, let found = rows.firstIndex(where: { $0.id == selected }) { return found }
    return rows.firstIndex { $0.kind == .rule } ?? 0
  }

  mutating func move(to index: Int, _ dossier: CaseDossier, height: Int) {
    let all = rows(dossier).rows
    guard !all.isEmpty else { return }
    window.fit(count: all.count, height: height)
    window.move(to: index, count: all.count)
    selected = all[window.cursor].id
  }

  mutating func choose(column next: Int, _ dossier: CaseDossier) {
    guard !dossier.columns.isEmpty else { return }
    column = (next + dossier.columns.count) % dossier.columns.count
  }

  /// Folds or unfolds the group of the chosen row.
  mutating func fold(_ dossier: CaseDossier, height: Int) {
    let all = rows(dossier).rows
    guard !all.isEmpty else { return }
    let here = index(in: all)
    guard let head = (0...here).last(where: { all[$0].kind != .rule }) else { return }
    guard all[head].id != BreakdownRows.decidingID else { return }
    folds.formSymmetricDifference([all[head].id])
    selected = all[head].id
    move(to: index(in: rows(dossier).rows), dossier, height: height)
  }

  mutating func foldAll(_ dossier: CaseDossier, height: Int) {
    let heads = rows(dossier).rows.filter { $0.kind != .rule && $0.id != BreakdownRows.decidingID }
    let open = heads.filter {
      if case .heading(_, true) = $0.kind { return true }
      return false
    }
    folds.formSymmetricDifference((open.isEmpty ? heads : open).map(\.id))
    move(to: index(in: rows(dossier).rows), dossier, height: height)
  }
}
