internal import ArgumentParser
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

private let officerHelp = ArgumentHelp(localized("人员的编号或姓名", "Id or name of the officer"), valueName: "officer")

extension OfficersCommand {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: localized("登记人员和密钥", "Enter officers and keys"),
      discussion: localized(
        "--request 读对方 tidu join 打印的加入请求，列出谁、哪个机关、哪台设备和核对码：先在电话里核对，再登记。已登记的人员只登记密钥，可以由本人在原来的电脑上提出。\n没有请求的，写明编号、--name 和 --authority，以后再登记密钥。\n例：\n  tidu officers add --request 审核员乙.txt --dry-run\n  tidu officers add --request 审核员乙.txt\n  tidu officers add reviewer-c --name 审核员丙 --authority 370000",
        "--request reads what tidu join printed there and shows who, of which authority, on which device, with the fingerprint: compare it by telephone first. Of an officer who is entered only the key is proposed, by himself at his other computer if he likes.\nWithout a request name an id, --name and --authority; the key comes later.\nExamples:\n  tidu officers add --request reviewer-b.txt --dry-run\n  tidu officers add --request reviewer-b.txt\n  tidu officers add reviewer-c --name 'Reviewer C' --authority 370000"
      ))

    @OptionGroup var options: RegistryOptions

    @Option(
      help: ArgumentHelp(
        localized("加入请求的文件，- 为标准输入", "File with the request to join; - is standard input"), valueName: "file"),
      completion: .file())
    var request: String?

    @Option(help: ArgumentHelp(localized("姓名或岗位", "Name or post"), valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp(localized("机关代码，如 370000", "Authority code, e.g. 370000"), valueName: "code"))
    var authority: String?

    @Argument(help: ArgumentHelp(localized("编号", "Id"), valueName: "id"))
    var officer: String?

    func validate() throws {
      let stated = [officer, name, authority].compactMap(\.self).count
      guard stated == (request == nil ? 3 : 0) else {
        throw ValidationError(
          localized(
            "写 --request，或者写编号、--name 和 --authority", "name a --request, or an id with --name and --authority"))
      }
    }

    func run() throws {
      var run = try RegistryRun(options)
      if let request {
        try run.admit(String(decoding: try InputFile.contents(request), as: UTF8.self))
      } else {
        run.act(
          .officer,
          [
            "officer": .string(officer ?? ""), "name": .string(name ?? ""), "authority": .string(authority ?? ""),
            "state": "active",
          ])
      }
      try run.leave()
    }
  }

  struct Role: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "role", abstract: localized("授予职责和管辖范围", "Give a role within a jurisdiction"))

    @OptionGroup var options: RegistryOptions

    @Option(
      help: ArgumentHelp(localized("机关代码，* 为全部", "Authority code, * is all"), valueName: "code"))
    var authority: String

    @Option(
      help: ArgumentHelp(localized("限于地市（代码，逗号分开）", "Only these divisions (codes, by commas)"), valueName: "codes"))
    var divisions = ""

    @Option(help: ArgumentHelp(localized("限于层级（逗号分开）", "Only these tiers (by commas)"), valueName: "tiers"))
    var tiers = ""

    @Argument(help: officerHelp)
    var officer: String

    @Argument(help: ArgumentHelp(localized("职责", "Role"), valueName: "role"))
    var role: OfficerRole

    func run() throws {
      var run = try RegistryRun(options)
      var fields: [JSONValue.Member] = [
        .init("officer", .string(try run.names.officer(officer))), .init("role", .string(role.rawValue)),
        .init("authority", .string(authority)),
      ]
      for (name, list) in [("divisions", divisions), ("tiers", tiers)] where !list.isEmpty {
        let words = list.split { $0 == "," || $0 == "，" || $0 == "、" }.map { JSONValue.string(String($0)) }
        fields.append(.init(name, .array(words)))
      }
      run.act(.role, .object(fields))
      try run.leave()
    }
  }

  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve", abstract: localized("批准等待的事项", "Approve what waits"),
      discussion: localized(
        "批准这名人员等待的全部事项（任职、密钥、职责），先列出每一项改变什么；root 批准根主管的变动。--dry-run 只列出。",
        "Approves all that waits of the officer (office, keys, roles), each listed first as what it changes; root approves a change of the root supervisors. --dry-run lists only."
      ))

    @OptionGroup var options: RegistryOptions

    @Argument(help: officerHelp)
    var officer: String

    func run() throws {
      var run = try RegistryRun(options)
      let waiting =
        officer == ActName.root.rawValue
        ? try run.names.waitingRoot() : try run.names.waiting(of: run.names.officer(officer))
      run.approve(waiting)
      try run.leave()
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw", abstract: localized("撤回自己的提议，或不同意别人的", "Take back a proposal, or decline another's"),
      discussion: localized(
        "省略第二项即这名人员等待的全部；officer、key、role 只撤其中一种。",
        "Without the second word all that waits of the officer; officer, key or role only that."))

    @OptionGroup var options: RegistryOptions

    @Argument(help: officerHelp)
    var officer: String

    @Argument(help: ArgumentHelp(localized("哪一种", "Which"), valueName: "officer|key|role"))
    var what: String?

    func run() throws {
      var run = try RegistryRun(options)
      if officer == ActName.root.rawValue {
        try run.withdraw(run.names.waitingRoot())
      } else {
        let act = what.map { ActName(wire: $0) }
        guard act != .some(nil), [nil, .officer, .key, .role].contains(act ?? nil) else {
          throw ValidationError(localized("只能是 officer、key 或 role", "only officer, key or role"))
        }
        try run.withdraw(run.names.waiting(of: run.names.officer(officer), act ?? nil))
      }
      try run.leave()
    }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "end", abstract: localized("终止一项职责或一把密钥", "End a role or a key"),
      discussion: localized(
        "设备丢了或被盗用 tidu officers lost。", "For a device that was lost or stolen there is tidu officers lost."))

    @OptionGroup var options: RegistryOptions

    @Option(help: ArgumentHelp(localized("同一职责有几项时，哪个机关的", "Of several, of which authority"), valueName: "code"))
    var authority: String?

    @Option(help: ArgumentHelp(localized("有几把密钥时，哪台设备的", "Of several keys, of which device"), valueName: "name"))
    var device: String?

    @Argument(help: officerHelp)
    var officer: String

    @Argument(help: ArgumentHelp(localized("职责，或 key", "A role, or key"), valueName: "role|key"))
    var what: String

    func run() throws {
      var run = try RegistryRun(options)
      let id = try run.names.officer(officer)
      let ended: String
      if what == ActName.key.rawValue {
        ended = try run.names.key(of: id, device: device).id
      } else {
        guard let role = OfficerRole(rawValue: what) else {
          let all = OfficerRole.allCases.map(\.rawValue).joined(separator: localized("、", ", "))
          throw ValidationError(localized("应为 key 或职责：\(all)", "key or a role is expected: \(all)"))
        }
        ended = try run.names.role(role, of: id, authority: authority).event
      }
      run.act(.end, ["of": .string(ended), "why": "changed"])
      try run.leave()
    }
  }

  struct Leave: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "leave", abstract: localized("离任：任职、全部职责和密钥一并终止", "An officer leaves: office, roles and keys end"))

    @OptionGroup var options: RegistryOptions

    @Argument(help: officerHelp)
    var officer: String

    func run() throws {
      var run = try RegistryRun(options)
      let id = try run.names.officer(officer)
      let known = run.names.registry.now.officers[id]
      var fields: [JSONValue.Member] = [
        .init("officer", .string(id)), .init("name", .string(known?.name ?? id)), .init("state", "left"),
      ]
      if let authority = known?.authority, !authority.isEmpty { fields.append(.init("authority", .string(authority))) }
      let (held, isWhole) = try run.held(by: id)
      run.act(.officer, .object(fields))
      let count = run.isDone ? held.count : 0
      if count > 0 {
        let name = shown(known?.name ?? id)
        Output.printError(
          localized(
            "\(name) 手上还有 \(count) 件没有办结：tidu officers handover \(id) --to 人员 移交",
            "\(name) still has \(count == 1 ? "1 open case" : "\(count) open cases"): tidu officers handover \(id) --to OFFICER"
          ))
      }
      try run.leave()
      if !isWhole { throw Status.storeTrouble.code }
    }
  }

  struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "root", abstract: localized("更换根主管", "Change the root supervisors"))

    @OptionGroup var options: RegistryOptions

    @Option(help: ArgumentHelp(localized("更换须几人同意", "How many must agree to a change"), valueName: "n"))
    var threshold = 1

    @Argument(help: ArgumentHelp(localized("根主管的编号或姓名", "Ids or names of the root supervisors"), valueName: "officer"))
    var officers: [String]

    func run() throws {
      var run = try RegistryRun(options)
      let all = try officers.map { JSONValue.string(try run.names.officer($0)) }
      run.act(.root, ["supervisors": .array(all), "threshold": .integer(Int64(threshold))])
      try run.leave()
    }
  }
}
