@testable import Casework
import Samples
import ScoringCore
import Testing

@testable import Console

/// The guided tour, pressed through the console's own update loop on made-up cases.
@Suite struct TourTests {
  private static let applications = Array(SampleApplications(seed: 2026, count: 120, authorities: ["370000"]))

  private static func summary(_ application: Application) throws -> CaseSummary {
    let assessment = try Standard.shared.assess(application)
    return CaseSummary(
      key: CaseKey(authority: application.authority, batch: application.batch, id: application.id),
      tier: application.tier, type: application.type, division: application.division,
      name: application.enterprise.name, creditCode: application.enterprise.creditCode,
      industryCode: application.enterprise.industryCode, submitted: application.submitted, revision: 1,
      edition: assessment.edition, overlay: assessment.overlay, outcome: assessment.outcome,
      score: assessment.score?.points, pass: assessment.score?.pass, unsettled: 0, deciding: [],
      received: application.submitted)
  }

  /// The console as the host runs it, without a terminal.
  private struct Desk {
    var model: Model
    var time = 0

    init(_ language: Language, _ size: Size) throws {
      model = Model(
        Context(
          language: language, glyphs: .line, size: size, today: try #require(Day("2026-11-23")),
          session: Session(officer: "demo", officerName: "demo", function: Phrase("", ""), authority: nil)))
      try perform(model.start())
    }

    mutating func press(_ key: Key) throws {
      time += Tour.keyPause
      try perform(model.update(.time(time)))
      try perform(model.update(.key(key)))
    }

    private mutating func perform(_ effects: [Effect]) throws {
      for effect in effects {
        switch effect {
        case .loadSummaries:
          let rows = try applications.map(summary)
          try perform(model.update(.summaries(rows, total: rows.count, done: true)))
        case .openCase(let key):
          let application = try #require(applications.first { $0.id == key.id })
          try perform(model.update(.opened(key, OpenedCase(declared: application))))
        case .goOn: try perform(model.update(.goOn))
        default: break
        }
      }
    }
  }

  @Test(arguments: Language.allCases, [Size(80, 20), Size(120, 36)])
  func `every step shows something new, and the end is the Overview, free of dialogs`(
    _ language: Language, _ size: Size
  ) throws {
    var desk = try Desk(language, size)
    for step in TourStep.script() {
      for key in step.keys {
        let before = desk.model.view()
        try desk.press(key)
        let isNew = desk.model.view() != before
        #expect(isNew, "\(key) does nothing in: \(step.caption.en)")
        #expect(desk.model.toast == nil, "\(key) is refused in: \(step.caption.en)")
      }
    }
    #expect(desk.model.screens.count == 1)
    #expect(desk.model.dialog == nil && desk.model.picker == nil)
    #expect(desk.model.context.language == language)
  }

  @Test(arguments: Language.allCases)
  func `every caption fits below a screen of 80 columns`(_ language: Language) {
    let place = TourCase(id: "370000-2026-IN-000001", papers: [false], audit: 0, facts: 1, visited: 2, found: "1")
    for step in TourStep.script(place, language) {
      #expect(TextWrap.lines(step.caption(language), width: 76).count < Tour.rows, "\(step.caption(language))")
    }
  }

  @Test func `by itself it presses every key and ends`() {
    var tour = Tour(isAuto: true, pace: 0)
    var keys: [Key] = []
    while tour.pause(.zh) != nil { if let key = tour.next() { keys.append(key) } }
    #expect(tour.isOver)
    #expect(keys == TourStep.script().flatMap(\.keys))
  }

  @Test func `without auto it waits for the visitor, who may skip what is left of a step`() {
    var tour = Tour([TourStep(Phrase("一", "one"), .down, .up), TourStep(Phrase("二", "two"))], isAuto: false)
    #expect(tour.next() == .down)
    #expect(tour.goOn(.space) == [.up])
    #expect(tour.pause(.zh) == nil && !tour.isOver)
    #expect(tour.goOn(.space).isEmpty)
    #expect(tour.isOver)
  }

  @Test func `Esc leaves the console as it stands`() {
    var tour = Tour(isAuto: true)
    #expect(tour.goOn(.escape).isEmpty)
    #expect(tour.isOver && tour.next() == nil && tour.pause(.en) == nil)
  }
}
