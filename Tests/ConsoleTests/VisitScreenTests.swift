import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// The screen of a visit: nothing recorded is written over by a slip, and no figure stands that nobody found.
@Suite struct VisitScreenTests {
  private static let today = Day("2026-04-15") ?? Day(number: 0)

  /// A visit of two officers who also review, and one who supervises: as many keys as can be do something.
  static func bench(items: [String] = []) throws -> CaseBench {
    var office = OfficeBench()
    for (id, name) in [("qian", "钱"), ("zhao", "赵")] {
      office.officer(id, name)
      office.key(id)
      for role in [OfficerRole.spotCheck, .reviewer] { office.role(id, role) }
    }
    office.role("zhao", .supervisor)
    var bench = try CaseBench(
      CaseApplications.specialized2022(), today: today, office: (office.registry, OfficeBench.founder))
    bench.act(.assign, ["to": .string(OfficeBench.founder), "noConflict": true])
    bench.act(.order, ["ground": "doubt", "text": "研发费用一年增长过快"])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    let visit = try #require(bench.file?.fold.openVisits.first?.id)
    bench.act(
      .plan,
      [
        "visit": .string(visit), "officers": ["qian", "zhao"], "day": .string(today.description),
        "items": .array(items.map { .string($0) }),
      ])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    bench.actor = "zhao"
    return bench
  }

  private func items(_ bench: CaseBench) throws -> [VisitRecord.Item] {
    let file = try #require(bench.file)
    return try #require(VisitRecord.all(of: file, FactTexts(file)).first?.items)
  }

  /// Code of the item under the cursor.
  private func cursor(_ model: Model) throws -> String? {
    let screen = try #require(model.screens.last as? CaseScreen)
    return try screen.spotCheck.item(#require(screen.record))?.code
  }

  /// Every verified value of a visit is what a live finding of it says.
  private func unsupported(_ file: CaseFile) -> [String] {
    file.verified.values.filter { $0.how == .visit }.map(\.event).filter { id in
      guard let event = file.fold.event(id), let visit = event.body["visit"]?.string,
        let item = event.body["item"]?.string
      else { return true }
      return file.fold.body(.finding(visit: visit, item: item))?.id != id
    }
  }

  // MARK: the cursor

  @Test func `A recorded item is left for the next open one, by a key and by a form`() throws {
    var bench = try Self.bench()
    var model = try bench.model(.spotCheck)
    let codes = try items(bench).map(\.code)
    #expect(try cursor(model) == codes[0])
    bench.type([.character("1")], in: &model)
    #expect(try cursor(model) == codes[1])
    bench.type([.character("2")], in: &model)
    bench.type("12", in: &model)
    bench.type([.enter], in: &model)
    // Less than a tenth of what is declared: asked about, and meant.
    #expect(model.dialog?.dialog.body.contains { $0.text.contains("相差 10 倍以上") } == true)
    bench.type([.enter], in: &model)
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    #expect(try items(bench)[1].state == .differs, "\(model.screen)")
    #expect(try cursor(model) == codes[2])
    bench.type([.character("3")], in: &model)
    #expect(try cursor(model) == codes[3])
  }

  @Test func `A key that is held down records one item, and says so`() throws {
    var bench = try Self.bench()
    var model = try bench.model(.spotCheck)
    bench.type([.character("1")], in: &model)
    let events = bench.events.count
    for pause in [40, 30, 99] {
      _ = model.update(.time(model.context.now + pause))
      #expect(!model.update(.key(.character("1"))).contains { $0.signs })
      #expect(model.screen.contains("按住不放或按得太快"))
    }
    _ = model.update(.time(model.context.now + Model.repeatTime))
    #expect(model.update(.key(.character("1"))).contains { $0.signs }, "pressed again it counts")
    #expect(bench.events.count == events)
  }

  @Test func `What is typed as a field opens is not lost, and a second Enter is not meant for what lies behind`() throws
  {
    var bench = try Self.bench()
    var model = try bench.model(.spotCheck)
    let code = try cursor(model)
    bench.type([.character("2")], in: &model)
    for scalar in "1190".unicodeScalars { _ = model.update(.key(.character(scalar))) }
    #expect(model.dialog?.dialog.form.text("value") == "1190")
    #expect(!model.update(.key(.enter)).contains { $0.signs }, "Enter typed ahead sends nothing")
    #expect(model.dialog != nil)
    bench.type([.enter], in: &model)
    while model.dialog != nil { bench.type([.enter], in: &model) }
    #expect(try items(bench).first { $0.code == code }?.state == .differs)
    let screens = model.screens.count
    _ = model.update(.key(.enter))
    #expect(model.screens.count == screens && model.dialog == nil)
  }

  @Test func `After a correction the cursor goes to the line below`() throws {
    var bench = try Self.bench()
    var model = try bench.model(.spotCheck)
    bench.type([.character("1"), .character("1"), .character("1")], in: &model)
    let codes = try items(bench).map(\.code)
    bench.type([.up, .up, .up], in: &model)
    #expect(try cursor(model) == codes[0])
    bench.type([.character("3"), .enter], in: &model)
    #expect(try items(bench)[0].state == .notSeen)
    #expect(try cursor(model) == codes[1])
  }

  @Test func `Whoever opens the tab goes on at the first open item`() throws {
    var bench = try Self.bench()
    var model = try bench.model(.spotCheck)
    bench.type([.character("1"), .character("3")], in: &model)
    let codes = try items(bench).map(\.code)
    #expect(try cursor(bench.model(.spotCheck)) == codes[2])
    var other = try bench.model(.objections)
    bench.type([.tab], in: &other)
    #expect(try cursor(other) == codes[2])
  }

  @Test func `What the plan asks for comes first and is marked`() throws {
    let all = try items(Self.bench()).map(\.code)
    let asked = [try #require(all.last), "commitment"]
    let planned = try items(Self.bench(items: asked))
    #expect(planned.prefix(2).map(\.code) == asked && planned.prefix(2).allSatisfy(\.isPlanned))
    #expect(!planned.dropFirst(2).contains(where: \.isPlanned) && planned.count == all.count + 1)
    #expect(try Self.bench(items: asked).model(.spotCheck).screen.contains("必查 0/2"))
  }

  // MARK: changing what stands

  @Test func `Another answer is asked about once, with both; the same again is not`() throws {
    var bench = try Self.bench()
    var model = try bench.model(.spotCheck)
    let first = try #require(try items(bench).first { FactPath($0.code)?.fact?.kind == .yearlyMoney })
    while try cursor(model) != first.code { bench.type([.down], in: &model) }
    bench.type([.character("2")], in: &model)
    bench.type("4100", in: &model)
    bench.type([.enter], in: &model)
    #expect(bench.file?.verified[first.code]?.how == .visit)
    let before = bench.events.count
    while try cursor(model) != first.code { bench.type([.up], in: &model) }
    bench.type([.character("1")], in: &model)
    #expect(bench.events.count == before)
    let asked = model.screen
    #expect(
      asked.contains("现为：") && asked.contains("改为：") && asked.contains("核实值：") && asked.contains("4,100"), "\(asked)")
    bench.type([.escape], in: &model)
    #expect(bench.events.count == before)
    while try cursor(model) != first.code { bench.type([.up], in: &model) }
    bench.type([.character("1"), .enter], in: &model)
    #expect(bench.events.count == before + 1)
    #expect(
      try #require(bench.file).verified[first.code]?.value
        == bench.application.value(at: #require(FactPath(first.code))))
    while try cursor(model) != first.code { bench.type([.up], in: &model) }
    bench.type([.character("1")], in: &model)
    #expect(model.dialog == nil)
  }

  @Test func `A note and photographs stay with an item that is recorded again`() throws {
    var bench = try Self.bench()
    let item = try #require(try items(bench).first)
    let photo: JSONValue = ["kind": "photo", "sha": .string(CaseBench.hash(77))]
    bench.act(.finding, ["item": .string(item.code), "state": "asDeclared", "text": "见账簿第三册", "files": [photo]])
    bench.act(.finding, ["item": .string(item.code), "state": "asDeclared"])
    #expect(try items(bench)[0].note == "见账簿第三册" && items(bench)[0].files == [CaseBench.hash(77)])
    bench.act(.finding, ["item": .string(item.code), "state": "notSeen"])
    #expect(try items(bench)[0].note == "" && items(bench)[0].files == [CaseBench.hash(77)])
  }

  @Test(arguments: 0..<18)
  func `No sequence of keys ends with a value of the visit that no live finding supports`(seed: UInt64) throws {
    var random = Chance(seed: seed)
    var bench = try Self.bench()
    var model = try bench.model(.spotCheck)
    let start = bench.file?.history.heads ?? []
    let codes = try items(bench).map(\.code)
    for step in 0..<30 {
      if step == 12, seed % 3 == 0 {
        // The other laptop comes back: it knew of nothing that was recorded here.
        bench.actor = "qian"
        for code in codes.prefix(4) {
          bench.act(.finding, ["item": .string(code), "state": "notSeen"], knowing: start)
        }
        bench.actor = "zhao"
        _ = model.update(.opened(bench.key, OpenedCase(try #require(bench.file))))
      }
      for key in random.keys() {
        bench.type([key], in: &model)
        #expect(try unsupported(#require(bench.file)).isEmpty)
        if model.screens.count < 2 { model = try bench.model(.spotCheck) }
      }
    }
  }

  /// Keys of the visit's screen and of its dialogs, drawn by a seed.
  private struct Chance {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }

    /// What officers do, and now and then what nobody would.
    mutating func keys() -> [Key] {
      let done: [[Key]] = [
        [.character("1")], [.character("3")], [.character("2"), .character("4"), .character("0"), .enter],
        [.up, .character("1"), .enter], [.up, .character("3"), .enter], [.up, .up, .character("1"), .escape],
        [.up, .character("2"), .character("7"), .enter, .enter], [.up, .character("1"), .enter],
        [.character("u"), .tab, .character("x"), .enter], [.home],
      ]
      return next(3) > 0 ? done[next(done.count)] : [key()]
    }

    private mutating func key() -> Key {
      let often: [Key] = [
        .character("1"), .character("2"), .character("3"), .enter, .enter, .enter, .down, .up, .tab, .escape,
        .character("u"), .character("4"), .character("0"), .backspace, .space,
      ]
      if next(4) > 0 { return often[next(often.count)] }
      let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ5678.,/:?!\\".unicodeScalars)
      return .character(letters[next(letters.count)])
    }
  }
}
