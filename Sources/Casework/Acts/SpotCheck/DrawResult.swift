import ScoringCore
import StrictJSON

/// 抽签结果: the draw of the round took the case for a visit, or did not.
struct DrawResult: Act {
  let name = ActName.drawResult
  let wording = ActWording(done: ("抽签结果", "Drawn or not"))
  let who: [OfficerRole] = [.supervisor, .signer]
  let from: Set<CaseState>? = [.awaitingDraw]
  let step: OfficeSettings.Step? = .spotCheck
  let traits: ActTraits = .fresh
  let fields: [Field] = [.id("draw", "抽签", "Draw").compared, .flag("drawn", "抽中", "Drawn").compared]

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    if event.body["drawn"]?.bool == true { return past.visitBegins(event) }
    return past.stage { $0.state = past.published }
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    event.body["drawn"]?.bool == true ? Phrase("抽中", "drawn") : Phrase("未抽中", "not drawn")
  }
}
