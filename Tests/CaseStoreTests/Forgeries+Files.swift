import Casework
import Glibc
import ScoringCore
import StrictJSON

@testable import CaseStore
@testable import Office

extension Forgery {
  private static func application(_ office: ForgedOffice, _ id: String = "C01") throws -> (path: String, bytes: [UInt8])
  {
    let folder = ForgedOffice.path(id)
    let name = try office.store.disk.names(folder).first { $0.hasPrefix("application.r1-") } ?? ""
    return ("\(folder)/\(name)", try office.place.read("store/\(folder)/\(name)"))
  }

  /// Another application beside the one on file, under its own hash.
  private static func add(_ office: ForgedOffice, revision: Int = 1, below: Bool = false, _ change: (String) -> String)
    throws
  {
    let (path, bytes) = try application(office)
    let text = change(String(decoding: bytes, as: UTF8.self))
    for spaces in 0..<5_000 {
      let other = Array((text + String(repeating: " ", count: spaces)).utf8)
      let sha = Store.hash(of: other)
      if below, !path.contains("-"), sha > path { continue }
      if below, let own = path.split(separator: "-").last, sha.prefix(16) > own { continue }
      office.place.write(other, to: "store/\(ForgedOffice.path("C01"))/application.r\(revision)-\(sha.prefix(16)).json")
      return
    }
  }

  static let applications: [Forgery] = [
    Forgery("旁边放一份企业名称不同的申请") { try add($0) { $0.replacing("齐鲁示例", with: "伪造企业") } },
    Forgery("旁边放一份申请，编号排在前面") { try add($0, below: true) { $0.replacing("齐鲁示例", with: "伪造企业") } },
    Forgery("旁边放一份提交日期不同的申请") { try add($0) { $0.replacing("2025-08-21", with: "2025-08-20") } },
    Forgery("旁边放一份另一编号的申请") { try add($0) { $0.replacing("\"C01\"", with: "\"C99\"") } },
    Forgery("旁边放一份第二版申请") { try add($0, revision: 2) { $0.replacing("6100", with: "9100") } },
    Forgery("旁边放一份读不懂的申请") { try add($0) { _ in "{}" } },
    Forgery("旁边放另一件的申请") { office in
      let (path, bytes) = try application(office, "C02")
      office.place.write(bytes, to: "store/\(ForgedOffice.path("C01"))/" + split(path).name)
    },
    Forgery("在案的申请改了一个数，文件名不变") { office in
      try office.exchange(application(office).path) {
        Array(String(decoding: $0, as: UTF8.self).replacing("6100", with: "9100").utf8)
      }
    },
    Forgery("在案的申请换成另一份，按它自己的编号命名") { office in
      let path = try application(office).path
      try add(office) { $0.replacing("齐鲁示例", with: "伪造企业") }
      unlink(office.full(path))
    },
  ]

  private static func newest(_ office: ForgedOffice, _ id: String = "C01") throws -> String {
    let folder = ForgedOffice.path(id)
    let head = try office.store.caseFile(ForgedOffice.key(id), today: ForgedOffice.today)?.history.heads.first ?? ""
    return "\(folder)/\(try office.file(head, in: folder))"
  }

  /// Names of ours that became something else, and things of our names.
  static let names: [Forgery] =
    [
      Forgery("收件记录换成链接", at: "C02") { office in
        let path = try newest(office, "C02")
        unlink(office.full(path))
        symlink("/etc/hostname", office.full(path))
      },
      Forgery("放一个记录名的链接") {
        symlink("/etc/hostname", $0.full(ForgedOffice.path("C01")) + "/20260101-080000-0123456789abcdef.event.json")
      },
      Forgery("放一个记录名的管道") {
        mkfifo($0.full(ForgedOffice.path("C01")) + "/20260101-080000-0123456789abcdef.event.json", 0o644)
      },
      Forgery("放一个记录名的文件夹") {
        mkdir($0.full(ForgedOffice.path("C01")) + "/20260101-080000-0123456789abcdef.event.json", 0o755)
      },
      Forgery("放一个记录名的空文件") {
        $0.place.write("", to: "store/\(ForgedOffice.path("C01"))/20260101-080000-0123456789abcdef.event.json")
      },
      Forgery("放一个记录名的 2 MiB 文件") {
        $0.place.write(
          [UInt8](repeating: 0x20, count: 2 << 20),
          to: "store/\(ForgedOffice.path("C01"))/20260101-080000-0123456789abcdef.event.json")
      },
      Forgery("放一个申请名的管道") {
        mkfifo($0.full(ForgedOffice.path("C01")) + "/application.r1-0123456789abcdef.json", 0o644)
      },
      Forgery("最新的记录改了一个字节") { office in
        try office.exchange(newest(office)) { bytes in
          var bytes = bytes
          bytes[20] ^= 1
          return bytes
        }
      },
      Forgery("最新的记录截去一半") { try $0.exchange(newest($0)) { Array($0.prefix($0.count / 2)) } },
      Forgery("最新的记录换行改成 CRLF") { office in
        try office.exchange(newest(office)) { $0.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
      },
      Forgery("最新的记录拿走") { unlink($0.full(try newest($0))) },
      Forgery("最新的记录改用别的编号作文件名") { office in
        let path = try newest(office)
        rename(office.full(path), office.full(split(path).folder + "/20260101-080000-0123456789abcdef.event.json"))
      },
      Forgery("写成不规范的 JSON，编号相符") { office in
        let bytes = try office.place.read("store/" + newest(office))
        try office.lay([0x7B, 0x20] + bytes.dropFirst(), in: ForgedOffice.path("C01"))
      },
      Forgery("同一条记录再放一份，用长文件名", .quiet) { office in
        let path = try newest(office)
        let bytes = try office.place.read("store/" + path)
        office.place.write(
          bytes, to: "store/\(split(path).folder)/20260101-080000-\(Store.hash(of: bytes)).event.json")
      },
      Forgery("大写的文件名（X.EVENT.JSON）", .quiet) {
        $0.place.write("x", to: "store/\(ForgedOffice.path("C01"))/20260101-080000-0123456789ABCDEF.EVENT.JSON")
      },
      Forgery("文件名后缀里有零宽空格", .quiet) {
        $0.place.write("x", to: "store/\(ForgedOffice.path("C01"))/20260101-080000-0123456789abcdef.event\u{200B}.json")
      },
      Forgery("登记册里放一个记录名的管道") {
        mkfifo($0.full("registry") + "/20260101-080000-0123456789abcdef.event.json", 0o644)
      },
      Forgery("登记册里放一个记录名的空文件") {
        $0.place.write("", to: "store/registry/20260101-080000-0123456789abcdef.event.json")
      },
      Forgery("终止所附的清单换了内容") { office in
        let names = try office.store.disk.names("registry").filter { $0.utf8.count == 64 }
        for name in names { try office.exchange("registry/\(name)") { _ in Array((ForgedOffice.ones + "\n").utf8) } }
      },
    ]
    + [
      ("复制一份，名称加“副本”", "2025-1/C01 - 副本"), ("复制一份，改成小写", "2025-1/c01"),
      ("复制一份，名称末尾有零宽空格", "2025-1/C01\u{200B}"), ("复制到另一批次", "2025-2/C01"), ("复制成另一编号", "2025-1/C98"),
    ].map { zh, path in
      Forgery("申报件文件夹\(zh)") { office in
        let cases = office.full("cases/370000")
        mkdir(cases + "/2025-2", 0o755)
        try ForgedOffice.copy(cases + "/2025-1/C01", to: cases + "/" + path)
      }
    }

  /// Contents of files that events name.
  static let contents: [Forgery] = [
    Forgery("生效的设置换了内容，文件名不变") { office in
      let name = try office.store.disk.names("settings").first { name in
        try office.place.read("store/settings/\(name)").starts(with: Array("reviewDays".utf8))
      }
      try office.exchange("settings/\(name ?? "")") { _ in Array("reviewDays: 99\n".utf8) }
    },
    Forgery("生效的设置换成另一份，按它自己的编号命名") { office in
      for name in try office.store.disk.names("settings") { unlink(office.full("settings/" + name)) }
      try office.store.keepSettings(Array("reviewDays: 99\n".utf8), authority: "370000")
    },
    Forgery(
      "公示名单换了内容",
      use: { office in
        let round = RoundFolder(store: office.store, authority: "370000", batch: "2025-1")
        do {
          let event = try round.list(office.mark("notice"), [.notice])
          return "用了：\(try round.lines(of: event).count)"
        } catch let error as OfficeError { return "不用：\(error.message.zh)" }
      }
    ) { office in
      try office.exchange("\(ForgedOffice.round)/\(office.mark("list"))") { _ in
        (["case": .string(ForgedOffice.path("C02"))] as JSONValue).canonicalBytes + [0x0A]
      }
    },
    Forgery(
      "企业的审计报告换成另一份",
      use: { office in
        let file = try office.store.caseFile(ForgedOffice.key("C01"), today: ForgedOffice.today)
        let paper = file?.papers.first { $0.file == "audit.txt" }
        let declared = paper.map { DeclaredFile(file: $0.file, sha: $0.sha) }
        return declared.map { office.store.documentOnDisk(ForgedOffice.key("C01"), $0).name.zh } ?? "没有这份材料"
      }
    ) { try $0.exchange("\(ForgedOffice.path("C01"))/audit.txt") { _ in Array("另一份".utf8) } },
    Forgery(
      "发出的文书换了内容",
      use: { office in
        do {
          let bytes = try office.store.file(ForgedOffice.path("C01"), office.mark("letter"))
          return bytes == nil ? "不用：在案的文件不在" : "用了"
        } catch let error as StoreError { return "不用：\(error.message.zh)" }
      }
    ) { try $0.exchange("\(ForgedOffice.path("C01"))/\($0.mark("letter"))") { _ in Array("另一份".utf8) } },
    Forgery(
      "密封的举报原文换了内容",
      use: { office in
        do {
          let bytes = try office.store.file("sealed", office.mark("sealed"))
          return bytes == nil ? "不用：在案的文件不在" : "用了"
        } catch let error as StoreError { return "不用：\(error.message.zh)" }
      }
    ) { try $0.exchange("sealed/\($0.mark("sealed"))") { $0.reversed() } },
    Forgery(
      "本人目录里的索引改了状态，校验和正确",
      use: { office in
        let round = RoundFolder(store: office.store, authority: "370000", batch: "2025-1")
        _ = office.store.loadSummaries(.shared)
        let listed = try round.cases(in: [.decided], today: ForgedOffice.today).count
        return "名单按文件，列入 \(listed) 件；\(try office.store.refresh(.shared).note?.zh ?? "")"
      }
    ) { office in
      let own = office.store.own
      guard let own else { return }
      var file = try IndexFile(decoding: own.disk.read("index", limit: 1 << 20))
      for index in file.entries.indices { file.entries[index].summary.state = .decided }
      try own.write(file.encoded(), name: "index")
    },
  ]
}
