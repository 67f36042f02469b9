internal import CaseStore
internal import Casework
internal import Console
internal import Foundation
internal import Office
internal import ScoringCore
internal import Terminal

/// The console in a terminal: waits for something to happen, tells the model, does what it asks, draws.
///
/// Nothing runs and nothing is written while nothing happens.
@MainActor
struct HostLoop {
  let terminal: Terminal
  let desk: EffectRunner
  private let mailbox: HostMailbox
  private let viewer: HostViewer
  private let editor: HostEditor
  private var settings: HostSettings
  var model: Model
  var screen: HostScreen
  private var isOver = false
  private var mayGoOn = false
  var press: (at: Point, when: Int)?
  private let start = ContinuousClock.now
  var tour: Tour?
  /// Milliseconds by which a fast tour is ahead of the clock.
  var ahead = 0
  /// The tour presses a key: what it asks for is done before the next.
  var isTouring = false

  /// A second click on one place within this many milliseconds opens.
  static let doubleClick = 400

  init(
    _ terminal: Terminal, _ model: Model, _ settings: HostSettings, _ theme: Theme, _ desk: EffectRunner,
    _ mailbox: HostMailbox, _ tour: Tour?, _ viewer: HostViewer, _ editor: HostEditor
  ) {
    self.terminal = terminal
    self.model = model
    self.desk = desk
    self.mailbox = mailbox
    self.tour = tour
    self.viewer = viewer
    self.editor = editor
    self.settings = settings
    screen = HostScreen(theme, terminal.depth)
  }

  mutating func run() async {
    await perform(model.start())
    while !isOver {
      screen.draw(picture, on: terminal)
      await take(terminal.next(milliseconds: mayGoOn ? 0 : tourPause ?? untilNextLook ?? desk.untilTomorrow))
      // What came meanwhile is taken before the next drawing, so that a held key never lags behind.
      while !isOver, let more = terminal.next(milliseconds: 0) { await take(more) }
    }
  }

  /// Milliseconds until the folders of the open case are looked at; `nil` while none is open.
  private var untilNextLook: Int? { model.openCase == nil ? nil : EffectRunner.watchInterval }

  /// A second has passed with a case open, or a day without one.
  private mutating func lookAround() async {
    if desk.today != model.context.today || model.openCase == nil { return await beginDay() }
    if let key = model.openCase { desk.watch(key, mailbox) }
  }

  private mutating func take(_ event: TerminalEvent?) async {
    await tell(.time(Int((ContinuousClock.now - start) / .milliseconds(1)) + ahead))
    // A computer that slept over midnight wakes with a key.
    if event != nil, desk.today != model.context.today { await beginDay() }
    switch event {
    case .key(let pressed): if let key = HostKeys.key(pressed) { await press(key) }
    case .paste(let text): await tell(.paste(text))
    case .mouse(let mouse): if let message = click(mouse) { await tell(message) }
    case .resized:
      screen.forget()
      await tell(.resize(modelSize))
    case .stop: suspend()
    case .woken: for message in mailbox.take() { await tell(message) }
    case .closed: isOver = true
    case .cursor: break
    case nil:
      if mayGoOn {
        mayGoOn = false
        await tell(.goOn)
      } else if tourPause != nil {
        await goOnTouring()
      } else {
        await lookAround()
      }
    }
  }

  /// Who sits here on which day, and by what offices count on it.
  mutating func beginDay() async {
    var session = desk.session
    session.authority = model.context.session.authority
    await tell(.session(session))
    await tell(.today(desk.today))
  }

  mutating func tell(_ message: Message) async { await perform(model.update(message)) }

  private mutating func perform(_ effects: [Effect]) async {
    for effect in effects {
      switch effect {
      case .goOn: mayGoOn = true
      case .setMouse(let on): terminal.mouse(on)
      case .useTheme(let name): await use(theme: name)
      case .repaint:
        terminal.repaint()
        screen.forget()
      case .suspend: suspend()
      case .quit: isOver = true
      case .copy(let text): await copy(text)
      // Before the next key is read.
      case .keepDraft, .dropDraft:
        for message in desk.performAtOnce(effect) { await tell(message) }
      case .openViewer(let key, let file):
        await view(key, file)
      case .edit(let dialog, let field, let text):
        let message = editor.edit(text, dialog: dialog, field: field, by: terminal.lend)
        screen.forget()
        await tell(message)
      case .print(let request): await print(request)
      case .lookAgain where isTouring || tour != nil: break
      case _ where isTouring:
        let messages = desk.perform(effect)
        // What was begun before comes first: told later, it would put back what the act has changed.
        for message in mailbox.take() + messages { await tell(message) }
      default: desk.begin(effect, mailbox)
      }
    }
  }

  private mutating func suspend() {
    terminal.stop()
    screen.forget()
  }

  private mutating func use(theme name: String) async {
    settings.theme = name
    let complaints = settings.complaints.count
    screen = HostScreen(settings.theme(for: terminal.depth), terminal.depth)
    terminal.repaint()
    var trouble = settings.complaints.dropFirst(complaints).first
    // What is chosen in a store that goes is not kept either.
    if trouble == nil, !model.context.isPassing { trouble = settings.keepTheme() }
    if let trouble { await tell(.told(Toast(.failed, trouble))) }
  }

  private mutating func copy(_ text: String) async {
    let sent = terminal.copy(text)
    await tell(
      .told(
        sent
          ? Toast(.done, Phrase("已送往剪贴板", "Sent to the clipboard"))
          : Toast(.refused, Phrase("文字太长，剪贴板放不下", "Too long for the clipboard"))))
  }

  /// Shows a copy of a paper that was checked just now.
  private mutating func view(_ key: CaseKey, _ file: String) async {
    do throws(OfficeError) {
      if let why = viewer.refusal(of: try desk.name(of: file, key)) { return await tell(.told(Toast(.refused, why))) }
      let (path, isBound) = try desk.copy(of: file, key)
      await view(path)
      // Another program may still read what it was given.
      if viewer.needsTerminal { desk.forgetCopies() }
      if !isBound { await tell(.told(Toast(.done, DocumentOnDisk.unhashed.name))) }
    } catch { await tell(.told(Toast(.failed, error.message))) }
  }

  /// Writes a paper, and shows a page where a program shows pages.
  private mutating func print(_ request: PrintRequest) async {
    do throws(OfficeError) {
      let path = try desk.print(request)
      if viewer.showsPages, request.form == .html, request.file == nil { await view(path) }
      await tell(.told(Toast(.done, EffectRunner.written(path, request.form))))
    } catch { await tell(.told(Toast(.failed, error.message))) }
  }

  private mutating func view(_ path: String) async {
    let problem = viewer.needsTerminal ? viewer.show(path, by: terminal.lend) : await viewer.openOnDesktop(path)
    if viewer.needsTerminal { screen.forget() }
    if let problem { await tell(.told(problem)) }
  }
}
