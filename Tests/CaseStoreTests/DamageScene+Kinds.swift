import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

extension DamageScene {
  private func event(_ kind: String, _ folder: String, _ id: String? = nil) throws -> String {
    "store/"
      + (try #require(try office.events(folder).last { $0.event.kind == kind && id.map($0.event.id.hasPrefix) ?? true }))
      .path
  }

  private func event(id: String, in folder: String) throws -> String {
    "store/" + (try #require(try office.events(folder).first { $0.event.id == id })).path
  }

  /// A file of the officer's own folder, by what its name begins with.
  private func own(_ folder: String, _ prefix: String = "") throws -> String {
    let own = try #require(office.store.own)
    let name = try #require(try own.disk.names(folder).first { $0.hasPrefix(prefix) }, "\(folder)/\(prefix)")
    return "own" + own.path.dropFirst((place.path + "/own").utf8.count) + "/\(folder)/\(name)"
  }

  private func ownRoot(_ name: String) throws -> String {
    "own" + (try #require(office.store.own)).path.dropFirst((place.path + "/own").utf8.count) + "/\(name)"
  }

  /// Every kind of file that the program reads.
  func list() throws -> [DamagedKind] { try inRegistry() + inCases() + inRounds() + elsewhere() + ownKinds() }

  private func inRegistry() throws -> [DamagedKind] {
    let officer = try event("officer", "registry")
    let checkpoint = try #require(try office.event(.checkpoint, "registry").event.payload["body"]?["root"]?.string)
    return [
      DamagedKind(zh: "store.json", path: "store/store.json"),
      DamagedKind(zh: "登记册：建库事件", path: try event("found", "registry"), other: officer),
      DamagedKind(
        zh: "登记册：登记事件", path: try event("key", "registry"), other: officer),
      DamagedKind(
        zh: "登记册：终止所附的清单", path: "store/registry/\(try mark("cut"))", other: "store/registry/\(checkpoint)"),
      DamagedKind(
        zh: "登记册：存证的清单", path: "store/registry/\(checkpoint)", other: "store/registry/\(try mark("cut"))"),
    ]
  }

  private func inCases() throws -> [DamagedKind] {
    func revision(_ number: Int) throws -> String {
      "store/\(case2.path)/"
        + (try #require(try office.store.disk.names(case2.path).first { $0.hasPrefix("application.r\(number)-") }))
    }
    let verified = try ownRoot("verified")
    let (assign, check) = (try event("assign", case1.path), try event("check", case1.path))
    let folder = "store/\(case1.path)"
    return [
      DamagedKind(zh: "申报件：中间的记录", path: assign, other: check),
      DamagedKind(zh: "申报件：最新的记录，本人见过", path: try event("investigate", case1.path), other: check),
      DamagedKind(
        zh: "申报件：最新的记录，本人没有见过，存证里有", path: try event("investigate", case1.path), other: check,
        without: [verified]),
      DamagedKind(
        zh: "申报件：最新的记录，本人没有见过，存证里也没有", path: try event(id: mark("late"), in: case2.path),
        other: try event("amend", case2.path), without: [verified]),
      DamagedKind(zh: "申报件：在案的申请", path: try revision(2), other: try revision(1)),
      DamagedKind(zh: "申报件：更正以前的申请", path: try revision(1), other: try revision(2)),
      DamagedKind(zh: "材料，申报时写了哈希", path: "\(folder)/materials/a.txt", other: "\(folder)/materials/b.txt"),
      DamagedKind(zh: "材料，申报时没有写哈希", path: "\(folder)/materials/b.txt", other: "\(folder)/materials/a.txt"),
      DamagedKind(
        zh: "举报的隐名副本", path: "\(folder)/\(office.copy)", other: "\(folder)/\(try mark("letter"))"),
      DamagedKind(zh: "发出的文书", path: "\(folder)/\(try mark("letter"))", other: "\(folder)/\(office.copy)"),
      DamagedKind(
        zh: "调查所附的文件", path: "\(folder)/\(try mark("photograph"))", other: "\(folder)/\(office.copy)"),
    ]
  }

  private func inRounds() throws -> [DamagedKind] {
    let round = "store/\(office.round)"
    let titles = try office.store.disk.names("titles/370000")
    let table = try #require(
      try office.store.disk.names("rounds/370000/office").first { Store.isNameOfHash($0) })
    return [
      DamagedKind(
        zh: "批次：公示名单的记录", path: try event("notice", office.round), other: try event("forwardList", office.round)),
      DamagedKind(zh: "批次：公示名单", path: "\(round)/\(try mark("notice"))", other: "\(round)/\(try mark("announce"))"),
      DamagedKind(
        zh: "批次：推荐名单", path: "\(round)/\(try mark("forwardList"))", other: "\(round)/\(try mark("notice"))"),
      DamagedKind(
        zh: "批次：抽签名单", path: "\(round)/\(try mark("population"))", other: "\(round)/\(try mark("drawn"))"),
      DamagedKind(
        zh: "批次：抽中名单", path: "\(round)/\(try mark("drawn"))", other: "\(round)/\(try mark("population"))"),
      DamagedKind(
        zh: "称号：登记所据的表", path: "store/rounds/370000/office/\(table)", other: "\(round)/\(try mark("notice"))"),
      DamagedKind(
        zh: "称号：登记的记录", path: try event("registerTitle", "titles/370000/\(titles[0])"),
        other: try event("registerTitle", "titles/370000/\(titles[1])")),
    ]
  }

  private func elsewhere() throws -> [DamagedKind] {
    func file(_ name: String) throws -> String { "store/settings/370000-\(try mark(name).prefix(16)).yaml" }
    let (text, identity) = ("store/sealed/\(try mark("text"))", "store/sealed/\(try mark("identity"))")
    return [
      DamagedKind(zh: "生效的设置", path: try file("settings"), other: try file("later")),
      DamagedKind(zh: "以后生效的设置", path: try file("later"), other: try file("settings")),
      DamagedKind(zh: "生效的日历", path: try file("calendar"), other: try file("settings")),
      DamagedKind(zh: "生效的细则", path: try file("overlay"), other: try file("settings")),
      DamagedKind(zh: "生效的文书模板", path: try file("letters"), other: try file("settings")),
      DamagedKind(zh: "密封的原文", path: text, other: identity),
      DamagedKind(zh: "密封的身份", path: identity, other: text),
      DamagedKind(zh: ".tidu 文件夹", path: "store/.tidu"),
      DamagedKind(zh: ".gitattributes", path: "store/.gitattributes", other: "store/.gitignore"),
    ]
  }

  private func ownKinds() throws -> [DamagedKind] {
    let (rita, gus, kai) = (
      try key("rita").sign, try key("gus").sign,
      try #require(try office.store.own?.keys().first { $0.officer == "kai" }).sign
    )
    let places = try #require(try Disk(path: place.path).names("own/tidu/places").first)
    func name(_ folder: String) -> String { String(Hexadecimal.sha256(Array(folder.utf8)).prefix(32)) }
    return [
      DamagedKind(
        zh: "本人的密钥，没有口令", path: try own("keys", String(rita.prefix(16))), other: try own("keys", String(gus.prefix(16)))
      ),
      DamagedKind(
        zh: "本人的密钥，有口令", path: try own("keys", String(kai.prefix(16))), other: try own("keys", String(gus.prefix(16)))),
      DamagedKind(zh: "密钥的签署计数", path: try own("count", rita), other: try own("count", gus)),
      DamagedKind(zh: "待办结文件", path: try own("outbox")),
      DamagedKind(zh: "索引", path: try ownRoot("index")),
      DamagedKind(zh: "本人核验过的记录", path: try ownRoot("verified")),
      DamagedKind(zh: "不算数的文件的记录", path: try ownRoot("aside")),
      DamagedKind(zh: "已阅标记", path: try own("seen", name(case1.path)), other: try own("seen", name(case2.path))),
      DamagedKind(
        zh: "保存的视图", path: try own("drafts", name("console/views")), other: try own("drafts", name("console/look"))),
      DamagedKind(
        zh: "上次看过的变化", path: try own("drafts", name("console/look")), other: try own("drafts", name("console/views"))),
      DamagedKind(zh: "此处上次打开的是哪个库", path: "own/tidu/places/\(places)"),
    ]
  }
}
