import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// A line of the timeline says enough to tell two events of one kind apart.
@Suite struct TimelineLineTests {
  private func event(_ act: ActName, _ body: JSONValue) -> Event {
    Event(
      id: Office.ones, key: "", at: "", author: "rita", body: body, folder: Office.folder, kind: act.rawValue,
      parents: [],
      registry: [], seq: 1, store: "")
  }

  /// Choices that the line says by what follows from them.
  private static let told: Set<String> = ["enterNotice.kind"]

  @Test func `Whatever was chosen of a list of codes is in the line, in words`() {
    var checked = 0
    for act in ActTable.all {
      for field in act.bodyFields {
        let name = "\(act.name.rawValue).\(field.name)"
        guard case .one(.codes(let codes)) = field.entry, field.type != .bool, !Self.told.contains(name) else {
          continue
        }
        for language in Language.allCases {
          let lines = codes.map { event(act.name, [field.name: .string($0)]).line(Fold())(language) }
          #expect(Set(lines).count == codes.count, "\(name): \(lines)")
        }
        let zh = codes.map { event(act.name, [field.name: .string($0)]).line(Fold()).zh }
        for (code, line) in zip(codes, zh) { #expect(!line.contains(code), "\(act.name.rawValue): \(line)") }
        checked += codes.count
      }
    }
    #expect(checked > 60)
  }

  @Test func `The officer's own words are in the line`() {
    for act in ActTable.all where act.bodyFields.contains(where: { $0.name == "reason" || $0.name == "text" }) {
      let field = act.bodyFields.first { $0.name == "reason" } ?? act.bodyFields.first { $0.name == "text" }
      // A sealed text is named by its hash.
      guard let field, field.type == .text else { continue }
      let line = event(act.name, [field.name: "只此一句"]).line(Fold()).zh
      #expect(line.contains("只此一句"), "\(act.name.rawValue): \(line)")
    }
  }

  @Test func `A signature says where it led, a return why, a finding which figure`() {
    var desk = Desk.at("TS")
    let of = desk.newest("recommend")
    desk.act("sign", "gus", Bodies.sign(of, "draw"))
    #expect(desk.fold.event(desk.newest("sign"))?.line(desk.fold).zh == "签批：进入抽签")
    var refusal = Desk.at("RV")
    refusal.act("recommend", "rita", Bodies.recommend("refuse"))
    refusal.act("sign", "gus", Bodies.sign(refusal.newest("recommend"), nil))
    #expect(refusal.fold.event(refusal.newest("sign"))?.line(refusal.fold).zh == "签批：不予通过")
    let returned = event(.return, Bodies.returned()).line(Fold())
    #expect(returned.zh.contains("缺件") && returned.en.contains("1 reason ("), "\(returned)")
    let found = event(
      .finding, ["item": "facts.rdExpense.2024", "state": "differs", "value": "1102.3", "text": "凭证只到十月"])
    #expect(found.line(Fold()).zh.hasSuffix("研发费用 2024，与申报不一致 1,102.3 万元，凭证只到十月"), "\(found.line(Fold()))")
    let answer = event(.answer, Bodies.answer(Office.ones)).line(Fold()).zh
    #expect(answer.contains("不成立") && answer.contains("documents agree"), "\(answer)")
  }
}
