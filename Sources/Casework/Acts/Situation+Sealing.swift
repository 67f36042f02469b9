import ScoringCore
import StrictJSON

extension Situation {
  /// Who could open what is sealed here now: officers in office who hold the objection role for this very place, each by
  /// the sealing half of a key in force; one line a key, sorted. A key that was ended, is contested or waits is none.
  package var openers: [(officer: String, seal: String)] {
    let judging = ActRequirements(
      act: ActName.lodge.act, body: [:], author: "", folder: folder, fold: fold, rights: rights)
    return rights.keys.filter { rights.holds($0.value, [.objection], in: judging.place) }
      .compactMap { sign, officer in officers.seal(ofKey: sign).map { (officer: officer, seal: $0) } }
      .sorted { ($0.officer, $0.seal) < ($1.officer, $1.seal) }
  }
}

extension Registry {
  /// The sealing halves of the keys in force of these officers.
  package func sealingKeys(of officers: Set<String>) -> Set<String> {
    Set(now.keys.filter { officers.contains($0.value) }.keys.compactMap(seal(ofKey:)))
  }

  /// The public sealing key that came with a signing key in force.
  fileprivate func seal(ofKey sign: String) -> String? {
    if let entered = fold.body(.key(sign)) { return entered.body.text("seal") }
    let founding = fold.log.first { $0.event.act == .found && $0.event.body["key"]?.text("sign") == sign }
    return founding?.event.body["key"]?.text("seal")
  }
}

extension UnmetRequirement {
  /// Whatever is sealed could be opened by nobody.
  static let nobodyToOpen = UnmetRequirement(
    .requirement, "nobodyToOpen",
    Phrase(
      "没有在任的异议处理员管辖本件，密封之后无人能开启；请先由主管授予“异议处理员”职责并登记其密钥",
      "No objection officer in office covers this case, so nobody could open what is sealed; a supervisor gives the role and registers a key first"
    ))
}
