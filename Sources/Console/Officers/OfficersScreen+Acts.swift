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
    if act == .key { return askRequest(context) }
    let dialog = form(act, registry, context)
    let own = office(registry, context)
    switch act {
    case .officer:
      return [
        .ask(
          dialog.dialog(body: [.init(context(Self.consequence(act)), .muted)]) { form in
            form.offer("authority", Self.authorities, chosen: own)
          })
      ]
    case .role:
      return [
        .ask(
          dialog.dialog(body: [.init(context(Self.consequence(act)), .muted)]) { form in
            form.offer("officer", names, chosen: current?.officer.id)
            form.offer("authority", [Self.everywhere] + Self.authorities, chosen: own)
            form.offer("divisions", Self.divisions(of: own), all: [], many: true)
          })
      ]
    case .root: return [askRoot(dialog, names, registry, context)]
    case .end where proposal != nil:
      var asked = dialog.dialog(body: proposed(context))
      asked.body += declined(context)
      asked.title = proposal?.event.author == context.session.officer ? Self.withdrawing : Self.declining
      asked.confirm = asked.title
      return [.ask(asked)]
    case .end:
      guard let current else { return [] }
      let options = Self.ends(current, registry)
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
            $0.offer("why", Self.reasons, chosen: "changed")
          })
      ]
    case .approve: return [.ask(dialog.dialog(body: proposed(context)))]
    case .settings:
      // Which file it is about is chosen first.
      let question = ActForm(
        .settings, subject: ["file": ""], in: registry.situation(of: context.session.officer, today: context.today),
        today: context.today
      ).dialog { $0.offer("authority", Self.authorities, chosen: own) }
      return [.push(FilesScreen(for: question, field: "file")), .effect(.listFiles(nil))]
    default: return [.ask(dialog.dialog())]
    }
  }

  /// The proposal that is approved, declined or taken back.
  private func proposed(_ context: Context) -> [Dialog.Line] {
    guard let proposal else { return [] }
    let author = author(of: proposal)
    let lines: [Dialog.Line] = [
      .init(context(proposal.event.act?.verb ?? proposal.event.title) + "  " + context(proposal.text), .heading),
      .init(context("提出人 \(author)", "proposed by \(author)"), .muted),
    ]
    return lines + changed(proposal, context)
  }

  /// What becomes of a proposal that is taken back or declined.
  private func declined(_ context: Context) -> [Dialog.Line] {
    guard let proposal else { return [] }
    let isOwn = proposal.event.author == context.session.officer
    return [
      .init(
        context(
          isOwn ? Phrase("撤回后不再等批准", "Withdrawn, it waits no more") : Phrase("不同意的不生效", "Declined, it never counts")),
        .muted)
    ]
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
    let roles = current.grants.map { context($0.role.name) + " " + context($0.scope.name) }
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
            "手上还有 \(current.open) 件在办：可先按 F 移交，离任后也可以。",
            "\(current.open) open cases are still assigned: hand them over with F, before or after."),
          .undetermined))
    }
    var dialog = form.dialog(body: lines + leftAlone(current, registry, context)) {
      $0.offer("authority", Self.authorities, chosen: office(registry, context))
    }
    dialog.title = Self.leaving
    dialog.confirm = Self.leaving
    return [.ask(dialog)]
  }

  static let leaving = Phrase("离任", "Leaves")
  private static let withdrawing = Phrase("撤回", "Withdraw")
  private static let declining = Phrase("不同意", "Decline")

  /// The authority that is meant where nobody says which: one's own, that of the officer chosen, the only one here.
  private func office(_ registry: Registry, _ context: Context) -> String {
    let officers = registry.now.officers
    let named = [
      context.session.authority, officers[context.session.officer]?.authority, current?.officer.authority,
    ].compactMap(\.self).first { !$0.isEmpty }
    let all = Set(officers.values.map(\.authority).filter { !$0.isEmpty })
    return named ?? (all.count == 1 ? all.first : nil) ?? ""
  }

  /// What a proposal makes of what stands.
  func changed(_ proposal: ProposalRow, _ context: Context) -> [Dialog.Line] {
    guard proposal.event.act == .settings else { return proposal.changes.lines(context) }
    return documents[proposal.event.id].map { $0.changed(context) } ?? [.init(context(Self.reading), .muted)]
  }

  static let reading = Phrase("正在读取文件…", "Reading its file …")

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

  private static let everywhere = Form.Option(Scope.everywhere, Phrase("全部机关", "every authority"))

  /// Every authority, found by its name or initials.
  static let authorities = Authorities.shared.all.map { Form.Option($0.key, $0.name) }

  /// The cities of an authority.
  private static func divisions(of authority: String) -> [Form.Option] {
    Divisions.shared.of(authority: authority).map { Form.Option($0.code, Phrase($0.name, $0.name)) }
  }

  /// All open cases of the officer, selected in the queue, with the question to whom they go.
  func handOver(_ context: Context) -> [Step] {
    guard let current else { return [] }
    let keys = cases(of: current, context)
    var queue = QueueScreen(.all, context, only: Set(keys), named: Phrase("移交", "Hand over"))
    queue.marks = Set(keys)
    return [.push(queue), .run("queue.assign")]
  }

  /// Why what counts already ends; a device that was lost has a command of its own.
  private static let reasons = ["changed"].map { Form.Option($0, CodedWords.word($0)) }

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
  private static func ends(_ row: OfficerRow, _ registry: Registry) -> [Form.Option] {
    var options: [Form.Option] = []
    for grant in row.grants where registry.now.officers[row.officer.id] != nil && grant.event != registry.store {
      options.append(Form.Option(grant.event, grant.name))
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
    switch answer.id {
    case Self.requestDialog: return askAdmission(form.text("request"), context)
    case Self.admitDialog: return admit(answer.about["request"]?.string ?? "")
    case Self.lostDialog: return lose(form, context)
    default: break
    }
    guard var intent = ActForm.intent(answer) else { return [] }
    if intent.action.name == .settings, let path = answer.about["file"]?.string {
      intent.action = Action(.settings, .object((intent.action.fields.members ?? []).filter { $0.key != "file" }))
      intent.files["file"] = path
    }
    return [.effect(.actIn("registry", intent))]
  }

  /// The form of an act, with what the cursor states of it.
  private func form(_ act: ActName, _ registry: Registry, _ context: Context) -> ActForm {
    let subject = subject(of: act, context)
    return ActForm(
      act, subject: subject, in: registry.situation(of: context.session.officer, today: context.today),
      today: context.today)
  }

  private static func consequence(_ act: ActName) -> Phrase {
    act == .officer
      ? Phrase("管理员提出的，须由主管批准后才生效。", "What an administrator proposes counts once a supervisor has approved it.")
      : Phrase("主管的职责只能由根主管授予。", "Only a root supervisor makes another supervisor.")
  }
}
