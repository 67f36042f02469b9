import Casework
import ScoringCore
import StrictJSON

extension Command {
  static let draws: [Command] = [
    Command(
      LotteryStep.open.command, .queue, ActName.openRound.verb, quiet: true, undo: .undoable,
      Phrase("开启光标所在这一批：层级、类型、申报时间、文号", "Open the round of the case under the cursor: tiers, types, window, document")),
    Command(
      LotteryStep.plan.command, .queue, Phrase("抽签方案", "Plan the draw"), quiet: true, undo: .final,
      Phrase("冻结这一批待抽签的申报件、规则和种子来源；选中的必抽", "Freeze the round's cases that await the draw; selected ones are certain")),
    Command(
      LotteryStep.seed.command, .queue, Phrase("抽签", "Draw"), quiet: true, undo: .final,
      Phrase("录入种子，抽签并记入各案；须另一人", "Enter the seed, draw, and tell each case; another officer does it")),
    Command(
      LotteryStep.officers.command, .queue, Phrase("抽取抽查员", "Draw officers"), quiet: true, undo: .final,
      Phrase("为抽中的申报件各抽两名抽查员，定日期", "Draw two officers for each case drawn, and set the day")),
  ]
}

extension QueueScreen {
  func drawAvailability(_ step: LotteryStep, _ context: Context) -> Availability {
    if context.session.isReadOnly { return .readOnly(context.session) }
    guard let cursor else { return .no(Phrase("这里没有申报件", "there is no case here")) }
    guard step != .open else { return .yes }
    let state = step == .officers ? CaseState.spotCheck : .awaitingDraw
    return of(cursor, state, context).isEmpty
      ? .no(
        step == .officers
          ? Phrase("这一批没有抽中的申报件", "no case of this round was drawn")
          : Phrase("这一批没有待抽签的申报件", "no case of this round awaits the draw")) : .yes
  }

  /// Cases of the round of a case in a state.
  private func of(_ key: CaseKey, _ state: CaseState, _ context: Context) -> [CaseKey] {
    context.cases.rows.filter {
      $0.state == state && $0.key.authority == key.authority && $0.key.batch == key.batch
    }.map(\.key)
  }

  private func doubted(_ key: CaseKey, _ context: Context) -> [CaseKey] {
    of(key, .awaitingDraw, context).filter(marks.contains)
  }

  func previewLottery(_ step: LotteryStep, _ context: Context) -> [Step] {
    guard let cursor else { return [] }
    return [.effect(.previewLottery(cursor, step, doubted: doubted(cursor, context)))]
  }

  /// Asks for what the step needs, under what it is about.
  mutating func askLottery(_ preview: LotteryPreview, _ context: Context) -> [Step] {
    guard preview.refusals.isEmpty else {
      return [.toast(Toast(.refused, preview.refusals.joined("\n", "\n")))]
    }
    drawKey = preview.key
    let round = Dialog.Line(
      CaseWords.authority(preview.key.authority, context.language) + "  " + preview.key.batch, .heading)
    let name = Command.draws.first { $0.id == preview.step.command }?.name ?? Phrase("抽签", "Draw")
    return [
      .ask(
        Dialog(
          id: preview.step.command.rawValue, title: name, body: [round] + preview.lines.map { .init(context($0)) },
          form: Form(Self.fields(preview, today: context.today)), confirm: name))
    ]
  }

  private static func fields(_ preview: LotteryPreview, today: Day) -> [Form.Field] {
    let tiers = Tier.allCases.map { Form.Option($0.rawValue, $0.name) }
    switch preview.step {
    case .open:
      let types = ["new", "review"].map { Form.Option($0, CodedWords.word($0)) }
      return [
        Form.Field("tiers", Phrase("层级", "Tiers"), .many(tiers), codes: tiers.map(\.code)),
        Form.Field("types", Phrase("类型", "Types"), .many(types), codes: types.map(\.code)),
        Form.Field("from", Phrase("申报时间起", "Window from"), .day(earliest: nil, latest: nil, today: today)),
        Form.Field("until", Phrase("申报时间止", "Window until"), .day(earliest: nil, latest: nil, today: today)),
        Form.Field("document", Phrase("文号", "Document"), .text(limit: 200)),
      ]
    case .plan:
      return [
        Form.Field("seedSource", Phrase("种子取自", "Seed comes from"), .text(limit: 200)),
        Form.Field("tier", Phrase("只抽一个层级", "Only one tier"), .one(tiers), required: false),
        Form.Field("margin", Phrase("距合格线几分内必抽", "Certain within points"), .whole(0...100), required: false),
      ]
    case .seed:
      return [
        Form.Field(
          "seed", Phrase("种子", "Seed"), .text(limit: 64), text: preview.seed ?? "",
          hint: Phrase("1 至 64 个数字或字母", "1 to 64 digits or letters")),
        Form.Field(
          "another", Phrase("省市各抽一次", "Two draws"),
          .one([Form.Option("yes", Phrase("未抽中的留待再抽", "what is not drawn awaits the other draw"))]), required: false),
      ]
    case .officers:
      return [
        Form.Field(
          "day", Phrase("抽查日期", "Day of the visits"), .day(earliest: today, latest: nil, today: today), text: "\(today)"
        )
      ]
    }
  }

  mutating func answerLottery(_ step: LotteryStep, _ form: Form, _ context: Context) -> [Step] {
    // Kept, for the form that comes back refused.
    guard let key = drawKey else { return [] }
    var members: [JSONValue.Member] = []
    for field in form.fields {
      if case .many = field.kind {
        members.append(.init(field.id, .array(field.codes.map { .string($0) })))
        continue
      }
      let text = field.isList ? field.codes.first ?? "" : field.stated
      if !text.isEmpty { members.append(.init(field.id, .string(text))) }
    }
    return [.effect(.draw(key, step, fields: .object(members), doubted: doubted(key, context)))]
  }
}
