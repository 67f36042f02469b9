import Casework
import Glibc
import ScoringCore
import StrictJSON

@testable import CaseStore

extension Forgery {
  /// What the founder writes as if he had not seen that there is a second supervisor.
  private static func fork(
    _ office: ForgedOffice, _ entries: [(String, JSONValue)],
    _ then: (ForgedOffice, [String]) throws -> Void = { _, _ in }
  ) throws {
    var parents = [office.store.id]
    for (kind, body) in entries {
      parents = [try office.write(kind, body, in: "registry", by: "li.ming", parents: parents).id]
    }
    try then(office, parents)
  }

  /// Officer, key and role of a puppet, by one supervisor.
  private static func puppet(_ office: ForgedOffice, _ role: String, _ authority: String = "370000") throws
    -> (key: OfficerKey, entries: [(String, JSONValue)])
  {
    let key = OfficerKey(officer: "puppet")
    return (
      key,
      [
        ("officer", office.officerBody("puppet")), ("key", try office.keyBody(key)),
        ("role", office.roleBody("puppet", role, authority)),
      ]
    )
  }

  static let puppets: [Forgery] = [
    Forgery("建库人装作不知道第二名主管，登记一名人员") { office in
      try fork(office, [("officer", office.officerBody("puppet"))])
    },
    Forgery("建库人装作不知道第二名主管，登记人员和密钥") { office in
      try fork(office, Array(puppet(office, "signer").entries.prefix(2)))
    },
    Forgery("建库人装作不知道第二名主管，造一名签批人") { try fork($0, puppet($0, "signer").entries) },
    Forgery("建库人装作不知道第二名主管，造一名主管") { try fork($0, puppet($0, "supervisor", "*").entries) },
    Forgery("所造的主管随即批准待批的设置") { office in
      let (key, entries) = try puppet(office, "supervisor", "*")
      try fork(office, entries) { office, heads in
        try office.write(
          "approve", ["of": .string(office.mark("proposal"))], in: "registry", by: "puppet", key: key,
          parents: heads + office.store.officers().heads)
      }
    },
    Forgery("所造的签批人签批申报件", at: "C03") { office in
      let (key, entries) = try puppet(office, "signer")
      try fork(office, entries) { office, heads in
        try office.write(
          "sign", office.sign("C03", "notice"), in: ForgedOffice.path("C03"), by: "puppet", key: key, registry: heads)
      }
    },
    Forgery("主管一人登记人员、密钥、签批人职责，所造的人签批", at: "C03") { office in
      let (key, entries) = try puppet(office, "signer")
      for (kind, body) in entries { try office.write(kind, body, in: "registry", by: "sue") }
      try office.write("sign", office.sign("C03", "notice"), in: ForgedOffice.path("C03"), by: "puppet", key: key)
    },
    Forgery("主管自己批准自己登记的人员") { office in
      let id = try office.write("officer", office.officerBody("puppet"), in: "registry", by: "sue").id
      try office.write("approve", ["of": .string(id)], in: "registry", by: "sue")
    },
    Forgery("浙江主管批准山东主管登记的人员") { office in
      let id = try office.write("officer", office.officerBody("puppet"), in: "registry", by: "sue").id
      try office.write("approve", ["of": .string(id)], in: "registry", by: "pete")
    },
    Forgery("根主管自己批准自己提出的根主管更换") { office in
      let id = try office.write(
        "root", ["supervisors": ["li.ming"], "threshold": 1], in: "registry", by: "li.ming"
      ).id
      try office.write("approve", ["of": .string(id)], in: "registry", by: "li.ming")
    },
    Forgery("提出意见的人提议给同事签批人职责，同事去签他的意见", at: "C07") { office in
      try office.write("sign", office.sign("C07", "notice"), in: ForgedOffice.path("C07"), by: "pal")
    },
    Forgery("提出意见的人自己签批", at: "C03") { office in
      try office.write("sign", office.sign("C03", "notice"), in: ForgedOffice.path("C03"), by: "mia")
    },
    Forgery("提出意见的人自己作决定", at: "C06") { office in
      try office.write(
        "decide", ["outcome": "recognise", "document": "示例号", "announced": "2026-01-20", "until": "2029-01-19"],
        in: ForgedOffice.path("C06"), by: "mia")
    },
    Forgery("山东主管以被盗终止建库人的密钥，清单里一条不留") { office in
      let sha = try office.store.keep(Array(office.store.id.utf8) + [0x0A], in: "registry")
      try office.write(
        "end", ["of": .string(office.store.id), "why": "stolen", "cut": ["count": 1, "sha": .string(sha)]],
        in: "registry", by: "sue")
    },
  ]
}
