package import Casework
package import ScoringCore
import StrictJSON

/// The officers of a store with what they may do and have to do, as lines of text or as the rows they stand for.
package struct OfficersText: Sendable {
  /// An officer, known or only proposed.
  package struct Row: Sendable {
    package var officer: Rights.Officer
    /// Nobody has approved yet that he is one.
    package var isProposed = false
    package var isRoot = false
    package var grants: [Rights.Grant] = []
    package var keys: [(sign: String, device: String)] = []
    package var load = OfficerLoad()
    /// What of him waits for an approval.
    package var pending: [Event] = []
  }

  package private(set) var rows: [Row]
  private let registry: Registry
  private let today: Day
  private let language: Language

  /// - Parameters:
  ///   - cases: every case, for what each officer has.
  ///   - session: by what the offices count days.
  package init(
    _ cases: [CaseSummary], _ registry: Registry, session: Session, today: Day, _ language: Language
  ) {
    var context = Context(language: language, glyphs: .line, size: Size(100, 40), today: today, session: session)
    context.cases.append(cases, expected: cases.count, done: true)
    let loads = context.cases.loads
    let rights = registry.now
    let waiting = registry.awaiting.filter { $0.act != .settings && $0.act != .root }
    let proposed = waiting.filter { $0.act == .officer }.compactMap { event -> Rights.Officer? in
      guard let id = event.body["officer"]?.string, rights.officers[id] == nil else { return nil }
      return Rights.Officer(
        id: id, name: event.body["name"]?.string ?? "", authority: event.body["authority"]?.string ?? "",
        isActive: true)
    }
    rows = (Array(rights.officers.values) + proposed).map { officer in
      Row(
        officer: officer, isProposed: rights.officers[officer.id] == nil, isRoot: rights.root.contains(officer.id),
        grants: rights.grants(of: officer.id).sorted { ($0.role.place, $0.event) < ($1.role.place, $1.event) },
        keys: rights.keys.filter { $0.value == officer.id }.keys.sorted().map { sign in
          (sign, registry.keyEvent(sign)?.body["device"]?.string ?? "")
        }, load: loads[officer.id] ?? OfficerLoad(),
        pending: waiting.filter { $0.body["officer"]?.string == officer.id })
    }.sorted { ($0.officer.isActive ? 0 : 1, $0.officer.id) < ($1.officer.isActive ? 0 : 1, $1.officer.id) }
    self.registry = registry
    self.today = today
    self.language = language
  }

  /// A line an officer, and below it his roles and what of him waits.
  package var lines: [String] {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let ids = rows.map { SafeText.clean($0.officer.id, limit: 40) }
    let names = rows.map { SafeText.clean(registry.now.name(of: $0.officer.id), limit: 40) }
    let widths = (ids.map { Width.of($0) }.max() ?? 0, names.map { Width.of($0) }.max() ?? 0)
    return rows.enumerated().flatMap { index, row -> [String] in
      let name = row.isProposed ? SafeText.clean(row.officer.name, limit: 40) : names[index]
      let state =
        row.isProposed
        ? say("待批准", "proposed") : row.officer.isActive ? say("在任", "active") : say("离任", "left")
      var parts = [
        TextColumns.fit(ids[index], widths.0), TextColumns.fit(name, widths.1),
        TextColumns.fit(CaseWords.shortAuthority(row.officer.authority, language), 8), TextColumns.fit(state, 8),
        say("在办 \(row.load.open)", "\(row.load.open) open"),
      ]
      if row.load.late > 0 { parts.append(say("逾期 \(row.load.late)", "\(row.load.late) late")) }
      parts.append(row.keys.isEmpty ? say("没有密钥", "no key") : say("密钥 \(row.keys.count)", "\(row.keys.count) keys"))
      if row.isRoot { parts.append(say("根主管", "root supervisor")) }
      let roles = row.grants.map { grant in
        "  " + grant.name(language)
          + (registry.now.byOne.contains(grant.event) ? "  " + Rights.byOneWord(language) : "")
      }
      return [parts.joined(separator: "  ")] + roles + row.pending.map { "  " + waits($0) }
    }
  }

  /// What waits, who proposed it and who may approve it.
  package func waits(_ event: Event) -> String {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let able = registry.approvers(of: event, today: today).map(registry.now.name)
    let who =
      able.isEmpty
      ? say("现在没有人能批准", "nobody may approve it now")
      : say("可批准 ", "may be approved by ") + able.joined(separator: say("、", ", "))
    let text = event.act.map { $0.title(language) + say("：", ": ") } ?? ""
    return SafeText.clean(
      say("待批准  ", "waits  ") + text + registry.said(by: event)(language)
        + say(
          "（\(registry.now.name(of: event.author)) 提出，\(who)）", " (by \(registry.now.name(of: event.author)); \(who))"),
      limit: .max)
  }
}
