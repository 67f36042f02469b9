import Casework
import Foundation
import ScoringCore
import Testing

@testable import Console

@Suite struct Apps {
  @Test func `what was typed before a dialog opened does not answer it`() {
    var model = Builder.model()
    _ = model.update(.time(5000))
    _ = model.update(.key(.letter("q")))
    _ = model.update(.time(5299))
    #expect(model.update(.key(.enter)).isEmpty)
    #expect(model.screen.contains("退出梯度"))
    _ = model.update(.time(5300))
    #expect(model.update(.key(.enter)) == [.quit])
    #expect(!model.screen.contains("退出梯度"))
  }

  @Test func `of what is long two lines are shown, and Enter shows the rest`() {
    var model = Builder.model()
    let reasons = (1...9).map { "第\($0)项不行" }.joined(separator: "\n")
    _ = model.update(.told(Toast(.refused, Phrase(reasons, reasons))))
    #expect(model.screen.contains("第2项不行") && !model.screen.contains("第3项不行"))
    #expect(model.screen.contains("另有 7 行，Enter 看全部"))
    model.type(.enter)
    #expect(model.dialog?.dialog.body.count == 9)
    model.type(.enter)
    #expect(model.dialog == nil && model.screens.count == 1)
    _ = model.update(.told(Toast(.refused, Phrase("一项不行", "no"))))
    model.type(.enter)
    #expect(model.dialog == nil)
  }

  @Test func `the terminal's own keys reach the program from a form as well`() {
    var model = Builder.model()
    model.type(.letter("q"))
    #expect(model.dialog != nil)
    _ = model.update(.time(model.context.now + 1_000))
    #expect(model.update(.key(.control("z"))) == [.suspend])
    #expect(model.update(.key(.control("l"))) == [.repaint])
    #expect(model.dialog != nil)
  }

  @Test func `Esc leaves a dialog, the help and a screen`() {
    var model = Builder.model()
    let overview = model.screen
    model.type(.letter("q"), .escape)
    #expect(model.screen == overview)
    model.type(.letter("?"), .escape)
    #expect(model.screen == overview)
    model.type(.enter, .escape)
    #expect(model.screen == overview)
    model.type(.escape)
    #expect(model.screen == overview)
  }

  @Test func `everything can be reached without a letter`() {
    for command in Command.table where command.scope != .everywhere {
      let byKey = command.keys.contains { key in
        if case .character(let scalar) = key { return scalar == " " }
        return true
      }
      // The palette is on F2 and its list is walked with arrows.
      #expect(byKey || Command.byID["app.palette"]?.keys.contains(.function(2)) == true)
    }
    var model = Builder.model()
    model.type(.function(2), .enter)
    #expect(model.screens.count == 2)
  }

  @Test func `a paste reaches text and never a command`() {
    var model = Builder.model()
    _ = model.update(.paste("q\nA"))
    #expect(model.screens.count == 1)
    model.type(.letter("/"))
    _ = model.update(.paste("示例\n甲"))
    #expect(model.screen.contains("示例 甲"))
  }

  @Test func `the other language is one key away and nothing of the first is left`() {
    var model = Builder.model(rows: [])
    // A name is what it is in any language.
    model.context.session.officerName = "Li"
    model.type(.function(9))
    let screen = model.screen
    #expect(!screen.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) })
  }

  @Test func `the overview's numbers open the cases they count`() throws {
    var model = Builder.model(rows: Builder.rows(200))
    func count() throws -> Int { try #require(model.screens.last as? QueueScreen).list.count }
    let tally = model.context.cases.tally
    model.type(.letter("1"))
    #expect(try count() == tally.late)
    model.type(.escape, .letter("3"))
    #expect(try count() == tally.count(.toSign))
    model.type(.escape, .right, .right, .enter)
    #expect(
      try count() == tally.tiers[0].states[CaseState.inReview.place]
        + tally.tiers[0].states[CaseState.held.place])
    model.type(.escape, .tab, .enter)
    let province = try #require(model.context.cases.byAuthority["370000"])
    let place = try #require(OverviewScreen().rankedPlaces(province).first)
    #expect(try count() == place.counts.total)
  }

  @Test func `an enterprise is found by its initials and opened with few keys`() throws {
    var model = Builder.model(rows: Builder.rows(300) + [Builder.row(301, name: "示例重庆长安精密有限公司")])
    model.type("/")
    model.type("cqca")
    model.type(.enter)
    let queue = try #require(model.screens.last as? QueueScreen)
    #expect(queue.list.count == 1)
    let effects = model.update(.key(.enter))
    #expect(effects == [.openCase(Builder.row(301).key)])
  }

  @Test func `the smallest screen holds every screen`() throws {
    for language in Language.allCases {
      var model = Builder.model(Size(60, 16), language)
      try expectScreen(model.view(), "overview-60-\(language)")
      model.type(.letter("/"), .enter)
      try expectScreen(model.view(), "queue-60-\(language)")
      model.type(.function(7))
      try expectScreen(model.view(), "filter-words-\(language)")
    }
  }

  @Test func `every text in the sources is in both languages`() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let pair = try Regex(#"(?:Phrase|context)\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)"#)
    let slot = try Regex(#"\\\((?:[^()]|\([^()]*\))*\)"#)
    let sources = root.appending(path: "Sources/Console")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var seen = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: pair) {
        let en = String(match.output[2].substring ?? "").replacing(slot, with: "")
        seen += 1
        let isHan = en.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) }
        #expect(!isHan, "\(file.lastPathComponent): \(en)")
      }
    }
    #expect(seen > 150)
  }

  @Test(arguments: Language.allCases) func `the menu's digit 1 is the overview, wherever it is opened`(
    language: Language
  ) {
    var model = Builder.model(Size(80, 24), language)
    model.type(.enter, .letter("g"), .letter("2"))
    #expect(model.screens.last is QueueScreen && model.screens.count == 2)
    model.type(.letter("g"), .letter("1"))
    #expect(model.screens.count == 1)
    model.type(.letter("g"))
    let name = Phrase("总览", "Overview")(language)
    #expect(model.view().lines.contains { $0.contains("▸ 1  ") && $0.contains(name) }, "\(model.screen)")
    model.type(.letter("1"))
    #expect(model.screens.count == 1)
  }

  @Test(arguments: [[], [.letter("?")], [.letter("g")], [.enter, .letter("/")], [.letter("q")]] as [[Key]])
  func `Ctrl-C says how to leave and does nothing else`(keys: [Key]) {
    for language in Language.allCases {
      var model = Builder.model(Size(80, 24), language)
      for key in keys { model.type(key) }
      _ = model.update(.time(100_000))
      let screens = model.screens.count
      #expect(model.update(.key(.control("c"))) == [.lookAgain])
      #expect(model.told?.text(language).contains("F10") == true && model.screens.count == screens)
      #expect(model.screen.contains("F10"))
    }
  }
}
