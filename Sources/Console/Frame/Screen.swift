package import ScoringCore

/// One screen of the stack: a value with its state, its commands, its update and its view.
///
/// The app draws the first line (`crumbs`, `status`), the toast and the last line (the commands' keys); a screen draws
/// between. It sees keys that no command of its scopes takes, pasted text, the mouse and every other message.
package protocol Screen: Sendable {
  /// The scopes whose commands can be given here, nearest first; `everywhere` is added by the app.
  var scopes: [Command.Scope] { get }
  /// What drafts of its forms belong to: the folder acted in, or its name.
  var draftPlace: String { get }
  /// Where am I: shown on the first line, joined by the crumb mark.
  func crumbs(_ context: Context) -> [String]
  /// At the right end of the first line.
  func status(_ context: Context) -> String
  /// True while letters are text: no command is taken from character keys.
  var isTyping: Bool { get }
  func availability(_ command: Command.ID, _ context: Context) -> Availability
  /// Does what a command of its scopes says. Only called when it is available.
  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step]
  /// Anything else that arrives: keys left over, paste, mouse (in the screen's own coordinates as drawn), data.
  mutating func receive(_ message: Message, _ context: Context) -> [Step]
  /// What to ask for so that a dialog shows what its answer will lead to, as its form stands; `nil` where there is nothing.
  func preview(_ dialog: String, _ form: Form, _ context: Context) -> Effect?
  /// The answer to a dialog this screen opened.
  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step]
  /// What comes next in what is shown, first in the last line: the command, or in words where it is not for this officer.
  func nextStep(_ context: Context) -> NextStep?
  /// Draws into `area`; sets the grid's caret while a text is edited.
  func draw(_ grid: inout Grid, in area: Rect, _ context: Context)
}

extension Screen {
  package var isTyping: Bool { false }
  package var draftPlace: String { String(describing: Self.self) }
  package func status(_ context: Context) -> String { "" }
  package func availability(_ command: Command.ID, _ context: Context) -> Availability { .yes }
  package mutating func receive(_ message: Message, _ context: Context) -> [Step] { [] }
  package func preview(_ dialog: String, _ form: Form, _ context: Context) -> Effect? { nil }
  package mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] { [] }
  package func nextStep(_ context: Context) -> NextStep? { nil }
}

/// What comes next 下一步.
package enum NextStep: Sendable {
  case command(Command.ID)
  /// For others.
  case awaited(Phrase)
}

/// What a screen asks of the app.
package enum Step: Sendable {
  case push(any Screen)
  case replace(any Screen)
  case back
  /// Back to the Overview.
  case home
  case toast(Toast)
  case ask(Dialog)
  case run(Command.ID)
  case effect(Effect)
}
