package import Casework
package import ScoringCore

/// What an office should know of its registry before it goes on: each is one line.
package struct RegistryNotices: Sendable, Hashable {
  /// The supervisor who can do everything alone, by name.
  package var sole: String?
  /// The only root supervisor, by name.
  package var soleRoot: String?
  /// Proposals that wait for this officer.
  package var toApprove: Int
  /// What of the registry's folder does not count, the worst first.
  package var uncounted: [Phrase]
  /// Something of it may be missing.
  package var isIncomplete: Bool

  package init(_ registry: Registry, officer: String, today: Day) {
    func name(_ id: String) -> String { SafeText.clean(registry.now.name(of: id), limit: 30) }
    sole = registry.soleSupervisor.map(name)
    soleRoot = registry.soleRoot.map(name)
    toApprove =
      registry.now.holdsAnywhere(officer, [.supervisor])
      ? registry.awaiting.count { registry.approvers(of: $0, today: today).contains(officer) } : 0
    let files = registry.uncounted.sorted { !$0.kind.isWhole && $1.kind.isWhole }
    isIncomplete = files.contains { !$0.kind.isWhole }
    uncounted = files.map { file in
      let name = SafeText.clean(file.name, limit: 60)
      return Phrase("\(file.unmet.message.zh)：\(name)", "\(file.unmet.message.en): \(name)")
    }
  }

  /// One supervisor, or one root supervisor, is not enough.
  package var watch: Phrase? {
    if let sole {
      return Phrase("只有“\(sole)”一名主管，一人可办一切", "\(sole) alone can do everything")
    }
    return soleRoot.map { Phrase("根主管只有“\($0)”一人", "\($0) is the only root supervisor") }
  }

  /// The first of what does not count, and how many more.
  var foreign: Phrase? {
    guard let first = uncounted.first else { return nil }
    let more = uncounted.count - 1
    let rest = more == 0 ? Phrase("", "") : Phrase("另有 \(more) 项，", "\(more) more; ")
    return Phrase("登记册里不算数：", "Not counted in the registry: ").joined(rest).joined(first)
  }

  /// On the first screen: a supervisor is led to the second, and to what waits for him.
  func lines(isSupervisor: Bool) -> [(text: Phrase, role: Role)] {
    var lines: [(text: Phrase, role: Role)] = []
    if isSupervisor, let watch {
      let next =
        sole == nil
        ? Phrase("：按 g 到“人员”改为两人", ": make it two (g, Officers)")
        : Phrase("：按 g 到“人员”登记第二名主管", ": add a second supervisor (g, Officers)")
      lines.append((watch.joined(next), .undetermined))
    }
    if toApprove > 0 {
      lines.append(
        (
          Phrase("有 \(toApprove) 项等你批准：按 g 到“人员”的“待批准”", "\(toApprove) to approve: Officers (g), To approve"), .notice
        ))
    }
    if let foreign { lines.append((foreign, isIncomplete ? .error : .muted)) }
    return lines
  }
}
