import ScoringCore

/// What is asked in between: a question before an act, the passphrase of the officer's key at the first one.
extension Model {
  static let confirming = "app.confirm"

  /// Asks once more before an act.
  mutating func confirm(_ questions: [Phrase], _ effect: Effect) {
    guard dialog == nil else {
      toast = Toast(.refused, questions[0])
      return
    }
    pending = effect
    toast = nil
    dialog = OpenDialog(
      dialog: Dialog(
        id: Self.confirming, title: Phrase("照样办理？", "Do it all the same?"),
        body: questions.map { .init(context($0), .undetermined) }, confirm: Phrase("照样办理", "Do it all the same")),
      openedAt: context.now)
  }

  static let unlocking = "app.unlock"

  mutating func askPassphrase(_ officer: String, _ isWrong: Bool, _ effect: Effect) {
    // Another question is open: what waited is not done behind it.
    guard dialog == nil else {
      toast = Toast(
        .refused, Phrase("未执行：需要密钥的口令，请再办一次", "Not done: the key's passphrase is needed; ask again"))
      return
    }
    pending = effect
    let name = context.session.name(of: officer)
    var body: [Dialog.Line] = []
    if isWrong { body.append(.init(context("口令不对，没有办理。", "The passphrase is wrong; nothing was done."), .error)) }
    body.append(
      .init(
        context(
          "\(name) 的密钥有口令。只问一次，退出程序或换人后不留。",
          "The key of \(name) has a passphrase: asked once, gone when you leave or another sits down."),
        .muted))
    toast = nil
    dialog = OpenDialog(
      dialog: Dialog(
        id: Self.unlocking, title: Phrase("密钥的口令", "Passphrase of your key"), body: body,
        form: Form([Form.Field("passphrase", Phrase("口令", "Passphrase"), .secret)]),
        confirm: Phrase("打开密钥", "Open the key")), openedAt: context.now)
  }

  mutating func unlock(_ form: Form?) -> [Effect] {
    defer { pending = nil }
    guard let form, let pending else {
      asking = nil
      toast = Toast(.refused, Phrase("没有口令，未执行", "No passphrase: nothing was done"))
      return []
    }
    return [.unlock(passphrase: form.text("passphrase"), then: pending)]
  }
}
