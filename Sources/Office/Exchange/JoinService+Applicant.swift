internal import CaseStore
internal import Casework
internal import ScoringCore

/// Who an applicant is, by what he says and what the registry and this computer know of him.
extension JoinService {
  func officer(
    _ applicant: Applicant, _ name: String, _ pending: [PendingRequest]
  ) throws(OfficeError) -> String {
    if let officer = applicant.officer {
      guard OfficerID.isValid(officer) else {
        let why = OfficerID.refusal(officer)
        throw bad(why.zh, why.en)
      }
      return officer
    }
    let found = registry.officers(named: name)
    guard found.count < 2 else {
      let list = found.joined(separator: "、")
      throw bad("叫“\(name)”的有几人（\(list)）：请指明编号", "several are called \(name) (\(list)): say which id")
    }
    if let only = found.first ?? pending.last(where: { $0.request.isNamed(name) })?.request.officer { return only }
    guard let made = OfficerID.proposed(for: name) else {
      throw bad("由“\(name)”得不出编号：请另给一个", "no id can be made of “\(name)”: give one")
    }
    if let taken = registry.entered(made) {
      throw bad(
        "由“\(name)”得出的编号 \(made) 已是“\(taken.name)”的：请另给一个",
        "the id \(made), made of “\(name)”, is that of \(taken.name): give another")
    }
    return made
  }

  func authority(
    _ applicant: Applicant, _ known: String?, _ before: JoinRequest?
  ) throws(OfficeError) -> String {
    if let known {
      if let asked = applicant.authority, asked != known {
        throw bad("登记的机关是 \(known)，不是 \(asked)", "the authority entered is \(known), not \(asked)")
      }
      return known
    }
    if let asked = applicant.authority {
      if let unknown = UnmetRequirement.authorityUnknown(asked) { throw .unmet([unknown]) }
      return asked
    }
    if let before { return before.authority }
    let all = Set(registry.now.officers.values.map(\.authority).filter { !$0.isEmpty })
    guard all.count == 1, let only = all.first else {
      throw bad("请写明属于哪个机关，例如 370000", "say to which authority you belong, such as 370000")
    }
    return only
  }

  func device(_ applicant: Applicant, _ officer: String, _ before: JoinRequest?) throws(OfficeError) -> String {
    let taken = Set(registry.devices(of: officer)).subtracting(
      before.map { registry.refusal(of: $0)?.code == "keyWaits" ? [$0.device] : [] } ?? [])
    if let asked = applicant.device {
      let device = JoinRequest.plainDevice(asked)
      guard !device.isEmpty, device.count <= JoinRequest.limit else {
        throw bad("设备名应为 1 至 \(JoinRequest.limit) 个字", "a device's name has 1 to \(JoinRequest.limit) characters")
      }
      guard !taken.contains(device) else {
        throw bad(
          "\(officer) 已有一台叫“\(device)”的设备：请另取名",
          "\(officer) has a device called “\(device)” already: choose another name")
      }
      return device
    }
    if let before { return before.device }
    let host = JoinRequest.plainDevice(applicant.host)
    let base = host.isEmpty || host.count > JoinRequest.limit - 3 ? "desk" : host
    return ([base] + (2...99).map { "\(base)-\($0)" }).first { !taken.contains($0) } ?? base
  }

  func bad(_ zh: String, _ en: String) -> OfficeError {
    .store(StoreError(.badInput, store.path, Phrase(zh, en)))
  }
}
