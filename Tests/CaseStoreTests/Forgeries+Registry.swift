import Casework
import Glibc
import ScoringCore
import StrictJSON

@testable import CaseStore

extension Forgery {
  private static func foundBody(_ key: OfficerKey, _ extra: [JSONValue.Member] = []) -> JSONValue {
    .object(
      [
        .init("key", ["seal": .string(key.seal), "sign": .string(key.sign)]), .init("name", "李明"),
        .init("officer", .string(key.officer)), .init("on", "2026-01-01"),
        .init("roles", ["administrator", "objection", "reviewer", "signer", "spotCheck", "supervisor"]),
        .init("threshold", 1),
      ] + extra)
  }

  /// Another founding event, whose id sorts as wanted.
  @discardableResult
  private static func found(
    _ office: ForgedOffice, _ key: OfficerKey = OfficerKey(officer: "li.ming"), below: Bool? = nil,
    parents: [String] = [], extra: [JSONValue.Member] = []
  ) throws -> EventFile {
    for second in 0..<20_000 {
      let payload: JSONValue = [
        "at": .string("2026-01-01T00:00:00+08:0\(second)"), "author": .string(key.officer),
        "body": foundBody(key, extra), "case": "registry", "format": "tidu.event/1", "kind": "found",
        "parents": .array(parents.sorted().map { .string($0) }), "registry": [], "seq": 1,
      ]
      let event = try EventFile(reading: ForgedOffice.signed(payload.sorted, with: key))
      if let below, (event.id < office.store.id) != below { continue }
      try office.lay(event.bytes, in: "registry")
      return event
    }
    throw StoreError(.badInput, "", Phrase("没有试出来", "not found"))
  }

  /// An entry under a foreign founding event, by its key.
  private static func child(
    _ office: ForgedOffice, of founding: EventFile, _ key: OfficerKey, _ kind: String, _ body: JSONValue,
    also parents: [String] = [], store: String? = nil
  ) throws {
    try office.write(
      kind, body, in: "registry", by: key.officer, key: key, parents: parents + [founding.id],
      change: { $0["store"] = .string(store ?? founding.id) })
  }

  static let foundings: [Forgery] = [
    Forgery("另一个建库事件，编号排在本库之前") { try found($0, below: true) },
    Forgery("另一个建库事件，编号排在本库之后") { try found($0, below: false) },
    Forgery("另一个建库事件，写明是试验库") { try found($0, extra: [.init("trial", true)]) },
    Forgery("另一个建库事件，接在本库登记册之后") { try found($0, parents: $0.store.officers().heads) },
    Forgery("审核员用自己的密钥另写一个建库事件") { try found($0, $0.key("rita")) },
    Forgery("另一个建库事件，其下授予陌生人全部机关的主管") { office in
      let key = OfficerKey(officer: "li.ming")
      try child(office, of: found(office, key), key, "role", office.roleBody("li.ming", "supervisor", "*"))
    },
    Forgery("另一个建库事件，其下终止本库建库人的密钥") { office in
      let key = OfficerKey(officer: "li.ming")
      try child(
        office, of: found(office, key), key, "end", ["of": .string(office.store.id), "why": "stolen"],
        store: office.store.id)
    },
    Forgery("另一个建库事件，其下登记人员、密钥，同时接在本库之后") { office in
      let key = OfficerKey(officer: "li.ming")
      let founding = try found(office, key, below: true)
      try child(
        office, of: founding, key, "officer", office.officerBody("mallory"), also: office.store.officers().heads)
      try child(office, of: founding, key, "key", office.keyBody(OfficerKey(officer: "mallory")))
    },
    Forgery("审核员的登记记录接在另一个建库事件之后") { office in
      try office.write(
        "role", office.roleBody("rita", "signer"), in: "registry", by: "rita", parents: [found(office).id])
    },
  ]

  static let strangersInRegistry: [Forgery] =
    [
      stranger("登记人员", "officer", { $0.officerBody("mallory") }),
      stranger("登记密钥", "key", { try $0.keyBody(OfficerKey(officer: "rita")) }),
      stranger("授予主管", "role", { $0.roleBody("rita", "supervisor", "*") }),
      stranger("终止建库人的密钥", "end", { ["of": .string($0.store.id), "why": "stolen"] }),
      stranger("批准待批事项", "approve", { ["of": .string(try $0.mark("proposal"))] }),
      stranger("更换根主管", "root", { _ in ["supervisors": ["rita"], "threshold": 1] }),
      stranger(
        "提出设置", "settings",
        { _ in ["authority": "370000", "file": .string(ForgedOffice.ones), "from": "2026-01-01", "what": "calendar"] }),
      stranger("裁定", "settle", { _ in ["question": "root", "reason": "x"] }),
    ] + [
      Forgery("登记册里二十条陌生密钥的记录，互相接续") { office in
        let key = OfficerKey(officer: "li.ming")
        var parents = try office.store.officers().heads
        for number in 0..<20 {
          parents = [
            try office.write(
              "officer", office.officerBody("m\(number)"), in: "registry", by: "li.ming", key: key, parents: parents
            ).id
          ]
        }
      },
      Forgery("以 li.ming 的公钥署名、签名全为零的职责") { office in
        let event = try EventFile(
          reading: ForgedOffice.signed(
            payload(office, "role", office.roleBody("rita", "supervisor", "*")).sorted, with: office.key("rita")))
        try office.lay(unsigned(event, as: office.key("li.ming")), in: "registry")
      },
      Forgery("签名抄自另一条登记记录") { office in
        let other = try office.place.read("store/registry/" + office.file(office.mark("root"), in: "registry"))
        let event = try EventFile(
          reading: ForgedOffice.signed(
            payload(office, "role", office.roleBody("rita", "supervisor", "*")).sorted, with: office.key("rita")))
        let line = event.payload.canonicalBytes + [0x0A] + other.split(separator: 0x0A)[1] + [0x0A]
        try office.lay(line, in: "registry")
      },
      Forgery("未签名的新格式（tidu.event/2）登记记录") { office in
        var payload = try payload(office, "role", office.roleBody("rita", "supervisor", "*"))
        payload = payload.with("format", "tidu.event/2").sorted
        let event = try EventFile(reading: ForgedOffice.signed(payload, with: office.key("rita")))
        try office.lay(unsigned(event, as: office.key("li.ming")), in: "registry")
      },
      Forgery("审核员签署的新格式登记记录") { office in
        try office.write(
          "role", office.roleBody("rita", "supervisor", "*"), in: "registry", by: "rita",
          change: { $0["format"] = "tidu.event/2" })
      },
      Forgery("申报件里的一条记录放进登记册") { office in
        let folder = ForgedOffice.path("C03")
        let name = try office.file(office.mark("recommend C03"), in: folder)
        try office.lay(office.place.read("store/\(folder)/\(name)"), in: "registry")
      },
    ]

  static func payload(_ office: ForgedOffice, _ kind: String, _ body: JSONValue) throws -> JSONValue {
    [
      "at": "2026-01-01T00:00:00+08:00", "author": "li.ming", "body": body.with("on", "2026-01-01").sorted,
      "case": "registry", "format": "tidu.event/1", "kind": .string(kind),
      "parents": .array(try office.store.officers().heads.map { .string($0) }), "registry": [], "seq": 99,
      "store": .string(office.store.id),
    ]
  }

  /// The same payload in another's name with a signature of zeros.
  static func unsigned(_ event: EventFile, as key: OfficerKey) -> [UInt8] {
    let seal: JSONValue = ["key": .string(key.sign), "signature": .string(String(repeating: "0", count: 128))]
    return event.payload.canonicalBytes + [0x0A] + seal.canonicalBytes + [0x0A]
  }

  /// Rights that officers give beyond their own.
  private static func stranger(
    _ zh: String, _ kind: String, _ body: @escaping @Sendable (ForgedOffice) throws -> JSONValue
  ) -> Forgery {
    Forgery("陌生密钥以 li.ming 的名义\(zh)") { office in
      try office.write(kind, body(office), in: "registry", by: "li.ming", key: OfficerKey(officer: "li.ming"))
    }
  }

  private static func beyond(
    _ zh: String, _ officer: String, _ kind: String, _ body: @escaping @Sendable (ForgedOffice) throws -> JSONValue
  ) -> Forgery {
    Forgery(zh) { try $0.write(kind, body($0), in: "registry", by: officer) }
  }

  static let beyondRights: [Forgery] =
    [
      beyond("审核员给自己签批人职责", "rita", "role", { $0.roleBody("rita", "signer") }),
      beyond("审核员给自己全部机关的主管", "rita", "role", { $0.roleBody("rita", "supervisor", "*") }),
      beyond("浙江主管给山东人员签批人职责", "pete", "role", { $0.roleBody("rita", "signer") }),
      beyond("浙江主管为山东人员登记密钥", "pete", "key", { try $0.keyBody(OfficerKey(officer: "rita")) }),
      beyond("浙江主管为建库人登记自己的密钥", "pete", "key", { try $0.keyBody(OfficerKey(officer: "li.ming")) }),
      beyond("浙江主管改建库人为离任", "pete", "officer", { $0.officerBody("li.ming", "", state: "left") }),
      beyond("浙江主管改山东人员为浙江人员", "pete", "officer", { $0.officerBody("rita", "330000") }),
      beyond("浙江主管以被盗终止山东人员的职责", "pete", "end", { ["of": .string(try $0.mark("role rita")), "why": "stolen"] }),
      beyond("山东主管终止建库人的密钥", "sue", "end", { ["of": .string($0.store.id), "why": "stolen"] }),
      beyond("山东主管设全部机关的主管", "sue", "role", { $0.roleBody("rita", "supervisor", "*") }),
      beyond("只管创新型的主管给各层级的职责", "tina", "role", { $0.roleBody("rita", "reviewer") }),
      beyond("只管济南的主管给全省的职责", "dora", "role", { $0.roleBody("rita", "reviewer") }),
      beyond("管理员给自己签批人职责", "adam", "role", { $0.roleBody("adam", "signer") }),
      beyond("管理员自己批准提出的设置", "adam", "approve", { ["of": .string(try $0.mark("proposal"))] }),
      beyond("浙江主管批准山东的设置", "pete", "approve", { ["of": .string(try $0.mark("proposal"))] }),
      beyond("山东主管更换根主管", "sue", "root", { _ in ["supervisors": ["sue"], "threshold": 1] }),
      beyond("两名根主管中一人提出只留自己", "li.ming", "root", { _ in ["supervisors": ["li.ming"], "threshold": 1] }),
      beyond(
        "主管登记的密钥没有本人的自证", "sue", "key",
        { office in
          try office.keyBody(OfficerKey(officer: "rita")).with("device", "other")
        }),
      beyond("密钥失窃的人登记自己的新密钥", "ivan", "key", { try $0.keyBody(OfficerKey(officer: "ivan"), device: "two") }),
      beyond("离任的人登记自己的新密钥", "lena", "key", { try $0.keyBody(OfficerKey(officer: "lena"), device: "two") }),
      beyond("正文多一栏的登记记录", "li.ming", "officer", { $0.officerBody("mallory").with("extra", "x") }),
    ]
}
