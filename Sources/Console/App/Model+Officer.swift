import ScoringCore

/// Who sits here, where keys of several officers lie on this computer.
extension Model {
  static let seatingID = "app.officer"

  /// Asks who sits here; the one who did last is proposed.
  var seating: Dialog {
    let session = context.session
    var dialog = Dialog.menu(
      id: Self.seatingID, title: Phrase("由谁办理？", "Who sits here?"),
      session.seats.map { seat in
        let name = SafeText.clean(seat.name, limit: 60)
        return Form.Option(
          seat.officer,
          seat.roles.zh.isEmpty
            ? Phrase(name, name) : Phrase("\(name)   \(seat.roles.zh)", "\(name)   \(seat.roles.en)"))
      }, chosen: session.officer.isEmpty ? session.seats.first(where: \.isLast)?.officer : session.officer)
    let isOpen = session.officer.isEmpty
    dialog.body = [
      .init(
        isOpen
          ? context("本机有多人的密钥。Esc：只查看，不办理。", "Keys of several officers are here. Esc: read only.")
          : context("前一位打开的密封内容和口令都不留下。", "Nothing that the former opened stays."), .muted)
    ]
    return dialog
  }

  /// Whether somebody else could sit down.
  var changingOfficer: Availability {
    context.session.seats.contains { $0.officer != context.session.officer }
      ? .yes : .no(Phrase("本机没有别人的密钥", "nobody else has a key on this computer"))
  }

  /// Seats whom the answer names, on the first screen: nothing of what the former saw is left on any.
  mutating func sit(_ form: Form?) -> [Effect] {
    guard let officer = form?.code("choice"), officer != context.session.officer else { return [] }
    screens = [OverviewScreen()]
    picker = nil
    pending = nil
    toast = nil
    context.news = []
    (drafts, sent, asking, chosen) = ([:], nil, nil, nil)
    // Until the program has told who that is and what he may do, nothing is done.
    context.session.isReadOnly = true
    return [.sit(officer: officer), .loadDrafts]
  }
}
