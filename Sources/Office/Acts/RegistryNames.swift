package import Casework
package import ScoringCore
internal import StrictJSON

/// What a person names in the registry, found: officers by id or name, proposals by what they are about, roles and keys by
/// whose they are. Nobody types the id of an event.
package struct RegistryNames {
  package let registry: Registry

  /// Names in this registry.
  package init(_ registry: Registry) { self.registry = registry }

  /// The id of an officer, known or only proposed, by id or by a name that one alone has.
  package func officer(_ named: String) throws(OfficeError) -> String {
    let proposed = registry.awaiting.filter { $0.act == .officer }.map { ($0.text("officer"), $0.text("name")) }
    if registry.now.officers[named] != nil || proposed.contains(where: { $0.0 == named }) { return named }
    let all = registry.now.officers.values.map { ($0.id, $0.name) } + proposed
    let found = Set(all.filter { $0.1 == named }.map(\.0))
    if found.count == 1, let only = found.first { return only }
    throw .unmet([.officerUnknown(named, registry.now)])
  }

  /// What of an officer waits: all, or of one sort.
  package func waiting(of officer: String, _ act: ActName? = nil) throws(OfficeError) -> [Event] {
    let found = registry.awaiting.filter {
      $0.text("officer") == officer && $0.act != .settings && (act == nil || $0.act == act)
    }
    guard found.isEmpty else { return found }
    throw nothing(
      Phrase("\(officer) 没有等待批准的事项", "Nothing of \(officer) waits for an approval"),
      registry.awaiting.filter { $0.act != .settings })
  }

  /// A change of the root supervisors that waits.
  package func waitingRoot() throws(OfficeError) -> [Event] {
    let found = registry.awaiting.filter { $0.act == .root }
    guard found.isEmpty else { return found }
    throw nothing(Phrase("没有等待批准的根主管变动", "No change of the root supervisors waits"), registry.awaiting)
  }

  /// The settings of an authority that wait: of one sort, and from one day where a day is named.
  package func waitingSettings(_ authority: String, _ what: String, from: Day?) throws(OfficeError) -> Event {
    let all = registry.awaiting.filter { $0.act == .settings }
    let found = all.filter {
      $0.text("authority") == authority && $0.text("what") == what
        && (from == nil || $0.text("from") == from?.description)
    }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      let days = found.map { $0.text("from") }
      throw refused(
        "severalProposals",
        Phrase(
          "有 \(found.count) 份等待批准，自 \(days.joined(separator: "、")) 起：请写明自哪一天",
          "\(found.count) wait, from \(days.joined(separator: ", ")): say from which day"))
    }
    throw nothing(Phrase("没有这样等待批准的文件", "No such document waits for an approval"), all)
  }

  /// The one role of an officer that is meant.
  /// - Parameter authority: where several have one role, of which authority.
  package func role(
    _ role: OfficerRole, of officer: String, authority: String?
  ) throws(OfficeError) -> Rights.Grant {
    let held = registry.now.grants(of: officer)
    let found = held.filter { $0.role == role && (authority == nil || $0.scope.authority == authority) }
    if found.count == 1 { return found[0] }
    let list = (found.isEmpty ? held : found).map(\.name)
    let (zh, en) = (list.map(\.zh).joined(separator: "；"), list.map(\.en).joined(separator: "; "))
    throw refused(
      "role",
      found.isEmpty
        ? Phrase("\(officer) 没有这项职责；有：\(zh)", "\(officer) holds no such role, but: \(en)")
        : Phrase(
          "\(officer) 有 \(found.count) 项这样的职责，请写明机关：\(zh)",
          "\(officer) holds \(found.count) of them; say of which authority: \(en)"))
  }

  /// The one key of an officer that is meant, by the name of its device where he has several.
  package func key(of officer: String, device: String?) throws(OfficeError) -> Event {
    let keys = registry.now.keys.filter { $0.value == officer }.keys.sorted().compactMap(registry.keyEvent)
    let found = keys.filter { device == nil || $0.text("device") == device }
    if found.count == 1 { return found[0] }
    guard !keys.isEmpty else {
      let waits = registry.awaiting.contains { $0.act == .key && $0.text("officer") == officer }
      throw refused(
        "key",
        Phrase(
          "\(officer) 没有生效的密钥\(waits ? "；有一把等待批准，撤回即可" : "")",
          "\(officer) has no key in force\(waits ? "; one waits for approval: withdraw it" : "")"))
    }
    let devices = keys.map { key in
      let device = key.text("device")
      return device.isEmpty ? Phrase("建库时的", "with the store") : Phrase(device, device)
    }
    let (zh, en) = (devices.map(\.zh).joined(separator: "、"), devices.map(\.en).joined(separator: ", "))
    guard found.isEmpty else {
      throw refused(
        "key",
        Phrase(
          "\(officer) 有 \(keys.count) 把密钥（\(zh)），请写明是哪台设备的",
          "\(officer) has \(keys.count) keys (\(en)); say of which device"))
    }
    throw refused(
      "key",
      Phrase("\(officer) 没有叫“\(device ?? "")”的设备，有：\(zh)", "\(officer) has no device “\(device ?? "")”, but: \(en)"))
  }

  private func nothing(_ what: Phrase, _ waiting: [Event]) -> OfficeError {
    let known = waiting.map(registry.said)
    let (zh, en) = (known.map(\.zh).joined(separator: "；"), known.map(\.en).joined(separator: "; "))
    return refused(
      "nothingWaits",
      known.isEmpty ? what : Phrase("\(what.zh)；等待批准的有：\(zh)", "\(what.en); waiting: \(en)"))
  }

  private func refused(_ code: String, _ message: Phrase) -> OfficeError {
    .unmet([UnmetRequirement(.requirement, code, message)])
  }
}

extension Event {
  fileprivate func text(_ field: String) -> String { body[field]?.string ?? "" }
}
