import Casework
import ScoringCore
import Testing

@testable import Console

@Suite struct CaseDossierTests {
  let key = Builder.row(2).key

  private func screen(_ application: Application) throws -> CaseScreen {
    CaseScreen(key, dossier: try CaseDossier(OpenedCase(declared: application)))
  }

  @Test func `A specialized case of2022 shows score routes and local indicators`() throws {
    try CaseGolden.check("specialized-2022", try screen(CaseApplications.specialized2022()))
  }

  @Test func `A specialized case of2026 shows conditions with their bounds`() throws {
    try CaseGolden.check("specialized-2026", try screen(CaseApplications.specialized2026()))
  }

  @Test func `A little giant in review shows what the notice sets aside`() throws {
    try CaseGolden.check("little-giant", try screen(CaseApplications.littleGiantReview()))
  }

  @Test func `An innovative case shows its class minimums`() throws {
    try CaseGolden.check("innovative", try screen(CaseApplications.innovative()))
  }

  @Test func `What is missing says what it would change`() throws {
    try CaseGolden.check(
      "missing", MissingScreen(try CaseDossier(OpenedCase(declared: CaseApplications.specialized2022()))))
  }

  @Test func `The other edition stands beside this one and every difference has its cause`() throws {
    let dossier = try CaseDossier(OpenedCase(declared: CaseApplications.specialized2022()))
    var screen = CaseScreen(key, dossier: dossier)
    let context = Builder.context(Size(120, 40), .zh)
    let place = try #require(dossier.columns.firstIndex { $0.kind == .otherEdition("2026-2") })
    for _ in 0..<place { _ = screen.perform("breakdown.right", context) }
    guard case .push(let pushed)? = screen.perform("breakdown.compare", context).first else {
      Issue.record("nothing was opened")
      return
    }
    let compare = try #require(pushed as? CompareScreen)
    try CaseGolden.check("editions", compare)
  }

  @Test func `The explanation of a real case names rule facts and distance`() throws {
    let dossier = try CaseDossier(OpenedCase(declared: CaseApplications.specialized2022()))
    try CaseGolden.check(
      "explain-real",
      ExplainScreen(
        caseName: dossier.name, root: dossier.current, edition: dossier.edition, tier: dossier.tier,
        sources: [:]))
  }
}
