package import Casework
import ScoringCore

/// The cases as an officer last looked at them: what is different now is news.
package struct SeenSnapshot: Sendable, Hashable {
  struct Seen: Sendable, Hashable {
    var state: String
    var revision: Int
    var objections: Int
    var contested: Bool
    var assignee: String
  }

  private var seen: [String: Seen] = [:]

  package init(_ rows: [CaseSummary]) {
    for row in rows { note(row) }
  }

  /// Takes over a row as seen: one's own act is no news.
  package mutating func note(_ row: CaseSummary) {
    seen[row.key.path] = Seen(
      state: row.state.rawValue, revision: row.revision, objections: row.openObjections + row.openLeads,
      contested: row.contested, assignee: row.assignee ?? "")
  }

  // MARK: News

  private enum Change: CaseIterable {
    case mine, arrived, corrected, toSign, objection, contested, decided, other

    func text(_ count: Int) -> Phrase {
      switch self {
      case .mine: Phrase("交给你办的 \(count) 件", "\(count) given to you")
      case .arrived: Phrase("新收件 \(count) 件", "\(count) received")
      case .corrected: Phrase("企业已补正 \(count) 件", "\(count) corrected by the enterprise")
      case .toSign: Phrase("新到待签 \(count) 件", "\(count) to sign")
      case .objection: Phrase("有新的异议、举报或线索 \(count) 件", "\(count) with a new objection, report or lead")
      case .contested: Phrase("出现争议 \(count) 件", "\(count) contested")
      case .decided: Phrase("已有结果 \(count) 件", "\(count) concluded")
      case .other: Phrase("其他有进展 \(count) 件", "\(count) moved on otherwise")
      }
    }
  }

  /// What has happened since, weightiest first; each case is told of once.
  package func news(_ rows: [CaseSummary], officer: String) -> [News] {
    var found: [Change: [CaseKey]] = [:]
    for row in rows {
      if let change = change(row, officer) { found[change, default: []].append(row.key) }
    }
    return Change.allCases.compactMap { change in
      found[change].map { News(change.text($0.count), cases: $0) }
    }
  }

  private func change(_ row: CaseSummary, _ officer: String) -> Change? {
    guard let before = seen[row.key.path] else { return .arrived }
    if row.assignee == officer, before.assignee != officer { return .mine }
    if row.revision > before.revision { return .corrected }
    if row.openObjections + row.openLeads > before.objections { return .objection }
    if row.contested, !before.contested { return .contested }
    guard row.state.rawValue != before.state else { return nil }
    if row.state == .toSign { return .toSign }
    return row.state.isOver ? .decided : .other
  }

  // MARK: What a merge changed

  /// Takes cases back to what they were before a merge; one that was not there is as if never seen.
  /// - Parameter kept: as `reverting` gave it.
  package mutating func revert(to kept: [UInt8]) {
    let before = SeenSnapshot(reading: kept)
    for line in kept.split(separator: 0x0A) {
      let path = String(decoding: line.prefix { $0 != 0x09 }, as: UTF8.self)
      seen[path] = before.seen[path]
    }
  }

  /// Cases as they were before a merge, `nil` where they were not there; of one that an earlier merge changed too as it
  /// was before that.
  /// - Parameter earlier: what earlier merges left to be told of.
  package static func reverting(_ cases: [(key: CaseKey, before: CaseSummary?)], _ earlier: [UInt8]) -> [UInt8] {
    let known = Set(
      earlier.split(separator: 0x0A).map { String(decoding: $0.prefix { $0 != 0x09 }, as: UTF8.self) })
    let now = cases.filter { !known.contains($0.key.path) }
    let new = now.filter { $0.before == nil }.map { "\($0.key.path)\n" }.joined()
    return earlier + SeenSnapshot(now.compactMap(\.before)).bytes + Array(new.utf8)
  }

  // MARK: As kept

  /// A line a case: path, state, revision, objections, contested, assignee, parted by tabs.
  package var bytes: [UInt8] {
    var text = ""
    for (path, one) in seen.sorted(by: { $0.key < $1.key }) {
      text += "\(path)\t\(one.state)\t\(one.revision)\t\(one.objections)\t\(one.contested ? 1 : 0)\t\(one.assignee)\n"
    }
    return Array(text.utf8)
  }

  /// What was kept; a line that cannot be read is left out, and its case is news.
  package init(reading bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard cells.count == 6, let revision = Int(cells[2]), let objections = Int(cells[3]) else { continue }
      seen[cells[0]] = Seen(
        state: cells[1], revision: revision, objections: objections, contested: cells[4] == "1", assignee: cells[5])
    }
  }
}
