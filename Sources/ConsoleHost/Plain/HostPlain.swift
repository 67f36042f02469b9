internal import Casework
internal import Console
internal import Foundation
internal import Office
internal import ScoringCore

/// The console line by line: what changed is printed, a line is read, a command is given. The commands are those of the
/// one table, by number or by key; no cursor is placed and nothing is drawn, so a screen reader or a pipe can follow.
@MainActor
struct HostPlain {
  private let desk: EffectRunner
  let secret: ((String) -> String?)?
  var model: Model
  var printed: [String] = []
  var place = ""
  private var waiting: [Message] = []
  private var isOver = false
  var language: Language { model.context.language }

  /// - Parameter secret: asks for what is not to be shown; `nil` where nobody sits at the terminal.
  init(_ model: Model, _ desk: EffectRunner, _ secret: ((String) -> String?)?) {
    self.model = model
    self.secret = secret
    self.desk = desk
  }

  mutating func run() {
    perform(model.start())
    while !isOver, model.question != nil { guard ask() else { return } }
    while !isOver {
      show()
      guard let line = read(model.awaitsText ? localized("文字：", "text: ") : "> ") else { return }
      if desk.today != model.context.today { beginDay() }
      if model.awaitsText { type(line) } else { obey(line.trimmingCharacters(in: .whitespaces)) }
      while !isOver, model.question != nil { guard ask() else { return } }
    }
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
        return put(localized("没有第 \(number) 项", "there is no \(number)"))
      }
      if case .no(let reason) = offers[number - 1].availability { return put(reason(language)) }
      return perform(model.give(offers[number - 1].command.id))
    }
    guard let key = Self.key(first), words.count <= 2 else {
      return put(
        localized(
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

  /// Where a paper lies, and whether it is the one on file: here another program is started by hand.
  private func line(of file: String, _ key: CaseKey) -> String {
    key.path + "/" + SafeText.clean(file, limit: 200) + "  " + desk.onDisk(file, key).name(model.context.language)
  }

  /// Where a paper was written, or why not.
  private func sheet(_ request: PrintRequest) -> String {
    do throws(OfficeError) {
      return EffectRunner.written(try desk.print(request), request.form)(model.context.language)
    } catch {
      return error.message(model.context.language)
    }
  }

  /// Who sits here on which day: midnight has passed while a line was awaited.
  private mutating func beginDay() {
    var session = desk.session
    session.authority = model.context.session.authority
    perform(model.update(.session(session)) + model.update(.today(desk.today)))
  }

  private mutating func press(_ key: Key) { perform(model.update(.key(key))) }

  // MARK: Effects

  mutating func perform(_ effects: [Effect]) {
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
      case .openViewer(let key, let file): put(line(of: file, key))
      case .print(let request): put(sheet(request))
      case .setMouse, .useTheme, .repaint, .suspend: break
      case let effect: for message in desk.perform(effect) { waiting.append(message) }
      }
    }
  }
}
