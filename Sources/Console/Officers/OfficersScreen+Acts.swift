import Casework
import ScoringCore
import StrictJSON

/// The acts of the registry, asked for in dialogs.
extension OfficersScreen {
  func ask(_ act: ActName, _ context: Context) -> [Step] {
    guard let registry else { return [] }
    let names = registry.now.officers.values.sorted { $0.id < $1.id }.map { officer in
      let name = SafeText.clean(officer.name, limit: 40) + "  " + officer.id
      return Form.Option(officer.id, Phrase(name, name))
    }
    let dialog = form(act, registry, context)
    let own = context.session.authority ?? current?.officer.authority ?? ""
    switch act {
    case .officer:
      return [
        .ask(
          dialog.dialog(body: [.init(context(Self.consequence(act)), .muted)]) { form in
            form.set("authority", own)
          })
      ]
    case .role:
      return [
        .ask(
          dialog.dialog(body: [.init(context(Self.consequence(act)), .muted)]) { form in
            form.offer("officer", names, chosen: current?.officer.id)
            form.set("authority", own)
          })
      ]
    case .root: return [askRoot(dialog, names, registry, context)]
    case .end where proposal != nil: return [.ask(dialog.dialog(body: proposed(context)))]
    case .end:
      guard let current else { return [] }
      let options = Self.ends(current, registry, context.language)
      guard !options.isEmpty else {
        return [
          .toast(
            Toast(.refused, Phrase("没有可终止的职责或密钥；离任用“离任”", "No role or key to end; for one who leaves there is Leaves")))
        ]
      }
      let name = Dialog.Line(SafeText.clean(current.officer.name, limit: 40), .heading)
      return [
        .ask(
          dialog.dialog(body: [name] + leftAlone(current, registry, context)) {
            $0.offer("of", options)
            $0.offer("why", Self.reasons)
          })
      ]
    case .approve: return [.ask(dialog.dialog(body: proposed(context)))]
    case .settings: return [.ask(dialog.dialog { $0.set("authority", own) })]
    default: return [.ask(dialog.dialog(body: [.init(context(Self.consequence(act)), .muted)]))]
    }
  }

  /// The proposal that is approved, declined or taken back.
  private func proposed(_ context: Context) -> [Dialog.Line] {
    guard let proposal else { return [] }
    let author = author(of: proposal)
    var lines: [Dialog.Line] = [
      .init(context(proposal.event.act?.verb ?? proposal.event.title) + "  " + context(proposal.text), .heading),
      .init(context("提出人 \(author)", "proposed by \(author)"), .muted),
    ]
    guard !proposal.isByOne else { return lines }
    let isOwn = proposal.event.author == context.session.officer
    lines.append(
      .init(
        context(
          isOwn ? Phrase("撤回后不再等批准", "Withdrawn, it waits no more") : Phrase("不同意的不生效", "Declined, it never counts")),
        .muted)
    )
    return lines
  }

  /// Somebody leaves: his office, roles and keys end in one act.
  func askLeaving(_ context: Context) -> [Step] {
    guard let registry, let current else { return [] }
    let officer = current.officer
    var subject: [JSONValue.Member] = [
      .init("officer", .string(officer.id)), .init("name", .string(officer.name)), .init("state", "left"),
    ]
    if !officer.authority.isEmpty { subject.append(.init("authority", .string(officer.authority))) }
    let form = ActForm(
      .officer, subject: .object(subject),
      in: registry.situation(of: context.session.officer, today: context.today), today: context.today)
    var lines: [Dialog.Line] = [.init(SafeText.clean(officer.name, limit: 40) + "  " + officer.id, .heading)]
    let roles = current.grants.map { context($0.role.name) + " " + GrantWords.scope($0.scope, context.language) }
    lines += roles.map { .init($0) }
    lines.append(
      .init(
        context(
          "任职、\(roles.count) 项职责、\(current.keys.count) 把密钥一并终止；已办的仍算数。",
          "Office, roles (\(roles.count)) and keys (\(current.keys.count)) end together; what was done stands."), .muted
      ))
    if current.open > 0 {
      lines.append(
        .init(
          context(
            "手上还有 \(current.open) 件在办：须另行分配。", "\(current.open) open cases are still assigned: assign them anew."),
          .undetermined))
    }
    var dialog = form.dialog(body: lines + leftAlone(current, registry, context)) {
      $0.set("authority", context.session.authority ?? "")
    }
    dialog.title = Self.leaving
    dialog.confirm = Self.leaving
    return [.ask(dialog)]
  }

  static let leaving = Phrase("离任", "Leaves")

  /// What it means that only one supervisor of the whole is left.
  private func leftAlone(_ row: OfficerRow, _ registry: Registry, _ context: Context) -> [Dialog.Line] {
    guard let left = registry.leftAlone(without: row.officer.id) else { return [] }
    let name = registry.now.name(of: left)
    return [
      .init(
        context(
          "只有两名主管：之后只剩“\(name)”，须两人的事由一人登记，没有人能批准。",
          "Of two supervisors only \(name) is left: what takes two then counts by one person, with nobody to approve."),
        .undetermined)
    ]
  }

  /// Why what counts already ends.
  private static let reasons = ["changed", "stolen", "lost"].map { Form.Option($0, CodedWords.word($0)) }

  /// Asks who the root supervisors shall be, of all who are supervisors anywhere.
  private func askRoot(_ dialog: ActForm, _ names: [Form.Option], _ registry: Registry, _ context: Context) -> Step {
    let supervisors = names.filter { registry.now.holdsAnywhere($0.code, [.supervisor]) }
    let root = registry.now.root
    let threshold = registry.now.threshold
    let body = Dialog.Line(
      context(
        "现在的根主管：\(root.joined(separator: "、"))；须 \(threshold) 人同意，提出者算一人。",
        "Root supervisors now: \(root.joined(separator: ", ")); \(threshold) must agree, who proposes it is one."),
      .muted)
    return .ask(
      dialog.dialog(body: [body]) { form in
        form.offer("supervisors", supervisors, all: root)
        form.set("threshold", "\(threshold)")
      })
  }

  /// What of an officer can be ended alone: a role, a key.
  private static func ends(_ row: OfficerRow, _ registry: Registry, _ language: Language) -> [Form.Option] {
    var options: [Form.Option] = []
    for grant in row.grants where registry.now.officers[row.officer.id] != nil && grant.event != registry.store {
      let scope = GrantWords.scope(grant.scope, language)
      options.append(Form.Option(grant.event, grant.role.name.joined(Phrase("  \(scope)", "  \(scope)"))))
    }
    for key in row.keys {
      guard let event = registry.keyEvent(key.sign) else { continue }
      let name = SafeText.clean(key.device ?? "", limit: 30) + "  " + key.sign.prefix(16)
      options.append(Form.Option(event.id, Phrase("密钥 \(name)", "key \(name)")))
    }
    return options
  }

  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard let form = answer.form else { return [] }
    if answer.id == "officers.menu" {
      return form.code("choice").map { [.run(Command.ID(rawValue: $0))] } ?? []
    }
    return ActForm.intent(answer).map { [.effect(.actIn("registry", $0))] } ?? []
  }

  /// The form of an act, with what the cursor states of it.
  private func form(_ act: ActName, _ registry: Registry, _ context: Context) -> ActForm {
    let subject = subject(of: act, context)
    return ActForm(
      act, subject: subject, in: registry.situation(of: context.session.officer, today: context.today),
      today: context.today)
  }

  private static func consequence(_ act: ActName) -> Phrase {
    switch act {
    case .officer:
      Phrase("管理员提出的，须由主管批准后才生效。", "What an administrator proposes counts once a supervisor has approved it.")
    case .role: Phrase("主管的职责只能由根主管授予。", "Only a root supervisor makes another supervisor.")
    default:
      Phrase("粘贴对方用 tidu keys make 打印的内容。", "Paste what tidu keys make printed for the officer.")
    }
  }
}
