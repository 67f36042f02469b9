import Casework
import ScoringCore
import StrictJSON

/// An officer as the registry has him, with the work on his desk.
struct OfficerRow: Sendable, Hashable {
  var officer: Rights.Officer
  var grants: [Rights.Grant]
  /// Keys with the device's name; the founder's came with the store.
  var keys: [(sign: String, device: String?, event: String?)]
  /// Open cases he has.
  var open: Int
  /// Entries of his that count by one person: ids of events.
  var byOne: Set<String>
  /// His office is among them.
  var isByOne: Bool

  static func == (a: OfficerRow, b: OfficerRow) -> Bool {
    a.officer == b.officer && a.grants == b.grants && a.open == b.open && a.byOne == b.byOne
  }
  func hash(into hasher: inout Hasher) { hasher.combine(officer.id) }

  /// - Parameter byOne: every entry of the registry that counts by one person.
  init(_ officer: Rights.Officer, _ registry: Registry, open: Int, byOne: [Event]) {
    self.officer = officer
    let rights = registry.now
    grants = rights.grants.filter { $0.officer == officer.id }.sorted { $0.role.place < $1.role.place }
    keys = rights.keys.filter { $0.value == officer.id }.map(\.key).sorted().map { sign in
      let event = registry.keyEvent(sign)
      return (sign, event?.body["device"]?.string, event?.id)
    }
    self.open = open
    let own = byOne.filter { $0.body["officer"]?.string == officer.id }
    self.byOne = Set(own.map(\.id))
    isByOne = own.contains { $0.act == .officer }
  }

  /// Roles without their limits, each once.
  func roles(_ language: Language) -> String {
    var names: [String] = []
    for grant in grants where !names.contains(grant.role.name(language)) { names.append(grant.role.name(language)) }
    return names.joined(separator: Phrase("、", ", ")(language))
  }
}

extension OfficerRole {
  var place: Int { OfficerRole.allCases.firstIndex(of: self) ?? 0 }
}

/// Where a role holds, in words.
enum GrantWords {
  static func scope(_ scope: Scope, _ language: Language) -> String {
    func say(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }
    var parts = [
      scope.authority == Scope.everywhere
        ? say("全部机关", "every authority") : CaseWords.shortAuthority(scope.authority, language)
    ]
    if let divisions = scope.divisions {
      parts.append(divisions.map(CaseWords.division).joined(separator: say("、", ", ")))
    }
    if let tiers = scope.tiers { parts.append(tiers.map { $0.name(language) }.joined(separator: say("、", ", "))) }
    if let cases = scope.cases { parts.append(say("只限 \(cases.count) 件", "\(cases.count) cases only")) }
    return parts.joined(separator: "  ")
  }
}

/// A proposal that another officer has to approve, or an entry that counts by one person until he does.
struct ProposalRow: Sendable, Hashable {
  var event: Event
  /// What it gives.
  var text: Phrase
  /// Who may approve it as things stand, by name; nobody where the office has to appoint somebody first.
  var approvers: [String]
  /// It counts already, by one person.
  var isByOne: Bool

  init(_ event: Event, _ registry: Registry, isByOne: Bool, today: Day) {
    self.event = event
    self.isByOne = isByOne
    approvers = registry.approvers(of: event, today: today).map { id in
      registry.now.name(of: id)
    }
    text = Self.text(event, registry)
  }

  private static func text(_ event: Event, _ registry: Registry) -> Phrase {
    let body = event.body
    func word(_ name: String) -> String { SafeText.clean(body[name]?.string ?? "", limit: 60) }
    /// The officer by name and id, as the registry or an entry that waits has him.
    var officer: String {
      let id = word("officer")
      let waiting = registry.awaiting.last { $0.act == .officer && $0.body["officer"]?.string == id }
      let name = registry.now.officers[id]?.name ?? waiting?.body["name"]?.string
      return name.map { SafeText.clean($0, limit: 40) + " " + id } ?? id
    }
    switch event.act {
    case .officer:
      let state = body["state"]?.string == "left" ? Phrase("离任", "leaves") : Phrase("任职", "joins")
      let place = CaseWords.shortAuthority(word("authority"), .zh)
      return Phrase(
        "\(word("name"))（\(word("officer"))）\(state.zh)，\(place)",
        "\(word("name")) (\(word("officer"))) \(state.en), \(CaseWords.shortAuthority(word("authority"), .en))")
    case .key: return Phrase("\(officer) 的密钥（\(word("device"))）", "a key of \(officer) (\(word("device")))")
    case .role:
      let role = OfficerRole(rawValue: word("role"))?.name ?? Phrase(word("role"), word("role"))
      let scope = Scope(role: body)
      return Phrase(
        "\(officer)  \(role.zh)，\(GrantWords.scope(scope, .zh))",
        "\(officer)  \(role.en), \(GrantWords.scope(scope, .en))")
    case .settings:
      let what = SettingsWords.what(word("what"))
      let place = CaseWords.shortAuthority(word("authority"), .zh)
      return Phrase(
        "\(place)的\(what.zh)自 \(word("from")) 起生效",
        "\(what.en) of \(CaseWords.shortAuthority(word("authority"), .en)) in force from \(word("from"))")
    case .root:
      let all = (body["supervisors"]?.array ?? []).compactMap(\.string).map(registry.now.name)
      return Phrase(
        "根主管：\(all.joined(separator: "、"))", "root supervisors: \(all.joined(separator: ", "))")
    default: return event.title
    }
  }
}

enum SettingsWords {
  static func what(_ code: String) -> Phrase {
    switch code {
    case "settings": Phrase("时限和规则设置", "Settings")
    case "calendar": Phrase("日历", "Calendar")
    case "letters": Phrase("文书模板", "Letters")
    case "overlay": Phrase("省级细则", "Overlay")
    default: Phrase(code, code)
    }
  }
}
