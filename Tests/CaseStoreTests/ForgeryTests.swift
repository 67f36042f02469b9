@testable import Casework
import Foundation
import ScoringCore
import Testing

@testable import CaseStore

/// Forgeries and tricks: none has an effect, and each is named where people look. The table is for officers to read.
@Suite struct ForgeryTests {
  static let all: [(sort: String, forgeries: [Forgery])] = [
    ("另一个建库事件", Forgery.foundings), ("登记册里的陌生记录", Forgery.strangersInRegistry),
    ("超出权限的登记", Forgery.beyondRights), ("自己造的第二人", Forgery.puppets), ("无权或不合规定的办理", Forgery.acts),
    ("冒充的记录", Forgery.envelopes), ("申请", Forgery.applications), ("文件名和文件夹", Forgery.names),
    ("所附的文件", Forgery.contents),
  ]

  /// Takes what was there away, which is damage and no forgery: it may change what the case amounts to, and is named.
  private static let damage: Set<String> = [
    "收件记录换成链接", "最新的记录改了一个字节", "最新的记录截去一半", "最新的记录换行改成 CRLF", "最新的记录拿走", "最新的记录改用别的编号作文件名",
    "在案的申请改了一个数，文件名不变", "在案的申请换成另一份，按它自己的编号命名", "终止所附的清单换了内容",
  ]

  @Test func `No forgery has an effect, and each is named at the case, in the queue or where its file is used`() throws
  {
    let clean = try ForgedOffice.copy()
    let before = try StoreTruth(clean.store)
    let known = try Self.known(clean.store)
    var lines = Self.head
    var number = 0
    for (sort, forgeries) in Self.all {
      lines += [
        "", "## \(sort)", "", "| | 做了什么 | 申报件页首、show | 队列 | JSON | act | verify |", "|---|---|---|---|---|---|---|",
      ]
      for forgery in forgeries {
        number += 1
        let office = try ForgedOffice.copy()
        try forgery.run(office)
        var told = try Told(office, forgery.target, known, waiting: before.waiting)
        if !Self.damage.contains(forgery.zh) { Self.compare(try StoreTruth(office.store), before, forgery) }
        if let use = forgery.use { told.head = ["用时：" + Told.plain(try use(office))] }
        let isNamed = !told.head.isEmpty || !told.queue.isEmpty
        #expect(isNamed == (forgery.telling != .quiet), "\(forgery.zh): \(told.head) \(told.queue)")
        #expect(!told.head.contains { $0.contains("用了") }, "\(forgery.zh)")
        func cell(_ texts: [String]) -> String { texts.isEmpty ? "–" : texts.joined(separator: "<br>") }
        lines.append(
          "| \(number) | \(Told.plain(forgery.zh)) | \(cell(told.head)) | \(cell(told.queue)) | \(cell(told.json)) | \(told.act) | \(cell(told.verify)) |"
        )
      }
    }
    #expect(number >= 80, "only \(number)")
    try Self.compare(lines.joined(separator: "\n") + "\n")
  }

  private static let head = [
    "# 伪造与手脚 Forgeries and tricks", "",
    "每一行都在一份完整的库上做一次：库、申报件、权限和名单都与做之前相同。", "“页首、show”是申报件页首和 `tidu show` 里的原话；“act”是此后另一名人员写一条备注的结果。",
    "“登记册：”是人员页登记记录里的话，“经过：”是申报件经过里的话。", "“–”：没有话说。拿走或损坏在案文件的几行不是伪造：少了的记录不再生效，并且说明。",
  ]

  /// Events, remarks and findings that are there, each after its folder.
  private static func known(_ store: Store) throws -> Set<String> {
    var known = Set(try store.officers().entries.map { "registry \($0.id)" })
    for id in ForgedOffice.cases {
      let file = try store.caseFile(ForgedOffice.key(id), today: ForgedOffice.today)
      let found =
        (file?.history.entries.map(\.id) ?? []) + (file?.remarks(today: ForgedOffice.today).map(\.message.zh) ?? [])
      known.formUnion(found.map { "\(ForgedOffice.path(id)) \($0)" })
    }
    return known.union(Told.findings(store).map { "verify \($0)" })
  }

  /// The note that the test itself wrote beside it is left out, and what waits for an approval beside what waited: it
  /// gives nobody anything.
  static func compare(_ after: StoreTruth, _ before: StoreTruth, _ forgery: Forgery) {
    var after = after
    if Set(after.waiting).isStrictSuperset(of: before.waiting) {
      after.waiting = before.waiting
      after.heads["registry"] = before.heads["registry"]
    }
    after.heads[forgery.target] = before.heads[forgery.target]
    for index in after.rows.indices where index < before.rows.count {
      after.rows[index].changed = before.rows[index].changed
    }
    #expect(after.rows == before.rows, "\(forgery.zh): rows")
    #expect(after.answers == before.answers, "\(forgery.zh): answers")
    #expect(after.heads == before.heads, "\(forgery.zh): heads")
    #expect(after.rights == before.rights, "\(forgery.zh): rights")
    #expect(after.waiting == before.waiting, "\(forgery.zh): what waits")
    #expect(after.lists == before.lists, "\(forgery.zh): lists")
  }

  private static func compare(_ text: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "EndToEnd/Tables/forgeries.md")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text, "RECORD=1 writes it anew")
  }
}
