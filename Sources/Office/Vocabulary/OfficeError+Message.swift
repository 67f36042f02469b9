internal import CaseStore
internal import Casework
package import ScoringCore

extension OfficeError {
  /// One sentence for a person; of requirements that are not met, a line each. Names are as they were given.
  package var message: Phrase {
    switch self {
    case .unmet(let unmet):
      unmet.isEmpty
        ? Phrase("不允许", "not permitted")
        : Phrase(
          unmet.map(\.message.zh).joined(separator: "\n"), unmet.map(\.message.en).joined(separator: "\n"))
    case .store(let error): error.message
    case .notAFolder(let name):
      Phrase(
        "\(name) 不是批次或称号的文件夹；例如 rounds/370000/2026-1",
        "\(name) is no folder of a round or title, such as rounds/370000/2026-1")
    case .notARound: Phrase("批次应写成 部门/批次，例如 370000/2026-1", "a round reads AUTHORITY/BATCH, such as 370000/2026-1")
    case .noSuchCase(let name): Phrase("档案库里没有 \(name)", "the store has no \(name)")
    case .severalCases(let name, let keys):
      Phrase(
        "\(name) 不止一件，请写明：\(Self.list(keys))", "\(name) is not one case; say which: \(Self.list(keys))")
    case .otherRound(let key, let round): Phrase("\(key.path) 不在 \(round)", "\(key.path) is not of \(round)")
    case .caseGone(let key): Phrase("没有申报件 \(key.path)", "there is no case \(key.path)")
    case .noSuchAct(let name): Phrase("没有办理 \(name)", "there is no act \(name)")
    case .noSuchEvent(let digits): Phrase("没有以 \(digits) 开头的事件", "no event begins with \(digits)")
    case .severalEvents(let digits):
      Phrase("不止一个事件以 \(digits) 开头", "more than one event begins with \(digits)")
    case .noSuchList(let digits, let round):
      Phrase("\(round) 里没有以 \(digits) 开头的名单", "\(round) has no list that begins with \(digits)")
    case .noList(let round): Phrase("\(round) 还没有名单", "\(round) has no list")
    case .damagedList(let path):
      Phrase(
        "名单 \(path) 缺失或已损坏，请从备份或其他机关取回",
        "the list \(path) is missing or damaged; get it from a copy or another office")
    case .noneReady(.notice): Phrase("没有待公示的申报件", "no case is ready for notice")
    case .noneReady: Phrase("没有可以办理的申报件", "no case is ready for it")
    case .noPlan(let round): Phrase("\(round) 还没有抽签方案", "\(round) has no plan of a draw")
    case .damagedPopulation: Phrase("抽签名单已损坏", "the population file is damaged")
    case .planIsDrawn: Phrase("最近的方案已抽完；先冻结新的方案", "the newest plan is drawn; freeze a new one first")
    case .nothingToDrawFrom: Phrase("没有待抽签的申报件", "no case awaits the draw")
    case .sampleRule:
      Phrase("抽取比例应在 0 到 10000 之间，最少件数不能为负", "the rate is 0 to 10000, the least number not negative")
    case .everyVisitPlanned: Phrase("抽中的申报件都已派员", "officers are sent to every case drawn")
    case .nothingToTake(let why): Phrase("\(why.zh)，没有带出", "\(why.en); nothing was taken along")
    }
  }

  private static func list(_ keys: [CaseKey]) -> String { keys.map(\.path).joined(separator: ", ") }
}
