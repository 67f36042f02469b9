import ScoringCore
import Testing

@testable import Console

/// Where points are missing the screens say how many, and which single changes close the gap.
@Suite struct ShortfallScreenTests {
  /// A specialized case with every fact stated whose score is too low.
  private func dossier(_ change: (inout Facts) -> Void = { _ in }) throws -> CaseDossier {
    var application = try CaseApplications.specialized2022()
    application.facts.rdStaff[2024] = 10
    application.facts.digitalLevel = 1
    application.facts.intellectualProperty = []
    change(&application.facts)
    return try CaseDossier(OpenedCase(declared: application))
  }

  private func lines(_ dossier: CaseDossier) -> [String] {
    MissingScreen(dossier).lines(Builder.context(Size(120, 40), .zh)).map(\.text)
  }

  @Test func `So many points are short, and each change that would close the gap is named`() throws {
    let dossier = try dossier()
    let short = try #require(dossier.current.shortfall)
    #expect(short.isDetermined && short.minimum > 0, "\(short)")
    let closing = dossier.current.closing
    #expect(!closing.isEmpty)
    let reason = VerdictLine(current: dossier.current, language: .zh, glyphs: .line).reason
    let names = closing.map(\.name.zh).joined(separator: "、")
    #expect(reason == "差 \(short.minimum) 分；以下任一项可补足：\(names)", "\(reason)")
    let lines = lines(dossier)
    #expect(lines.contains { $0.hasSuffix("：差 \(short.minimum) 分；以下任一项可补足") }, "\(lines)")
    for move in dossier.moves where move.suffices && move.gain > 0 { #expect(move.gain >= short.maximum) }
    #expect(Set(dossier.moves.filter { $0.suffices && $0.gain > 0 }.map(\.nodeID)).isSubset(of: closing.map(\.id)))
  }

  @Test func `What fails besides is said beside the points, and keeps none from being closed`() throws {
    let dossier = try dossier { $0.titles = [] }
    let short = try #require(dossier.current.shortfall)
    let reason = VerdictLine(current: dossier.current, language: .zh, glyphs: .line).reason
    #expect(reason.hasPrefix("差 \(short.minimum) 分；") && reason.hasSuffix("；不符 1 项：有效的创新型中小企业"), "\(reason)")
    let lines = lines(dossier)
    #expect(lines.contains { $0.hasSuffix("：差 \(short.minimum) 分；以下任一项可补足所差的分") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("其余：") } && lines.contains("有效的创新型中小企业"), "\(lines)")
  }

  @Test func `Where no change is enough alone none is said to be`() throws {
    let dossier = try dossier {
      $0.qualityItems = []
      $0.rdInstitutions = []
    }
    #expect(dossier.current.closing.isEmpty && dossier.current.shortfall?.minimum ?? 0 > 10)
    let reason = VerdictLine(current: dossier.current, language: .zh, glyphs: .line).reason
    #expect(reason.contains("没有单独一项可补足"), "\(reason)")
  }

  @Test func `What no missing fact would settle is named with its reason`() throws {
    // More R&D staff than employees.
    let dossier = try dossier { $0.rdStaff[2024] = 100_000 }
    let reason = VerdictLine(current: dossier.current, language: .zh, glyphs: .line).reason
    #expect(reason.hasPrefix("未定 ") && reason.contains("研发人员占比"), "\(reason)")
    let lines = MissingScreen(dossier).lines(Builder.context(Size(120, 40), .zh))
    #expect(lines.contains { $0.text == "研发人员占比" && $0.detail.contains("互相矛盾") }, "\(lines.map(\.text))")
    #expect(!lines.contains { $0.text == "没有缺的事实" })
  }
}
