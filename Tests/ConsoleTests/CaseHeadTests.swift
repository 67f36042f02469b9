import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// What of a case's folder does not count, at the case's head.
@Suite struct CaseHeadTests {
  private func model(_ sorts: Int, _ size: Size, _ language: Language) throws -> Model {
    let bench = CaseBench(try CaseApplications.specialized2022(), today: CaseworkScreenTests.today)
    let file = try #require(bench.file)
    var files: [UncountedFile] = []
    for sort in 0..<sorts {
      for number in 0...sort {
        files.append(
          UncountedFile(
            name: "20250901-08000\(number)-\(String(repeating: "\(sort)", count: 16)).event.json",
            UnmetRequirement(
              .requirement, "sort\(sort)", Phrase("第 \(sort) 种原因，文件读不出", "Reason \(sort): the file cannot be read")),
            sort == 0 ? .setAside : .unread))
      }
    }
    let read = try #require(
      CaseFile(
        key: bench.key, revisions: file.revisions, events: bench.events, registry: bench.registry,
        settings: OfficeSettings(), unreadable: files))
    var model = try bench.model(.breakdown, size, language)
    _ = model.update(.opened(bench.key, OpenedCase(read)))
    return model
  }

  @Test func `What does not count takes at most two lines, the worst first, and a key lists it`() throws {
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = try model(3, size, language)
        let name = "\(size.columns)-\(language.rawValue)"
        try expectScreen(model.view(), "case-uncounted-\(name)")
        model.type(.letter("!"))
        try expectScreen(model.view(), "case-uncounted-all-\(name)")
      }
    }
  }

  @Test func `A contest is told under the name, with who said what and who settles it`() throws {
    let bench = CaseBench(try CaseApplications.specialized2022(), today: CaseworkScreenTests.today)
    var (one, other) = (bench, bench)
    one.act(.hold, ["reason": "等平台数据"])
    other.act(.withdraw, ["cause": "duplicate", "reason": "重复申报"])
    var event = try #require(other.events.last)
    event.id = CaseBench.hash(500)
    one.events.append(event)
    #expect(one.refused.isEmpty && other.refused.isEmpty && one.file?.fold.isContested(.stage) == true)
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        let model = try one.model(.breakdown, size, language)
        try expectScreen(model.view(), "case-contested-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  @Test func `With one reason it says that reason, and with none what was noticed alone`() throws {
    let one = try model(1, Size(80, 24), .zh)
    #expect(one.screen.contains("第 0 种原因") && one.screen.contains("! 看全部") && !one.screen.contains("另有"))
    var none = try model(0, Size(80, 24), .zh)
    none.type(.letter("!"))
    #expect(none.dialog != nil && none.screen.contains("信用代码") && !none.screen.contains("不算数"))
  }
}
