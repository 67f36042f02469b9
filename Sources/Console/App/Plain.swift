package import ScoringCore

/// The same model line by line, for a screen reader, a pipe, or a terminal that cannot place a cursor.
extension Model {
  /// The screen without what lies over it and without the keys: dialogs and commands are asked for in words.
  package func plainView() -> [String] {
    var bare = self
    bare.dialog = nil
    bare.picker = nil
    return Array(bare.view().lines.dropLast())
  }

  /// The commands that can be given now; those that only concern a drawn screen are left out.
  package var offers: [(command: Command, availability: Availability)] {
    let drawn: Set<Command.ID> = [
      "app.help", "app.palette", "app.menu", "app.mouse", "app.repaint", "app.suspend",
    ]
    return commands.compactMap { command in
      let availability = availability(command)
      return drawn.contains(command.id) || availability == .hidden ? nil : (command, availability)
    }
  }

  /// Does what a command says, as its key would.
  package mutating func give(_ id: Command.ID) -> [Effect] {
    toast = nil
    return run(id)
  }

  /// True while a text is awaited, such as a filter: what is typed is no command.
  package var awaitsText: Bool { dialog == nil && top.isTyping }

  /// The question that waits for an answer.
  package var question: Dialog? { dialog?.dialog }

  /// Answers it; `nil` leaves it. A form with a fault is not taken, and the question stays.
  package mutating func answerQuestion(_ form: Form?) -> [Effect] {
    guard let open = dialog else { return [] }
    if var form {
      guard form.validate() else {
        dialog?.dialog.form = form
        return []
      }
      var open = open
      open.dialog.form = form
      return submit(open)
    }
    dialog = nil
    leave(open)
    return answer(Dialog.Answer(id: open.dialog.id, form: nil))
  }

  /// What was last told to the officer.
  package var told: Toast? { toast }
}

extension Form {
  /// Fills a field with what was typed: text, or the numbers of the options wanted. What is wrong with it, if anything.
  package mutating func fill(_ index: Int, _ line: String) -> Phrase? {
    guard fields.indices.contains(index) else { return nil }
    guard fields[index].isList else {
      fields[index].editor.set(line)
      return fields[index].fault
    }
    let options = fields[index].options
    var codes: [String] = []
    for word in line.split(whereSeparator: { " ,，、".contains($0) }) {
      guard let number = Int(word), options.indices.contains(number - 1) else {
        return Phrase("请输入 1 至 \(options.count)", "1 to \(options.count), please")
      }
      if let reason = options[number - 1].whyNot { return reason }
      codes.append(options[number - 1].code)
    }
    if case .one = fields[index].kind, codes.count > 1 { return Phrase("只选一项", "only one, please") }
    fields[index].codes = codes
    return fields[index].fault
  }
}
