import ScoringCore

extension Model {
  /// The commands that could be given here: the screen's own scopes, then everywhere.
  var commands: [Command] {
    (top.scopes + [.everywhere]).flatMap { scope in Command.table.filter { $0.scope == scope } }
  }

  func availability(_ command: Command) -> Availability {
    if command.scope != .everywhere { return top.availability(command.id, context) }
    switch command.id {
    case "app.back": return screens.count > 1 ? .yes : .hidden
    case "app.drafts": return drafts.isEmpty ? .no(Phrase("没有草稿", "there is no draft")) : .yes
    case "app.officer": return changingOfficer
    case "app.theme":
      return context.themes.count > 1
        ? .yes : .no(Phrase("这个终端没有颜色可选", "this terminal has no colours to choose from"))
    default: return .yes
    }
  }

  /// Does what a command says.
  mutating func run(_ id: Command.ID) -> [Effect] {
    guard let command = Command.byID[id] else { return [] }
    guard command.scope == .everywhere else {
      guard top.scopes.contains(command.scope) else { return [] }
      let steps = screens[last].perform(id, context)
      return take(steps)
    }
    switch id {
    case "app.help":
      picker = CommandPicker(
        .help, entries(commands.filter { !$0.isPlace }), legend: Legend.text(top.scopes, context), context)
    case "app.palette": picker = CommandPicker(.palette, entries(commands), context)
    case "app.menu":
      picker = CommandPicker(.menu, entries(commands.filter(\.isPlace)), context)
    case "app.back": return take([.back])
    case "app.find":
      var queue = QueueScreen(.all, context)
      queue.startFilter()
      return take([.home, .push(queue)])
    case "go.overview": return take([.home])
    case "app.officer": return take([.ask(seating)])
    case "app.language": context.language = context.language == .zh ? .en : .zh
    case "app.theme":
      let names = context.themes.map { SafeText.clean($0, limit: 40) }
      return take([
        .ask(
          .menu(
            id: "app.theme", title: Phrase("主题", "Theme"),
            zip(context.themes, names).map { Form.Option($0, Self.themeNames[$0] ?? Phrase($1, $1)) },
            chosen: context.theme))
      ])
    case "app.mouse":
      context.isMouseOn.toggle()
      return [.setMouse(context.isMouseOn)]
    case "app.repaint": return [.repaint]
    case "app.reload": return [.loadSummaries]
    case "app.suspend": return [.suspend]
    case "app.drafts": return take([.ask(draftList)])
    case "app.quit":
      return take([
        .ask(
          Dialog(
            id: "app.quit", title: Phrase("退出梯度？", "Leave tidu?"),
            body: [
              .init(
                context.isPassing
                  ? context("演示档案库随退出删除，所做的都不保留。", "The demonstration's store is deleted; nothing done in it is kept.")
                  : context("已记录的都已保存。", "All that was recorded is saved."))
            ],
            confirm: Phrase("退出", "Leave")))
      ])
    default:
      if let tab = QueueTab.allCases.first(where: { $0.command == id }) {
        return take([.home, .push(QueueScreen(tab, context))])
      }
      if let steps = Destinations.steps(id, context) { return take([.home] + steps) }
    }
    return []
  }

  /// What the built-in themes are called.
  private static let themeNames: [String: Phrase] = [
    "dark": Phrase("深色", "Dark"), "light": Phrase("浅色", "Light"),
    "high-contrast": Phrase("高对比度", "High contrast"), "monochrome": Phrase("单色", "Monochrome"),
  ]

  private func entries(_ commands: [Command]) -> [CommandPicker.Entry] {
    commands.compactMap { command in
      let availability = availability(command)
      return availability == .hidden
        ? nil : CommandPicker.Entry(command: command, availability: availability)
    }
  }
}
