internal import ArgumentParser
internal import CaseStore
internal import Console
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// `tidu init DIR`: founds a store and makes its first supervisor.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: localized("建立档案库", "Found a store"),
    discussion: localized(
      "在空文件夹里建立档案库，并为第一位主管生成密钥。\n其他人员、其他机关和电脑用 tidu join 加入，由主管登记。交换的机关之间只建一次。",
      "Founds a store in an empty folder and makes the key of its first supervisor.\nOther officers, offices and computers come in with tidu join, and a supervisor admits them. Offices that exchange found one store."
    ))

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(localized("姓名或岗位", "Name or post"), valueName: "name"))
  var name: String?

  @Flag(
    help: ArgumentHelp(
      localized(
        "试验库：可以用 TIDU_TODAY 假定日期，到处标明；正式办理不用",
        "A trial store: TIDU_TODAY may pretend a day, and every place says so; not for real work")))
  var trial = false

  @Argument(
    help: ArgumentHelp(localized("空文件夹，没有则新建", "An empty folder; made where there is none"), valueName: "dir"),
    completion: .directory)
  var directory: String

  /// The first supervisor's id.
  private var officer: String { common.officer ?? "supervisor" }

  func run() throws {
    let passphrase = try StoreAccess.newPassphrase()
    StoreAccess.setClock(isTrial: trial)
    let store = try StoreAccess.withStore { () throws(StoreError) in
      try Store.create(
        directory, founder: .init(officer: officer, name: name ?? officer), passphrase: passphrase, trial: trial,
        at: StoreAccess.now,
        environment: StoreAccess.environment)
    }
    StoreAccess.tell(store.traits)
    if passphrase == nil { StoreAccess.tellUnprotected(directory) }
    switch common.format(whenPiped: .text) {
    case .text:
      if trial { Output.line(Session.trialStore(OutputLanguage.language)) }
      Output.line(localized("已建立档案库 \(shown(directory))，编号 \(store.id)", "Founded \(shown(directory)), id \(store.id)"))
      for line in second { Output.line(line) }
    case .json:
      Output.object(["store": .string(directory), "id": .string(store.id), "officer": .string(officer)])
    }
  }

  /// Leads to the second supervisor: until there is one, the founder can do everything alone.
  private var second: [String] {
    let store = shown(directory)
    let place = localized("机关代码", "AUTHORITY")
    return [
      localized(
        "目前一名主管即可办成一切。第二名主管在自己的电脑上运行 tidu join，把打印的请求发来并在电话里念核对码之后，登记他：",
        "One supervisor can do everything alone now. Once the second has run tidu join on his own computer, sent the request it prints and read out its fingerprint, enter him:"
      ),
      "  tidu join \(store) --as \(localized("第二主管", "B")) --officer b --authority \(place) > b.txt",
      "  tidu officers add --request b.txt --store \(store)",
      "  tidu officers role b supervisor --store \(store) --authority '*'",
      localized("然后把两人都列为根主管：", "Then make both root supervisors:"),
      "  tidu officers root \(officer) b --store \(store)",
    ]
  }
}
