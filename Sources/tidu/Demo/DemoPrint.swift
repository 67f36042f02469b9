internal import Console
internal import ConsoleHost
internal import ScoringCore

/// The demonstration where no terminal is: the overview, a queue and one explained case, printed from the console's
/// own screens.
@MainActor
struct DemoPrint {
  private var model: Model
  private let desk: EffectRunner

  init(_ desk: EffectRunner, _ language: Language) {
    self.desk = desk
    model = Model(
      Context(
        language: language, glyphs: .line, size: Size(100, 32), today: desk.today, session: desk.session,
        views: desk.views))
  }

  mutating func run() {
    perform(model.start())
    show()
    press(.enter)
    show()
    press(.enter)
    show()
    press(.character("e"))
    show()
  }

  private mutating func press(_ key: Key) {
    perform(model.update(.key(key)))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      let messages = effect == .goOn ? [.goOn] : desk.perform(effect)
      for message in messages { perform(model.update(message)) }
    }
  }

  private func show() {
    var lines = model.plainView()
    while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
    for line in lines + [""] { Output.line(String(line.reversed().drop { $0 == " " }.reversed())) }
  }
}
