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
    case .end:
      guard let current else { return [] }
      let options = Self.ends(current, registry, context.language)
      guard !options.isEmpty else {
        return [
          .toast(Toast(.refused, Phrase("建库时的职责不能在这里终止", "What came with the store cannot be ended here")))
        ]
      }
      return [
        .ask(
          dialog.dialog(body: [.init(SafeText.clean(current.officer.name, limit: 40), .heading)]) {
            $0.offer("of", options)
          })
      ]
    case .approve:
      guard let proposal else { return [] }
      let author = author(of: proposal)
      return [
        .ask(
          dialog.dialog(body: [
            .init(context(proposal.event.act?.verb ?? proposal.event.title) + "  " + context(proposal.text), .heading),
            .init(context("提出人 \(author)", "proposed by \(author)"), .muted),
          ]))
      ]
    case .settings: return [.ask(dialog.dialog { $0.set("authority", own) })]
    default: return [.ask(dialog.dialog(body: [.init(context(Self.consequence(act)), .muted)]))]
    }
  }

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

  /// What of an officer can be ended: his office, a role, a key.
  private static func ends(_ row: OfficerRow, _ registry: Registry, _ language: Language) -> [Form.Option] {
    var options: [Form.Option] = []
    if let event = registry.officerEvent(row.officer.id) {
      options.append(Form.Option(event.id, Phrase("整个任职", "the whole office")))
    }
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

  /// An approval is of the proposal under the cursor.
  private func form(_ act: ActName, _ registry: Registry, _ context: Context) -> ActForm {
    let subject: JSONValue =
      act == .approve ? proposal.map { ["of": .string($0.event.id)] } ?? [:] : [:]
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
