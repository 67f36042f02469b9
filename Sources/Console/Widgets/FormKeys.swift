import ScoringCore

extension Form {
  enum Outcome { case editing, submitted, unknownKey }

  /// Tab and arrows move, Space, digits and `*` (all of a list) choose, Enter submits once everything needed is there.
  mutating func type(_ key: Key) -> Outcome {
    guard fields.indices.contains(focus) else { return key == .enter ? .submitted : .unknownKey }
    switch key {
    case .tab:
      focus = (focus + 1) % fields.count
      return .editing
    case .backTab:
      focus = (focus + fields.count - 1) % fields.count
      return .editing
    case .enter where fields[focus].isMisread:
      fields[focus].isMisread = false
      return .editing
    // What was not chosen yet is seen to be chosen before anything is done with it.
    case .enter where takeRow() && fields.count > 1: return .editing
    case .enter: return validate() ? .submitted : .editing
    default: break
    }
    if fields[focus].isList { return choose(key) }
    switch key {
    // In a text of several lines the arrows move in it, and leave it at its ends.
    case .down: if !fields[focus].editor.moveRow(by: 1) { focus = min(fields.count - 1, focus + 1) }
    case .up: if !fields[focus].editor.moveRow(by: -1) { focus = max(0, focus - 1) }
    case .character(let scalar):
      let text = String(Character(fields[focus].keepsWidth ? scalar : Key.fold(scalar)))
      // As a selected text is: what stands there from before and what is typed now are never one figure.
      if fields[focus].isUntouched, !fields[focus].keepsWidth { fields[focus].editor.set("") }
      fields[focus].isUntouched = false
      fields[focus].error = fields[focus].editor.lacksRoom(for: text)
      guard fields[focus].error == nil else { return .editing }
      fields[focus].proposed = nil
      fields[focus].editor.insert(text)
    default:
      fields[focus].error = nil
      fields[focus].isUntouched = false
      let before = fields[focus].editor.text
      let isKnown = fields[focus].editor.type(key)
      if fields[focus].editor.text != before { fields[focus].proposed = nil }
      return isKnown ? .editing : .unknownKey
    }
    return .editing
  }

  /// Puts pasted text at the caret, whole or not at all.
  mutating func paste(_ text: String) {
    guard fields.indices.contains(focus) else { return }
    guard !fields[focus].isList else {
      fields[focus].isMisread = true
      fields[focus].error = Phrase("这里是选择，粘贴的没有放入；Tab 到下一项", "a choice: what was pasted is not taken; Tab goes on")
      return
    }
    fields[focus].error = fields[focus].editor.lacksRoom(for: text)
    guard fields[focus].error == nil else { return }
    fields[focus].error = fields[focus].editor.leavesOut(of: text)
    fields[focus].proposed = nil
    fields[focus].editor.insert(text)
  }

  /// Enter in a list of which one is wanted takes the row the cursor is on, if nothing was chosen: whether it did.
  private mutating func takeRow() -> Bool {
    guard case .one = fields[focus].kind, fields[focus].codes.isEmpty, fields[focus].isRequired else { return false }
    toggle(fields[focus].row)
    return !fields[focus].codes.isEmpty
  }

  private mutating func choose(_ key: Key) -> Outcome {
    let count = fields[focus].options.count
    let sought = fields[focus].sought
    fields[focus].sought = ""
    fields[focus].isMisread = false
    switch key.folded {
    case .down:
      if fields[focus].row + 1 < count {
        move(to: fields[focus].row + 1)
      } else {
        focus = min(fields.count - 1, focus + 1)
      }
    case .up:
      if fields[focus].row > 0 {
        move(to: fields[focus].row - 1)
      } else {
        focus = max(0, focus - 1)
      }
    case .home: move(to: 0)
    case .end: move(to: max(0, count - 1))
    case .space: toggle(fields[focus].row)
    case .character("*"):
      guard case .many = fields[focus].kind else { return .unknownKey }
      toggleAll()
    case .character(let scalar) where fields[focus].isNumbered && (0x31...0x39).contains(scalar.value):
      let index = Int(scalar.value - 0x31)
      guard index < count else { return .unknownKey }
      fields[focus].row = index
      toggle(index)
    case .character(let scalar):
      if seek(sought, String(Character(scalar)).lowercased()) { break }
      fields[focus].isMisread = true
      fields[focus].error = Phrase(
        "这里是选择：没有“\(scalar)”开头的；上下键选，Tab 到下一项",
        "a choice: none begins with “\(scalar)”; Up and Down choose, Tab goes on")
    default: return .unknownKey
    }
    return .editing
  }

  /// Goes to the row that letters typed one after another find: by name, initials or code. A letter that goes on nothing
  /// begins anew, at the row after this one.
  private mutating func seek(_ before: String, _ letter: String) -> Bool {
    let (options, row) = (fields[focus].options, fields[focus].row)
    func find(_ text: String, from first: Int) -> Int? {
      let order = Array(first..<max(options.count, first)) + Array(0..<min(first, options.count))
      return order.first { options[$0].begins(with: text) } ?? order.first { options[$0].holds(text) }
    }
    let goesOn = before.isEmpty ? nil : find(before + letter, from: row)
    guard let found = goesOn ?? find(letter, from: row + 1) else { return false }
    move(to: found)
    fields[focus].sought = goesOn == nil ? letter : before + letter
    return true
  }

  private mutating func move(to row: Int) {
    fields[focus].row = row
    fields[focus].error = nil
    if case .one = fields[focus].kind {
      fields[focus].codes = []
      toggle(row)
    }
  }

  private mutating func toggle(_ row: Int) {
    let options = fields[focus].options
    guard options.indices.contains(row) else { return }
    fields[focus].error = options[row].whyNot
    guard options[row].whyNot == nil else { return }
    let code = options[row].code
    if case .one = fields[focus].kind {
      fields[focus].codes = [code]
    } else if fields[focus].codes.contains(code) {
      fields[focus].codes.removeAll { $0 == code }
    } else {
      let chosen = Set(fields[focus].codes + [code])
      fields[focus].codes = options.map(\.code).filter(chosen.contains)
    }
  }

  /// Chooses all that can be chosen; where all are, none.
  private mutating func toggleAll() {
    fields[focus].error = nil
    let all = fields[focus].options.filter { $0.whyNot == nil }.map(\.code)
    fields[focus].codes = fields[focus].codes == all ? [] : all
  }

  /// Marks every wrong field and goes to the first; true when there is none.
  mutating func validate() -> Bool {
    var wrong: [String: Phrase] = [:]
    for field in fields {
      if let error = field.fault { wrong[field.id] = error }
    }
    if wrong.isEmpty, let check { wrong = check(self) }
    for index in fields.indices { fields[index].error = wrong[fields[index].id] }
    guard let first = fields.firstIndex(where: { $0.error != nil }) else { return true }
    focus = first
    return false
  }
}

extension Form.Option {
  /// Whether its name, the initials of that, or its code begin with what was typed.
  fileprivate func begins(with text: String) -> Bool {
    name.zh.hasPrefix(text) || Pinyin.initials(name.zh).hasPrefix(text) || name.en.lowercased().hasPrefix(text)
      || code.lowercased().hasPrefix(text)
  }

  /// Whether more than one letter of it stands somewhere in its name.
  fileprivate func holds(_ text: String) -> Bool {
    (text.count > 1 || !text.allSatisfy(\.isASCII)) && (name.zh.contains(text) || name.en.lowercased().contains(text))
  }
}

extension Form.Field {
  /// What is wrong with this field alone.
  var fault: Phrase? {
    if isEmpty {
      guard isRequired else { return nil }
      return isList ? Phrase("请选择", "choose one") : Phrase("请填写", "to be filled in")
    }
    let text = editor.text
    switch kind {
    case .text, .lines, .secret, .one, .many, .value: return nil
    case .day(let earliest, let latest, _):
      guard let day else {
        return Phrase("请填写真实日期，如 2026-03-02、3-2 或 +5", "a real day is needed, e.g. 2026-03-02, 3-2 or +5")
      }
      if let earliest, day < earliest { return Phrase("不早于 \(earliest)", "not before \(earliest)") }
      if let latest, day > latest { return Phrase("不晚于 \(latest)", "not after \(latest)") }
    case .whole(let range):
      guard let number = Form.Field.whole(text), range.contains(number) else {
        return Phrase(
          "请填写 \(range.lowerBound) 至 \(range.upperBound) 的整数",
          "a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
    }
    return nil
  }

  /// What is stated as it is understood, where that is not what it looks like; the unit of a value that is not yet written.
  var understood: Phrase? {
    switch kind {
    case .day:
      guard let day, day.description != editor.text else { return nil }
      guard case .day(_, _, let today) = kind, day.year != today.year else {
        return Phrase("即 \(day)", "that is \(day)")
      }
      return Phrase("即 \(day)，注意年份", "that is \(day): mind the year")
    case .value(let unit):
      return reads?(editor.text).map { Phrase("即 \($0.zh)", "that is \($0.en)") } ?? unit
    default: return nil
    }
  }

  /// Letters of every width are text; in a day or a number they stand for the plain ones.
  fileprivate var keepsWidth: Bool {
    switch kind {
    case .text, .lines, .secret: true
    default: false
    }
  }

  /// Text that looks like a telephone or identity number: nobody should put one on file by accident.
  var holdsPersonalNumber: Bool {
    // What is sealed is where such numbers belong; a document's number is no person's.
    guard case .lines = kind, !isSealed else { return false }
    var run = 0
    for byte in Array(editor.text.utf8) + [0] {
      if (0x30...0x39).contains(byte) || (run == 17 && (byte | 0x20) == 0x78) {
        run += 1
      } else {
        if run == 11 || run == 18 { return true }
        run = 0
      }
    }
    return false
  }
}

extension Form {
  /// Another day has begun while the form is open: a day that was proposed as today is the new one, and bounds go by it.
  /// What the officer typed stays, and is checked anew.
  mutating func follow(from yesterday: Day, to today: Day) {
    for index in fields.indices {
      guard case .day(let earliest, let latest, _) = fields[index].kind else { continue }
      func moved(_ bound: Day?) -> Day? { bound == yesterday ? today : bound }
      fields[index].kind = .day(earliest: moved(earliest), latest: moved(latest), today: today)
      fields[index].error = nil
      guard fields[index].proposed == yesterday.description else { continue }
      fields[index].editor.set(today.description)
      fields[index].proposed = today.description
    }
  }
}
