internal import Casework
internal import Console
internal import Foundation
internal import ScoringCore

/// The console line by line: what changed is printed, a line is read, a command is given. The commands are those of the
/// one table, by number or by key; no cursor is placed and nothing is drawn, so a screen reader or a pipe can follow.
@MainActor
struct HostPlain {
  private let desk: HostDesk
  private let secret: ((String) -> String?)?
  private var model: Model
  private var printed: [String] = []
  private var place = ""
  private var waiting: [Message] = []
  private var isOver = false
  private var language: Language { model.context.language }

  /// - Parameter secret: asks for what is not to be shown; `nil` where nobody sits at the terminal.
  init(_ model: Model, _ desk: HostDesk, _ secret: ((String) -> String?)?) {
    self.model = model
    self.secret = secret
    self.desk = desk
  }

  mutating func run() {
    perform(model.start())
    while !isOver {
      show()
      guard let line = read(model.awaitsText ? say("文字：", "text: ") : "> ") else { return }
      if model.awaitsText { type(line) } else { obey(line.trimmingCharacters(in: .whitespaces)) }
      while !isOver, model.question != nil { guard ask() else { return } }
    }
  }

  // MARK: Printing

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func put(_ line: String) { print(line) }

  private func read(_ prompt: String) -> String? {
    print(prompt, terminator: "")
    fflush(nil)
    return readLine()
  }

  /// Prints the lines that were not there before; all of them, and the commands, on a new screen.
  private mutating func show() {
    let lines = model.plainView().compactMap(Self.spoken)
    let heading = lines.first ?? ""
    let isNew = heading != place
    place = heading
    var known: [String: Int] = [:]
    if !isNew { for line in printed { known[Self.unmarked(line), default: 0] += 1 } }
    let marked = Set(printed.filter { $0.hasPrefix(">") })
    for line in lines {
      let count = known[Self.unmarked(line)] ?? 0
      known[Self.unmarked(line)] = count - 1
      if count < 1 || (line.hasPrefix(">") && !marked.contains(line)) { put(line) }
    }
    printed = lines
    if isNew, !model.awaitsText { menu(all: false) }
  }

  /// A line without rules and frames; `nil` when nothing is left.
  private static func spoken(_ line: String) -> String? {
    let drawn: Set<Character> = ["-", "+", "|", "=", " "]
    if line.allSatisfy(drawn.contains) { return nil }
    var text = line
    while let first = text.first, first == " " || first == "|" { text.removeFirst() }
    while let last = text.last, last == " " || last == "|" { text.removeLast() }
    return text
  }

  /// The commands with their numbers and keys; `all` with what they do, and the greyed ones with the reason.
  private func menu(all: Bool) {
    for (index, offer) in model.offers.enumerated() {
      let command = offer.command
      if !all, command.isQuiet { continue }
      let keys = command.keys.map { $0.label(language) }.joined(separator: " ")
      var line = "\(index + 1). \(command.name(language))" + (keys.isEmpty ? "" : " [\(keys)]")
      if case .no(let reason) = offer.availability {
        line += say("：现在不行，", ": not now, ") + reason(language)
      } else if all {
        line += say("：", ": ") + command.summary(language)
      }
      put(line)
    }
    put(
      say(
        "输入编号、键或 up down left right enter esc tab space（后面可加次数）；? 列出全部命令；q 退出。",
        "Type a number, a key, or up down left right enter esc tab space (and how often); ? lists all; q leaves."
      ))
  }

  /// A line as it is when the cursor is elsewhere: that it left is not worth a word.
  private static func unmarked(_ line: String) -> String {
    String(line.drop { $0 == ">" || $0 == " " })
  }

  // MARK: Reading

  private static let words: [String: Key] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "enter": .enter, "esc": .escape, "tab": .tab,
    "space": .space, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown, "backspace": .backspace,
    "上": .up, "下": .down, "左": .left, "右": .right, "回车": .enter, "返回": .escape, "空格": .space,
  ]

  private mutating func obey(_ line: String) {
    let words = line.split(separator: " ")
    guard let first = words.first.map(String.init) else { return }
    if first == "?" || first == "？" { return menu(all: true) }
    if words.count == 1, let number = Int(first) {
      let offers = model.offers
      guard offers.indices.contains(number - 1) else {
        return put(say("没有第 \(number) 项", "there is no \(number)"))
      }
      if case .no(let reason) = offers[number - 1].availability { return put(reason(language)) }
      return perform(model.give(offers[number - 1].command.id))
    }
    guard let key = Self.key(first), words.count <= 2 else {
      return put(
        say(
          "不认识“\(SafeText.clean(line, limit: 40))”，? 列出命令",
          "not known: “\(SafeText.clean(line, limit: 40))”; ? lists the commands"))
    }
    let times = words.count == 2 ? min(max(Int(words[1]) ?? 1, 1), 1_000) : 1
    for _ in 0..<times where model.question == nil && !model.awaitsText { press(key) }
  }

  private static func key(_ word: String) -> Key? {
    if let key = words[word.lowercased()] { return key }
    if word.count > 1, word.lowercased().hasPrefix("f"), let number = Int(word.dropFirst()) {
      return .function(number)
    }
    return word.count == 1 ? word.unicodeScalars.first.map { Key.character($0) } : nil
  }

  /// A text where one is awaited; an empty line leaves it as it was.
  private mutating func type(_ line: String) {
    guard !line.isEmpty else { return press(.escape) }
    press(.control("u"))
    for scalar in line.unicodeScalars where scalar.value >= 0x20 { press(.character(scalar)) }
    press(.enter)
  }

  private mutating func press(_ key: Key) { perform(model.update(.key(key))) }

  /// Puts the model's question, field by field; false at the end of input.
  private mutating func ask() -> Bool {
    guard let dialog = model.question else { return true }
    put(dialog.title(language))
    for line in dialog.body { put(line.text) }
    var form = dialog.form
    for index in form.fields.indices {
      let field = form.fields[index]
      for (number, option) in field.options.enumerated() {
        let why = option.whyNot.map { say("：现在不行，", ": not now, ") + $0(language) } ?? ""
        put("\(number + 1). \(option.name(language))\(why)")
      }
      if let error = field.error { put(error(language)) }
      while true {
        let kept = field.isEmpty ? "" : say("，空行不变", ", empty keeps it")
        let hint = field.hint.map { " (\($0(language)))" } ?? ""
        let label = field.label(language).isEmpty ? say("选择", "choice") : field.label(language)
        guard let line = answer(field, "\(label)\(hint)\(kept): ") else { return false }
        let text = line.trimmingCharacters(in: .whitespaces)
        if text.isEmpty, field.isEmpty, field.isRequired { return leave() }
        if text.isEmpty { break }
        guard let fault = form.fill(index, text) else { break }
        put(fault(language))
      }
    }
    guard let line = read("1. \(dialog.confirm(language))  0. \(say("取消", "cancel")) > ") else {
      return false
    }
    if line.trimmingCharacters(in: .whitespaces) == "1" {
      perform(model.answerQuestion(form))
    } else {
      return leave()
    }
    return true
  }

  /// A passphrase typed at a terminal is not echoed.
  private func answer(_ field: Form.Field, _ question: String) -> String? {
    guard case .secret = field.kind, let secret else { return read(question) }
    return secret(question)
  }

  private mutating func leave() -> Bool {
    perform(model.answerQuestion(nil))
    return true
  }

  // MARK: Effects

  private mutating func perform(_ effects: [Effect]) {
    var effects = effects
    while !effects.isEmpty || !waiting.isEmpty {
      guard !effects.isEmpty else {
        effects = model.update(waiting.removeFirst())
        continue
      }
      switch effects.removeFirst() {
      case .goOn: waiting.append(.goOn)
      case .quit: isOver = true
      case .copy(let text): put(SafeText.clean(text, limit: 4_000))
      case .openViewer(let key, let file): put(key.path + "/" + SafeText.clean(file, limit: 200))
      case .setMouse, .repaint, .suspend: break
      case let effect: for message in desk.perform(effect) { waiting.append(message) }
      }
    }
  }
}
