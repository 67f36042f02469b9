import Casework
import Glibc
import ScoringCore
import StrictJSON

@testable import CaseStore

extension Forgery {
  private static func write(
    _ office: ForgedOffice, _ kind: String, _ body: JSONValue, _ id: String = "C01", by officer: String,
    change: (inout [String: JSONValue]) -> Void = { _ in }
  ) throws {
    try office.write(kind, body, in: ForgedOffice.path(id), by: officer, change: change)
  }

  /// Acts of officers who hold no right to them, or in a way that the act does not permit.
  private static func act(
    _ zh: String, _ id: String, _ officer: String, _ kind: String,
    _ body: @escaping @Sendable (ForgedOffice) throws -> JSONValue
  ) -> Forgery {
    Forgery(zh, at: id) { try write($0, kind, body($0), id, by: officer) }
  }

  static let acts: [Forgery] =
    [
      act("审核员签批", "C03", "rita", "sign", { try $0.sign("C03", "notice") }),
      act("签批一条不是现行意见的记录", "C03", "gus", "sign", { try $0.sign("C05", "notice") }),
      act("专精特新件签批后去推荐工信部", "C03", "gus", "sign", { try $0.sign("C03", "recommend") }),
      act("浙江审核员取走山东的件", "C02", "pete", "assign", { _ in ["to": "pete", "noConflict": true] }),
      act("只管创新型的审核员取件", "C02", "nils", "assign", { _ in ["to": "nils", "noConflict": true] }),
      act("只借调办另一件的审核员提出意见", "C01", "lars", "recommend", { _ in ForgedOffice.recommend }),
      act("指派给没有职责的人", "C02", "sue", "assign", { _ in ["to": "adam", "noConflict": false] }),
      act("再收一次件，换一份申请", "C02", "rolf", "receive", { _ in receipt }),
      act(
        "没有退回就重报", "C01", "rita", "resubmit",
        { _ in ["application": .string(ForgedOffice.ones), "revision": 2, "flags": []] }),
      act(
        "审核中改正收件", "C01", "sue", "amend",
        { _ in ["application": .string(ForgedOffice.ones), "revision": 2, "flags": [], "reason": "x"] }),
      act("没有争议就裁定", "C01", "sue", "settle", { _ in ["question": "stage", "reason": "x"] }),
      act("撤销别人的签批", "C04", "rita", "undo", { ["of": .string(try $0.mark("recommend C04")), "reason": "x"] }),
      act(
        "没有记录就办结抽查", "C04", "vera", "closeVisit",
        { ["visit": .string(try $0.mark("visit")), "result": "confirmed", "present": "x"] }),
      act(
        "没有参加抽查的人记录所见", "C04", "rolf", "finding",
        {
          [
            "visit": .string(try $0.mark("visit")), "item": "employees", "state": "asDeclared", "text": "x",
            "files": [],
          ]
        }),
      act(
        "安排审核员去抽查", "C04", "sue", "plan",
        { ["visit": .string(try $0.mark("visit")), "officers": ["mia", "rita"], "day": "2026-01-20"] }),
      act("抽查员会签不存在的办结", "C04", "vito", "cosign", { _ in ["of": .string(ForgedOffice.ones)] }),
      act("公示期内结束公示", "C05", "gus", "closeNotice", { _ in ["on": "2026-01-08"] }),
      act(
        "把已经公示的件再列入公示，日期往前写", "C05", "gus", "enterNotice",
        { _ in ForgedOffice.notice(first: "2025-01-01", last: "2025-01-05") }),
      act(
        "没有列入公示就列入，第一天早于签批", "C03", "gus", "enterNotice",
        { _ in ForgedOffice.notice(first: "2025-01-01", last: "2025-01-05") }),
      act("公示期满以后登记异议", "C06", "otto", "lodge", { _ in lodged }),
      act(
        "审核员答复举报", "C05", "rita", "answer",
        {
          [
            "of": .string(try $0.mark("report")), "outcome": "dismissed",
            "reasons": [["code": "unfounded", "text": "x"]],
          ]
        }),
      act(
        "提出意见的人答复举报", "C05", "mia", "answer",
        {
          [
            "of": .string(try $0.mark("report")), "outcome": "dismissed",
            "reasons": [["code": "unfounded", "text": "x"]],
          ]
        }),
      act("审核员要求删除密封件", "C05", "rita", "erase", { ["files": [.string(try $0.mark("sealed"))], "ground": "over"] }),
      act("补签没有等待补签的记录", "C01", "sue", "countersign", { ["of": .string(try $0.mark("letter")), "text": "x"] }),
      act("抽签员以外的人写抽签结果", "C03", "rita", "sampled", { _ in ["draw": .string(ForgedOffice.ones), "drawn": false] }),
      act("建库事件写进申报件", "C01", "rita", "found", { _ in ["x": "x"] }),
      act("正文缺一栏的意见", "C01", "rita", "recommend", { _ in ["outcome": "pass"] }),
      act("超过四千字的备注", "C01", "rita", "note", { _ in ["text": .string(String(repeating: "字", count: 4_001))] }),
      act("离任的人按现在的登记册办理", "C01", "lena", "note", { _ in ["text": "x"] }),
      act("密钥失窃后按现在的登记册办理", "C01", "ivan", "note", { _ in ["text": "x"] }),
    ]

  private static let receipt: JSONValue = [
    "application": .string(ForgedOffice.ones), "authority": "370000", "batch": "2025-1",
    "creditCode": "91370100MA3TESTX0A", "flags": [], "referenceYear": 2024, "submitted": "2025-08-21",
    "tier": "specialized", "type": "new", "via": "import",
  ]
  private static let lodged: JSONValue = [
    "as": "objection", "arrived": "2026-01-20", "channel": "letter", "text": .string(ForgedOffice.ones),
    "against": .string(ForgedOffice.path("C06")), "identity": .string(ForgedOffice.ones),
  ]

  /// Events that are not what they pretend, whoever wrote them.
  static let envelopes: [Forgery] = [
    Forgery("每一种办理各一条，陌生密钥，以 rita 的名义") { office in
      for act in ActName.allCases {
        try office.write(
          act.rawValue, ["text": "x"], in: ForgedOffice.path("C01"), by: "rita", key: OfficerKey(officer: "rita"))
      }
    },
    Forgery("二十条陌生密钥的记录，接在最新的记录之后") { office in
      let key = OfficerKey(officer: "rita")
      for number in 0..<20 {
        try office.write(
          "note", ["text": .string("\(number)")], in: ForgedOffice.path("C01"), by: "rita", key: key)
      }
    },
    Forgery("审核员的记录接在陌生记录之后") { office in
      let folder = ForgedOffice.path("C01")
      let junk = try office.write("note", ["text": "x"], in: folder, by: "rita", key: OfficerKey(officer: "rita"))
      try office.write("hold", ["reason": "x"], in: folder, by: "rita", parents: [junk.id])
    },
    Forgery("记录接在不存在的记录之后") { office in
      try office.write(
        "hold", ["reason": "x"], in: ForgedOffice.path("C01"), by: "rita", parents: [ForgedOffice.ones])
    },
    Forgery("记录依据不存在的登记册") { office in
      try office.write(
        "hold", ["reason": "x"], in: ForgedOffice.path("C01"), by: "rita", registry: [ForgedOffice.ones])
    },
    Forgery("rita 的密钥，以 sue 的名义") {
      try $0.write(
        "withdraw", ["cause": "duplicate", "reason": "x"], in: ForgedOffice.path("C01"), by: "sue", key: $0.key("rita"))
    },
    Forgery("签名全为零的意见") { try layUnsigned($0, "tidu.event/1") },
    Forgery("签名全为零的新格式意见") { try layUnsigned($0, "tidu.event/2") },
    Forgery("陌生密钥签署的新格式意见") { office in
      try office.write(
        "recommend", ForgedOffice.recommend, in: ForgedOffice.path("C01"), by: "rita", key: OfficerKey(officer: "rita"),
        change: { $0["format"] = "tidu.event/2" })
    },
    Forgery("审核员签署的新格式意见") {
      try write($0, "recommend", ForgedOffice.recommend, by: "rita") { $0["format"] = "tidu.event/2" }
    },
    Forgery("本程序不认识的办理") { try write($0, "foretell", ["text": "x"], by: "rita") },
    Forgery("另一件的意见放进这一件") { office in
      let (from, to) = (ForgedOffice.path("C03"), ForgedOffice.path("C01"))
      try office.lay(office.place.read("store/\(from)/" + office.file(office.mark("recommend C03"), in: from)), in: to)
    },
    Forgery("为另一件签的暂缓放进这一件") {
      try write($0, "hold", ["reason": "x"], by: "rita") { $0["case"] = .string(ForgedOffice.path("C02")) }
    },
    Forgery("为另一个库签的暂缓") {
      try write($0, "hold", ["reason": "x"], by: "rita") { $0["store"] = .string(ForgedOffice.ones) }
    },
    Forgery("信封多一栏的暂缓") { try write($0, "hold", ["reason": "x"], by: "rita") { $0["extra"] = "x" } },
    Forgery("信封里次序不对的前事件") {
      try write($0, "hold", ["reason": "x"], by: "rita") {
        $0["parents"] = [.string(ForgedOffice.ones), .string(ForgedOffice.ones)]
      }
    },
    Forgery("离任的人按离任前的登记册暂缓") {
      let heads = try $0.mark("old heads").split(separator: " ").map(String.init)
      try $0.write("hold", ["reason": "x"], in: ForgedOffice.path("C01"), by: "lena", registry: heads)
    },
    Forgery("失窃的密钥按终止前的登记册暂缓") {
      let heads = try $0.mark("old heads").split(separator: " ").map(String.init)
      try $0.write("hold", ["reason": "x"], in: ForgedOffice.path("C01"), by: "ivan", registry: heads)
    },
    Forgery("声明利害关系的人仍去暂缓") { office in
      // What he may: to bar himself.
      try office.write("hold", ["reason": "x"], in: ForgedOffice.path("C01"), by: "adam")
    },
    Forgery("有权的人把备注写成 2099 年") { try write($0, "note", ["text": "x", "on": "2099-01-01"], by: "rita") },
    Forgery("陌生记录放进来又拿走", .quiet) { office in
      let folder = ForgedOffice.path("C01")
      let junk = try office.write("note", ["text": "x"], in: folder, by: "rita", key: OfficerKey(officer: "rita"))
      _ = try office.reopen().refresh(.shared)
      unlink(office.full(folder) + "/" + (try office.file(junk.id, in: folder)))
    },
  ]

  private static func layUnsigned(_ office: ForgedOffice, _ format: String) throws {
    let folder = ForgedOffice.path("C01")
    let payload: JSONValue = [
      "at": "2026-01-01T00:00:00+08:00", "author": "rita",
      "body": ForgedOffice.recommend.with("on", "2026-01-01").sorted,
      "case": .string(folder), "format": .string(format), "kind": "recommend", "parents": [], "registry": [], "seq": 1,
      "store": .string(office.store.id),
    ]
    let event = try EventFile(reading: ForgedOffice.signed(payload.sorted, with: OfficerKey(officer: "rita")))
    try office.lay(unsigned(event, as: office.key("rita")), in: folder)
  }
}
