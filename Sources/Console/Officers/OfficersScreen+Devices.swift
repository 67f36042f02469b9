import Casework
import ScoringCore
import StrictJSON

/// Letting a computer in by the request that its officer sent, and shutting out one that was lost.
extension OfficersScreen {
  static let requestDialog = "officers.request"
  static let admitDialog = "officers.admit"
  static let lostDialog = "officers.lost"
  static let losing = Phrase("设备丢失", "Device lost")

  // MARK: a request

  /// Asks for the request; what is wrong with it is said in the field.
  func askRequest(_ context: Context) -> [Step] {
    guard let registry else { return [] }
    let field = Form.Field("request", Phrase("加入请求", "Request"), .text(limit: 4_000))
    let form = Form([field]) { form in
      let why: Phrase?
      do throws(JoinFault) {
        why = registry.refusal(of: try JoinRequest(reading: form.text("request")))?.message
      } catch { why = error.message }
      return why.map { ["request": $0] } ?? [:]
    }
    return [
      .ask(
        Dialog(
          id: Self.requestDialog, title: ActName.key.act.wording.verb,
          body: [
            .init(
              context("粘贴对方 tidu join 打印的加入请求，整段。", "Paste the whole request that tidu join printed there."), .muted)
          ], form: form, confirm: Phrase("查看", "Look")))
    ]
  }

  /// Shows who asks for what, with the fingerprint to compare, before it is proposed.
  func askAdmission(_ text: String, _ context: Context) -> [Step] {
    guard let request = try? JoinRequest(reading: text) else { return [] }
    let lines = request.lines(context.language)
    var body = lines.dropLast().map { Dialog.Line(SafeText.clean($0, limit: 200)) }
    body[body.count - 1].role = .heading
    body.append(.init(lines[lines.count - 1], .undetermined))
    var dialog = Dialog(
      id: Self.admitDialog, title: ActName.key.act.wording.verb, body: body,
      confirm: Phrase("已核对，提出", "Compared: propose"))
    dialog.about = ["request": .string(text)]
    return [.ask(dialog)]
  }

  /// The acts that a request asks for, one after another.
  func admit(_ text: String) -> [Step] {
    guard let registry, let request = try? JoinRequest(reading: text) else { return [] }
    return [
      .effect(
        .actInTurn(registry.acts(for: request).map { FolderIntent("registry", ActIntent($0.name, $0.fields)) }))
    ]
  }

  // MARK: a device that was lost

  /// Asks which device, how it went, and to whom the cases go.
  func askLost(_ context: Context) -> [Step] {
    guard let registry, let current else { return [] }
    let keys = current.keys.compactMap { key -> Form.Option? in
      guard let event = registry.keyEvent(key.sign) else { return nil }
      let device = key.device.map { SafeText.clean($0, limit: 30) } ?? context("建库时的", "with the store")
      let name = "\(device)  \(key.sign.prefix(16))"
      return Form.Option(event.id, Phrase(name, name))
    }
    let cases = cases(of: current, context)
    var fields = [
      Form.Field(
        "key", Phrase("哪台设备", "Which device"), .one(keys), codes: keys.count == 1 ? keys.map(\.code) : []),
      Form.Field(
        "why", Phrase("怎么丢的", "How"), .one(["lost", "stolen"].map { .init($0, CodedWords.word($0)) })),
    ]
    if !cases.isEmpty, case .yes = Assigning.availability(context) {
      fields.append(
        Form.Field(
          "to", Phrase("在办的 \(cases.count) 件移交给（可不选）", "Hand the \(cases.count) open cases to (may be left)"),
          .one(Assigning.options(cases, context).filter { $0.code != current.officer.id }), required: false))
    }
    return [
      .ask(
        Dialog(
          id: Self.lostDialog, title: Self.losing,
          body: [
            .init(SafeText.clean(current.officer.name, limit: 40) + "  " + current.officer.id, .heading),
            .init(
              context(
                "这台设备的密钥终止。这里已有的办理照旧算数；以后带来、这里没有见过的：丢失的待主管补签，被盗的不算数。",
                "The key of this device ends. What is here stands; what turns up later waits for a supervisor to countersign, or has no effect where it was stolen."
              ), .muted),
          ], form: Form(fields), confirm: Phrase("终止", "End")))
    ]
  }

  /// Ends the key, and hands over the cases where that was asked for.
  func lose(_ form: Form, _ context: Context) -> [Step] {
    guard let current, let key = form.code("key"), let why = form.code("why") else { return [] }
    var turns = [FolderIntent("registry", ActIntent(.end, ["of": .string(key), "why": .string(why)]))]
    if let heir = form.code("to") {
      turns += cases(of: current, context).map { FolderIntent($0.path, ActIntent(.assign, ["to": .string(heir)])) }
    }
    return [.effect(.actInTurn(turns))]
  }

  /// Open cases that an officer has.
  func cases(of row: OfficerRow, _ context: Context) -> [CaseKey] {
    context.cases.rows.filter { $0.assignee == row.officer.id && $0.state.isOpen }.map(\.key).sorted()
  }
}
