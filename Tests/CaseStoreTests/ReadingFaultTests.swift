import Casework
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore
@testable import Office

/// Whatever is asked of a store while one read fails: the right answer, or that something could not be read; and the
/// right answer again from the same program and from the next.
@Suite struct ReadingFaultTests {
  private static let errors: [Errno] = [.ioError, .staleNFSFileHandle, .tooManyOpenFiles, .permissionDenied]

  /// What is asked.
  enum Question: String, CaseIterable {
    case aCase, rows, titles, dryRun, papers, settings, round, list

    /// The answer in words, and whether it says that something could not be read.
    func ask(_ store: Store, _ scene: VerifyScene) throws -> (answer: String, isUnread: Bool) {
      let (today, key) = (VerifyScene.today, scene.case1)
      let round = RoundFolder(store: store, authority: "370000", batch: "2025-1")
      switch self {
      case .aCase:
        guard let file = try store.caseFile(key, today: today) else { return ("none", false) }
        let entries = file.history.entries.map { "\($0.id) \($0.verdict)" }
        return ("\(file.summary) \(entries) \(file.settings.sha)", !file.allIncomplete.isEmpty)
      case .rows:
        let (rows, unread) = try store.readSummaries(.shared)
        return ("\(rows)", !unread.isEmpty)
      case .titles: return ("\(try store.titles(today: today).records)", !store.titlesUnread.isEmpty)
      case .dryRun:
        let asked = ActRequest(key.path, .hold, ["reason": "等"])
        let (result, unmet) = try ActService(store: store, today: today).dryRun(asked, by: "rita")
        return ("\(result.action) \(unmet.map(\.code))", unmet.contains { $0.code == ActQuestion.unread.rawValue })
      case .papers:
        let states = try scene.papers.map { store.documentOnDisk(key, $0) }
        return ("\(states)", states.contains(.unread))
      case .settings: return (try store.settings("370000", on: today).settings.sha, false)
      case .round: return ("\(try round.events(.openRound, .notice).map(\.id))", false)
      case .list:
        // Settings stop only what goes by them.
        let file = try round.caseFile(key, today: today)
        return ("\(file.history.heads) \(file.summary.state) \(file.summary.outcome)", false)
      }
    }
  }

  @Test(arguments: Question.allCases, errors)
  func `no read that fails gives a wrong answer in silence, or one that stays`(question: Question, error: Errno) throws
  {
    let scene = try VerifyScene()
    try scene.act(
      .openRound,
      [
        "tiers": ["specialized"], "types": ["new"], "window": ["from": "2025-03-01", "until": "2025-09-30"],
        "document": "通知",
      ], by: "li.ming", in: scene.round)
    try scene.act(
      .registerTitle,
      [
        "tier": "specialized", "creditCode": "91370100MA3TESTX0A", "name": "齐鲁", "from": "2024-01-01",
        "until": "2026-12-31", "source": .string(Store.hash(of: [])),
      ], by: "gus", in: "titles/370000/a", files: [Store.hash(of: []): []])
    let truth = try question.ask(scene.place.open(), scene)
    #expect(!truth.isUnread)
    let tally = FaultTally("a read fails: \(question.rawValue)")
    var call = 0
    while true {
      let files = HookedFileSystem()
      let store = try scene.place.open(files)
      files.arm(call, .fails(error))
      if let found = try? question.ask(store, scene) {
        #expect(found.isUnread || found.answer == truth.answer, "\(error) at call \(call)")
      }
      guard files.wasHit else { break }
      files.heal()
      #expect(try question.ask(store, scene).answer == truth.answer, "\(error) at call \(call): the same program")
      #expect(try question.ask(scene.place.open(), scene).answer == truth.answer, "\(error) at call \(call): the next")
      tally.tried()
      call += FaultTally.step(4)
    }
    #expect(call > 3)
  }
}

extension VerifyScene {
  /// The papers that the first case declares.
  fileprivate var papers: [DeclaredFile] {
    get throws { try store.caseFile(case1, today: Self.today)?.papers.compactMap(\.declared) ?? [] }
  }
}
