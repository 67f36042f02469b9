package import CaseStore
package import Casework
package import Console
internal import Foundation
package import ScoringCore
internal import Terminal

/// Opens the console: in the terminal where that can be, line by line otherwise.
@MainActor
package enum Host {
  /// What the console is opened on, and how.
  package struct Options {
    /// What it shows.
    package var store: Store
    /// Language it begins with.
    package var language: Language
    /// Line by line, even where a terminal is.
    package var isPlain: Bool
    /// Whether it may use colours, where the terminal has any.
    package var wantsColour: Bool
    /// Who sits at it; `nil` asks where keys of several are here.
    package var officer: String?
    /// Asks a question whose answer is not shown; `nil` where nobody sits at the terminal.
    package var secret: ((String) -> String?)?
    /// Shown where the terminal has room for its captions.
    package var tour: Tour?
    /// The store is deleted once the console is left.
    package var isPassing: Bool
    /// Done before a case is read for its screen.
    package var beforeOpening: @Sendable (CaseKey) -> Void

    /// A console on a store; without a tour and without a question that is not shown, unless they are given.
    package init(
      store: Store, language: Language, isPlain: Bool, wantsColour: Bool, officer: String? = nil,
      secret: ((String) -> String?)? = nil, tour: Tour? = nil, isPassing: Bool = false,
      beforeOpening: @escaping @Sendable (CaseKey) -> Void = { _ in }
    ) {
      self.store = store
      self.language = language
      self.isPlain = isPlain
      self.wantsColour = wantsColour
      self.officer = officer
      self.secret = secret
      self.tour = tour
      self.isPassing = isPassing
      self.beforeOpening = beforeOpening
    }
  }

  /// Runs until the officer leaves, or the terminal is gone.
  package static func run(_ options: Options) async {
    let environment = ProcessInfo.processInfo.environment
    var settings = HostSettings(environment)
    let desk = EffectRunner(
      options.store, options.language, environment, officer: options.officer, beforeOpening: options.beforeOpening)
    desk.prepare()
    guard !options.isPlain else { return plain(options, desk) }
    let mailbox = HostMailbox()
    do throws(TerminalRefusal) {
      let terminal = try Terminal(
        waker: mailbox.waker, color: options.wantsColour && (environment["NO_COLOR"] ?? "").isEmpty,
        ambiguousWide: settings.ambiguous == .ask ? nil : settings.ambiguous == .wide,
        crashNote: crashNote(options.language))
      defer { terminal.close() }
      let glyphs: Glyphs =
        terminal.ambiguousIsWide ? .asciiWide : settings.lines == .ascii ? .ascii : .line
      let tour = terminal.rows < Tour.leastRows ? nil : options.tour
      let rows = terminal.rows - (tour == nil ? 0 : Tour.rows)
      let theme = settings.theme(for: terminal.depth)
      var context = context(options, desk, glyphs, Size(terminal.columns, rows))
      if terminal.depth != .none { (context.themes, context.theme) = (settings.themes, settings.theme) }
      let model = Model(context)
      if let another = options.store.isAnother { mailbox.post(.told(Toast(.failed, another.message))) }
      if let first = options.store.traits.first {
        let rest = options.store.traits.count - 1
        let more =
          rest == 0
          ? Phrase("", "") : Phrase("（另有 \(rest) 点，tidu verify 列出）", " (\(rest) more: tidu verify lists them)")
        mailbox.post(.told(Toast(.refused, first.message + more)))
      }
      if let trouble = desk.viewsTrouble { mailbox.post(.told(Toast(.failed, trouble))) }
      for complaint in settings.complaints { mailbox.post(.told(Toast(.failed, complaint))) }
      var loop = HostLoop(
        terminal, model, settings, theme, desk, mailbox, tour, HostViewer.chosen(environment),
        HostEditor(environment, own: options.store.own?.path))
      await loop.run()
      desk.forgetCopies()
    } catch {
      // Where the characters are not UTF-8 only the English sentence is sure to be readable.
      if case .encoding = error { printError(error.en) }
      printError(options.language == .zh ? error.zh : error.en)
      plain(options, desk)
    }
  }

  private static func plain(_ options: Options, _ desk: EffectRunner) {
    var plain = HostPlain(Model(context(options, desk, .ascii, Size(99, 40))), desk, options.secret)
    plain.run()
  }

  private static func context(_ options: Options, _ desk: EffectRunner, _ glyphs: Glyphs, _ size: Size) -> Context {
    Context(
      language: options.language, glyphs: glyphs, size: size, today: desk.today,
      session: desk.session,
      views: desk.views, isPassing: options.isPassing)
  }

  private static func printError(_ sentence: String) {
    FileHandle.standardError.write(Data((sentence + "\n").utf8))
  }

  private static func crashNote(_ language: Language) -> String {
    Phrase(
      "\n梯度因自身的错误停止了。已确认的都已存盘，重新打开即可继续；请把上面的文字交给维护人员。\n",
      "\ntidu was stopped by an error of its own. What was confirmed is on disk; open it again to go on, and give the lines above to whoever maintains it.\n"
    )(language)
  }
}
