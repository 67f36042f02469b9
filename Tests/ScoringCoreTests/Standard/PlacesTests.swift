import ScoringCore
import Testing

@Suite struct PlacesTests {
  @Test func `A planned city is an authority of its own`() {
    let qingdao = Authorities.shared["370200"]
    #expect(qingdao?.kind == .plannedCity)
    #expect(qingdao?.inside == "370000")
    #expect(qingdao?.short == Phrase("青岛", "Qingdao"))
    #expect(Authorities.shared["999999"] == nil)
    #expect(Authorities.shared["XPCC"]?.kind == .corps)
  }

  @Test func `A division names the authority that handles its files`() {
    #expect(Divisions.shared.all.count == 419)
    #expect(Divisions.shared["370100"]?.authority == "370000")
    #expect(Divisions.shared.of(authority: "XPCC").isEmpty)
    #expect(Divisions.shared.of(authority: "110000").count == 16)
    for division in Divisions.shared.all { #expect(Authorities.shared[division.authority] != nil) }
  }

  @Test func `Short names lose what every name has`() {
    let short = Dictionary(uniqueKeysWithValues: Divisions.shared.all.map { ($0.code, $0.short) })
    #expect(short["370100"] == "济南")
    #expect(short["422800"] == "恩施")
    #expect(short["110101"] == "东城")
    #expect(short["152200"] == "兴安")
    #expect(short.values.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: [
    ("重庆", "cq"), ("厦门", "xm"), ("长春", "cc"), ("长沙", "cs"), ("重庆长安汽车", "cqcaqc"), ("西藏", "xz"), ("东莞", "dg"),
    ("示例甲智能装备有限公司", "sljznzbyxgs"), ("ABC（青岛）12号", "abcqd12h"), ("ＡＢ股份", "abgf"), ("", ""),
  ])
  func `Initials follow the reading of a place`(_ name: String, _ initials: String) {
    #expect(PinyinInitials.shared.initials(of: name) == initials)
  }
}
