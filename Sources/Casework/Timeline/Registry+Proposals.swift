package import ScoringCore
import StrictJSON

/// What the registry's proposals say, by names.
extension Registry {
  /// What a proposal gives, in one line.
  package func said(by proposal: Event) -> Phrase {
    let body = proposal.body
    func place(_ language: Language) -> String {
      let code = body.text("authority") ?? ""
      return Authorities.shared[code]?.short(language) ?? code
    }
    let officer = named(body.text("officer") ?? "")
    switch proposal.act {
    case .officer:
      let state = body.text("state") == "left" ? Phrase("离任", "leaves") : Phrase("任职", "joins")
      return Phrase("\(officer) \(state.zh)，\(place(.zh))", "\(officer) \(state.en), \(place(.en))")
    case .key:
      let device = body.text("device") ?? ""
      return Phrase("\(officer) 的密钥（\(device)）", "a key of \(officer) (\(device))")
    case .role:
      let role = body.text("role").flatMap(OfficerRole.init(rawValue:))?.name ?? .same(body.text("role"))
      let scope = Scope(role: body).name
      return Phrase("\(officer)  \(role.zh)，\(scope.zh)", "\(officer)  \(role.en), \(scope.en)")
    case .settings:
      let (what, from) = (CodedWords.word(body.text("what") ?? ""), body.text("from") ?? "")
      return Phrase("\(place(.zh))的\(what.zh)自 \(from) 起生效", "\(what.en) of \(place(.en)) in force from \(from)")
    case .root:
      let all = body.texts("supervisors").map(now.name)
      return Phrase(
        "根主管：\(all.joined(separator: "、"))", "root supervisors: \(all.joined(separator: ", "))")
    default: return proposal.title
    }
  }

  /// An officer by name and id, as the registry or an entry that waits has him.
  private func named(_ id: String) -> String {
    let waiting = awaiting.last { $0.act == .officer && $0.body.text("officer") == id }
    guard let name = now.officers[id]?.name ?? waiting?.body.text("name") else { return id }
    return "\(name) \(id)"
  }

  /// What an entry of officers, keys, roles or root supervisors makes of what stands, value by value; of settings nothing,
  /// which their file says. Of one that counts already, all it says.
  package func changes(by entry: Event) -> [FieldChange] {
    let body = entry.body
    let officer = body.text("officer") ?? ""
    let isInForce = now.byOne.contains(entry.id)
    switch entry.act {
    case .officer:
      let standing = isInForce ? nil : now.officers[officer]
      var before: [JSONValue.Member] = []
      if let standing {
        before = [
          .init("name", .string(standing.name)), .init("state", .string(standing.isActive ? "active" : "left")),
        ]
        if !standing.authority.isEmpty { before.append(.init("authority", .string(standing.authority))) }
      }
      return .between(texts(.object(before), of: .officer), texts(body, of: .officer))
    case .key:
      let keys = now.keys.filter { $0.value == officer && $0.key != body.text("sign") }.keys.sorted().map { sign in
        let device = keyEvent(sign)?.body.text("device") ?? ""
        return Phrase.same("\(device) \(sign.prefix(16))")
      }
      let new = Phrase.same("\(body.text("device") ?? "") \((body.text("sign") ?? "").prefix(16))")
      let fingerprint = request(of: entry).map { Phrase.same($0.fingerprint) }
      return [
        .init(name: "keys", label: Phrase("密钥", "Keys"), before: listed(keys), after: listed(keys + [new])),
        .init(
          name: "fingerprint", label: Phrase("核对码（与本人电话核对）", "Fingerprint (compare by telephone)"), before: nil,
          after: fingerprint),
      ]
    case .role:
      let role = body.text("role").flatMap(OfficerRole.init(rawValue:))
      let new = role.map { Rights.Grant(event: entry.id, officer: officer, role: $0, scope: Scope(role: body)).name }
      let held = now.grants(of: officer).filter { $0.event != entry.id }.map(\.name)
      return [
        .init(
          name: "roles", label: Phrase("职责", "Roles"), before: listed(held),
          after: listed(held + [new].compactMap(\.self)))
      ]
    case .root:
      let standing: JSONValue = [
        "supervisors": .array(now.root.map { .string($0) }), "threshold": .integer(Int64(now.threshold)),
      ]
      return .between(texts(standing, of: .root), texts(body, of: .root))
    default: return []
    }
  }

  private func texts(_ body: JSONValue, of act: ActName) -> [FieldText] {
    act.act.bodyFields.compactMap { field in
      body[field.name].map { FieldText(name: field.name, label: field.label, text: field.text(of: $0, fold)) }
    }.filter { $0.name != "officer" }
  }
}

extension Situation {
  /// What an act of the registry makes of what stands, without what a file of settings says.
  package func changes(by action: Action) -> [FieldChange] {
    guard let registry else { return [] }
    guard action.name == .approve || action.name == .end else { return registry.changes(by: unsigned(action)) }
    let entry = proposal(of: action)
    // What counts already is no addition when it ends.
    if action.name == .end, entry.map({ registry.now.byOne.contains($0.id) }) ?? false { return [] }
    return entry.map(registry.changes) ?? []
  }

  /// The proposal that an act approves, declines or takes back.
  package func proposal(of action: Action) -> Event? {
    guard let of = action.fields.text("of") else { return nil }
    return officers.awaiting.first { $0.id == of } ?? officers.byOne.first { $0.id == of }
  }
}

extension [FieldChange] {
  fileprivate static func between(_ before: [FieldText], _ after: [FieldText]) -> [FieldChange] {
    FieldChange.between(before, after)
  }
}

/// Several things in one line; `nil` for none.
private func listed(_ items: [Phrase]) -> Phrase? {
  items.isEmpty ? nil : Phrase(items.map(\.zh).joined(separator: "；"), items.map(\.en).joined(separator: "; "))
}
