import Casework
import ScoringCore
import Testing

@testable import Console

@Suite struct Filters {
  /// What is typed, and what it means.
  static let table: [(String, Filter.Test)] = [
    ("tier:little-giant", .tiers([.littleGiant])),
    ("层级:小巨人", .tiers([.littleGiant])),
    ("小巨人", .tiers([.littleGiant])),
    ("层级：创新型、专精特新", .tiers([.innovative, .specialized])),
    ("little-giant", .tiers([.littleGiant])),
    ("outcome:fails", .outcomes([.fails])),
    ("结论:未定", .outcomes([.undetermined])),
    ("符合", .outcomes([.meets])),
    ("state:inReview", .states([.inReview])),
    ("状态:在审", .states([.inReview])),
    ("to-sign", .states([.toSign])),
    ("type:review", .types([.review])),
    ("复核", .types([.review])),
    ("版本:63号", .editions(["2022-63"])),
    ("edition:2026-2", .editions(["2026-2"])),
    ("2号", .editions(["2026-2"])),
    ("济南", .divisions(["370100"])),
    ("地市:济南市", .divisions(["370100"])),
    ("division:370100", .divisions(["370100"])),
    ("山东", .authorities(["370000"])),
    ("shandong", .authorities(["370000"])),
    ("score<65", .number(.score, .less, 65)),
    ("得分＜65", .number(.score, .less, 65)),
    ("score>=60", .number(.score, .atLeast, 60)),
    ("得分≥60", .number(.score, .atLeast, 60)),
    ("天数>10", .number(.days, .more, 10)),
    ("submitted>2026-01-02", .day(.submitted, .more, Builder.day("2026-01-02"))),
    ("gap<=1", .number(.gap, .atMost, 1)),
    ("差≤1", .number(.gap, .atMost, 1)),
    ("decides:mainShare", .decides(["condition.mainShare", "indicator.mainShare"])),
    ("决定:indicator.mainShare", .decides(["indicator.mainShare"])),
    ("late", .flag(.late)),
    ("逾期", .flag(.late)),
    ("争议", .flag(.contested)),
    ("提示", .flag(.noticed)),
    ("noticed", .flag(.noticed)),
    ("提示:unit", .findings([.unit])),
    ("finding:lateIP,sameFile", .findings([.lateIP, .sameFile])),
    ("疑点：单位疑误", .findings([.unit])),
    ("mine", .flag(.mine)),
    ("轴承", .text(SearchIndex.Needle("轴承"))),
    ("znzb", .text(SearchIndex.Needle("znzb"))),
    ("name:late", .text(SearchIndex.Needle("late"))),
  ]

  @Test func `a reviewer is found by name and by id`() throws {
    var rows = [Builder.row(1), Builder.row(2)]
    rows[0].assignee = Builder.officer
    rows[1].assignee = "other"
    let session = Builder.context(Size(80, 24), .zh).session
    for wanted in ["审核员:李", "审核员:\(Builder.officer)", "assignee:李"] {
      let found = try QueueText(rows, tab: .all, filter: wanted, session: session, today: Builder.today, .zh).rows
      #expect(found.map(\.key) == [rows[0].key], "\(wanted)")
    }
  }

  @Test(arguments: table) func `a term means what it says`(text: String, test: Filter.Test) {
    let filter = Filter(text)
    #expect(filter.terms == [Filter.Term(test: test, isTurned: false)])
    #expect(filter.faults.isEmpty)
    #expect(Filter("-" + text).terms == [Filter.Term(test: test, isTurned: true)])
  }

  @Test(arguments: [
    ("tier:x", 0..<6), ("山东 foo:1", 3..<8), ("score<abc", 0..<9), ("late submitted>2026-02-30", 5..<25),
    ("地市:没有市", 0..<6), ("tier<little-giant", 0..<17),
    ("差<一", 0..<3), ("decides:nothing", 0..<15), ("山东 决定<rd", 3..<8),
  ])
  func `what cannot be read is shown in its place`(text: String, range: Range<Int>) {
    let filter = Filter(text)
    #expect(filter.faults.map(\.range) == [range])
    #expect(filter.faults.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  @Test(arguments: [
    "score<", "score>=", "得分≤", "tier:", "层级：", "-tier:", "edition:,", "地市:、", "name:\"\"", "\"", "\"汇川", "山东 \"",
    "late submitted>",
    "decides=",
  ])
  func `what is unfinished is passed over while it is typed, and is a fault once it is given`(text: String) {
    let filter = Filter(text)
    #expect(filter.faults.count == 1 && filter.fault(isTyping: true) == nil && filter.fault(isTyping: false) != nil)
    var model = Builder.model(Size(120, 30), .zh)
    model.type(.enter, .letter("/"))
    model.type(text)
    let message = filter.faults.first?.message.zh ?? "?"
    #expect(!model.screen.contains(message))
    model.type(.enter)
    #expect(model.screen.contains(message), "\(model.screen)")
  }

  @Test func `what is too long for a filter is said and not cut off in silence`() {
    #expect(Filter(String(repeating: "a", count: Filter.limit) + "  ").faults.isEmpty)
    #expect(Filter(String(repeating: "a", count: Filter.limit) + " 山东").fault(isTyping: true) != nil)
  }

  @Test func `an interval satisfies a bound only as a whole`() {
    var row = Builder.row(1)
    row.score = Points(58, 66)
    var table = Builder.model(rows: [row]).context.cases
    func holds(_ text: String) -> Bool { Filter(text).matches(0, table) }
    #expect(holds("score<67") && holds("score>57"))
    #expect(!holds("score<65") && !holds("score>=60"))
    row.score = nil
    table = Builder.model(rows: [row]).context.cases
    #expect(!holds("score<65") && !holds("score>=0"))
  }

  @Test func `a gap is of what is short of its line alone`() {
    func holds(_ short: Points?, _ text: String) -> Bool {
      var row = Builder.row(1)
      row.shortfall = short
      return Filter(text).matches(0, Builder.model(rows: [row]).context.cases)
    }
    #expect(holds(Points(1, 1), "gap<=1") && holds(Points(1, 1), "gap=1") && !holds(Points(1, 1), "gap<1"))
    #expect(holds(Points(0, 2), "gap<=2") && !holds(Points(0, 2), "gap<=1") && !holds(Points(0, 2), "gap=2"))
    #expect(!holds(nil, "gap<=1") && !holds(nil, "gap>=0") && holds(nil, "-gap<=1"))
  }

  @Test func `what decides is found by id, by name and with its kind`() {
    var row = Builder.row(1)
    row.deciding = ["indicator.mainShare", "condition.notBefore"]
    let table = Builder.model(rows: [row]).context.cases
    for found in [
      "decides:mainshare", "决定:主营业务收入占营业收入比重", "decides:\"main revenue to revenue\"", "决定:rd、mainShare",
      "decides:indicator.mainShare", "decides:condition.notbefore", "-decides:rd",
    ] {
      #expect(Filter(found).faults.isEmpty && Filter(found).matches(0, table), "\(found)")
    }
    for not in ["decides:rd", "decides:condition.mainShare", "decides:condition.notbefor", "-决定:mainShare"] {
      #expect(Filter(not).faults.isEmpty && !Filter(not).matches(0, table), "\(not)")
    }
  }

  @Test func `every rule that can decide is found by its id`() {
    for edition in Standard.shared.editions {
      for rules in Tier.allCases.compactMap({ edition[$0] }) {
        let ids =
          edition.basics.map { "basic." + $0.id } + rules.conditions.map { "condition." + $0.id }
          + rules.routes.map { "route." + $0.id }
          + (rules.score?.classes ?? []).flatMap(\.indicators).map { "indicator." + $0.id }
        for id in ids { #expect(RuleNames.ids(id.lowercased()) == [id] && RuleNames.name(id).zh != id, "\(id)") }
      }
    }
    #expect(RuleNames.ids("noticesize") == ["condition.noticeSize"])
  }

  @Test func `names are found by part, initials, credit code and id`() {
    let row = Builder.row(1, name: "示例重庆长安精密ABC股份有限公司")
    let table = Builder.model(rows: [row]).context.cases
    for found in ["精密", "长安精密", "slcqca", "cqca", "abc", "91370000", "SP-000001", "sljm"] {
      #expect(Filter(found).matches(0, table), "\(found)")
    }
    for not in ["精度", "zz", "cqq", "公司示例"] { #expect(!Filter(not).matches(0, table), "\(not)") }
  }

  @Test func `a term that waits for its value narrows nothing`() {
    let table = Builder.model(rows: [Builder.row(1)]).context.cases
    #expect(Filter("tier:").matches(0, table))
    #expect(Filter("").matches(0, table))
  }
}
