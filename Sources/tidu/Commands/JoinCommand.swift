internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Foundation
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu join FROM --as NAME`: a new computer, officer or office comes to a store.
struct JoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: localized("加入档案库", "Join a store"),
    discussion: localized(
      "新电脑、新人员、新机关都这样加入：从 FROM（共享文件夹、U 盘、别人带来的副本）把档案库取到 --to 指定的文件夹，为本人生成这台电脑的密钥，打印一份加入请求。就在 FROM 里办理的（共享文件夹），不写 --to。\n把请求发给主管，在电话里念核对码；主管用 tidu officers add --request 提出，另一名主管批准，第二台电脑也可以由本人在原来的电脑上提出。批准以前只能查看。私钥不离开这台电脑。\n再运行一次会接着取没有取全的，打印同一份请求。有文件读不出的逐个说明，退出状态为 4。\n例：\n  tidu join /mnt/共享/档案库 --as 审核员乙 --authority 370000\n  tidu join /media/u盘/副本 --as 审核员乙 --to ~/档案库 --device 笔记本",
      "How a new computer, officer or office comes in: takes the store from FROM (a share, a stick, a copy) to the folder of --to, makes the officer's key of this computer and prints a request to join. Who works in FROM itself, a share, leaves --to out.\nSend the request to a supervisor and read out its fingerprint by telephone; he proposes it with tidu officers add --request and another approves. For a second computer the officer can propose it at the first. Until then it is read-only. The private key stays on this computer.\nRun again it goes on with what has not come, and prints the same request. Files that could not be read are told, and it leaves with 4.\nExamples:\n  tidu join /mnt/share/office --as 'Reviewer B' --authority 370000\n  tidu join /media/stick/copy --as 'Reviewer B' --to ~/office --device laptop"
    ))

  @OptionGroup var common: CommonOptions

  @Option(name: .customLong("as"), help: ArgumentHelp(localized("姓名或岗位", "Name or post"), valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      localized(
        "所属机关代码；已登记的人员、只有一个机关的档案库可省", "Code of the authority; not of one entered, nor where there is one alone"),
      valueName: "code"))
  var authority: String?

  @Option(
    help: ArgumentHelp(
      localized("这台电脑叫什么，省略时用它自己的名字", "What this computer is called; else its own name"), valueName: "text"))
  var device: String?

  @Option(
    help: ArgumentHelp(
      localized("取到哪个文件夹；省略时就在 FROM 里办理", "The folder to take it to; left out, FROM itself is worked in"),
      valueName: "dir"),
    completion: .directory)
  var to: String?

  @Argument(
    help: ArgumentHelp(localized("档案库所在的文件夹", "The folder where the store is"), valueName: "from"),
    completion: .directory)
  var from: String

  func run() throws {
    let source = try StoreAccess.open(from)
    let applicant = Applicant(
      name: name, officer: common.officer, authority: authority, device: device,
      host: String(ProcessInfo.processInfo.hostName.prefix { $0 != "." }))
    // Whoever cannot be asked for is told before anything is brought.
    _ = try RegistryRun.office { () throws(OfficeError) in try JoinService(store: source).plan(applicant) }
    let report = try bring()
    let store = try to.map { try StoreAccess.open($0) } ?? source
    let (service, plan) = try RegistryRun.office { () throws(OfficeError) in
      let service = try JoinService(store: store)
      return (service, try service.plan(applicant))
    }
    guard !plan.isInForce else {
      Output.printError(
        localized(
          "“\(shown(plan.name))”（\(plan.officer)）在这台电脑上的密钥已经生效，不用再申请",
          "the key of \(shown(plan.name)) (\(plan.officer)) on this computer is in force: nothing is to be asked for"))
      if report?.isUnread == true { throw Status.storeTrouble.code }
      return
    }
    let isNew = plan.key == nil
    let passphrase = isNew ? try StoreAccess.newPassphrase() : nil
    let request = try RegistryRun.office { () throws(OfficeError) in
      try service.request(
        plan, from: to == nil ? nil : URL(fileURLWithPath: from).standardizedFileURL.path, StoreAccess.passphrase,
        passphrase: passphrase, at: StoreAccess.now)
    }
    if isNew, passphrase == nil { StoreAccess.tellUnprotected(to ?? from) }
    write(request)
    tell(request, in: store)
    if report?.isUnread == true { throw Status.storeTrouble.code }
  }

  /// Brings what FROM has; `nil` where it is worked in itself.
  private func bring() throws -> MergeReport? {
    guard let to else { return nil }
    let report = try StoreAccess.withStore { () throws(StoreError) in
      try Join(from: from, to: to).run(progress: Exchanges.progress)
    }
    for finding in report.refused { Exchanges.tell(finding, .text) }
    Output.printError(
      localized(
        "已取到 \(shown(to))：新写 \(report.new) 个文件，已有 \(report.same) 个，没取 \(report.refused.count) 个",
        "taken to \(shown(to)): \(report.new) files new, \(report.same) there already, \(report.refused.count) left"))
    return report
  }

  /// The request, on standard output and beside the folder it was made for.
  private func write(_ request: JoinRequest) {
    switch common.format(whenPiped: .text) {
    case .text: Output.write(Array(request.text.utf8))
    case .json:
      Output.object([
        "authority": .string(request.authority), "device": .string(request.device),
        "fingerprint": .string(request.fingerprint), "name": .string(request.name),
        "officer": .string(request.officer), "proof": .string(request.proof), "request": .string(request.text),
        "seal": .string(request.seal), "sign": .string(request.sign), "store": .string(request.store),
      ])
    }
    guard let to else { return }
    let file = (to.hasSuffix("/") ? String(to.dropLast()) : to) + ".request.txt"
    // One that was asked for before and is no longer what is asked for would be sent in its place.
    if let before = FileManager.default.contents(atPath: file),
      let old = try? JoinRequest(reading: String(decoding: before, as: UTF8.self)), old.store == request.store,
      old != request
    {
      unlink(file)
    }
    do {
      try FileOutput.write(Array(request.text.utf8), to: file)
      Output.printError(localized("请求也写在 \(shown(file))", "the request is in \(shown(file)) too"))
    } catch { Output.printError((error as? CommandError)?.sentence ?? "\(error)") }
  }

  private func tell(_ request: JoinRequest, in store: Store) {
    guard let pending = try? store.own?.requests().first(where: { $0.request == request }),
      let registry = try? store.officers(),
      let said = registry.awaited(request, from: pending.from, today: StoreAccess.today)
    else { return }
    Output.printError(shown(said(OutputLanguage.language)))
  }
}
