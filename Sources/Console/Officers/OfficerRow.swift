import Casework
import ScoringCore
import StrictJSON

/// An officer as the registry has him, with the work on his desk.
struct OfficerRow: Sendable, Hashable {
  var officer: Rights.Officer
  var grants: [Rights.Grant]
  /// Keys with the device's name; the founder's came with the store.
  var keys: [(sign: String, device: String?)]
  /// Open cases he has.
  var open: Int

  static func == (a: OfficerRow, b: OfficerRow) -> Bool {
    a.officer == b.officer && a.grants == b.grants && a.open == b.open
  }
  func hash(into hasher: inout Hasher) { hasher.combine(officer.id) }

  init(_ officer: Rights.Officer, _ registry: Registry, open: Int) {
    self.officer = officer
    let rights = registry.now
    grants = rights.grants.filter { $0.officer == officer.id }.sorted { $0.role.place < $1.role.place }
    keys = rights.keys.filter { $0.value == officer.id }.map(\.key).sorted().map { sign in
      (sign, registry.keyEvent(sign)?.body["device"]?.string)
    }
    self.open = open
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

/// A proposal that another officer has to approve.
struct ProposalRow: Sendable, Hashable {
  var event: Event
  var text: Phrase

  init(_ event: Event) {
    self.event = event
    let body = event.body
    func word(_ name: String) -> String { SafeText.clean(body[name]?.string ?? "", limit: 60) }
    switch event.act {
    case .officer:
      let state = body["state"]?.string == "left" ? Phrase("离任", "leaves") : Phrase("任职", "joins")
      text = Phrase(
        "\(word("name"))（\(word("officer"))）\(state.zh)", "\(word("name")) (\(word("officer"))) \(state.en)")
    case .settings:
      let what = SettingsWords.what(word("what"))
      text = Phrase("\(what.zh)自 \(word("from")) 起生效", "\(what.en) in force from \(word("from"))")
    case .root:
      let all = (body["supervisors"]?.array ?? []).compactMap(\.string).joined(separator: " ")
      text = Phrase("根主管：\(all)", "root supervisors: \(all)")
    default: text = event.title
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
