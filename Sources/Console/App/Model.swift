/// The console as a value: what is shown follows from it alone.
public struct Model: Sendable {
  public internal(set) var context: Context
  /// The Overview at the bottom; the last one is shown.
  public internal(set) var screens: [any Screen]
  var dialog: OpenDialog?
  var picker: CommandPicker?
  var toast: Toast?
  /// What waits for the passphrase of the officer's key.
  var pending: Effect?

  struct OpenDialog: Sendable {
    var dialog: Dialog
    /// When it opened: what was typed before is not for it.
    var openedAt: Int
    var top = 0
    /// What was asked for to show what the answer leads to, and what came of it.
    var wanted: Effect?
    var preview: String?
    /// First line of the preview shown.
    var previewTop = 0
  }

  /// Milliseconds for which a dialog that has opened takes no key.
  static let deafness = 300
  /// Less than this is no screen.
  public static let least = Size(60, 16)

  public init(_ context: Context) {
    self.context = context
    screens = [OverviewScreen()]
  }

  /// What to ask of the program before the first key.
  public mutating func start() -> [Effect] { [.loadSummaries] }

  /// Index of the screen shown; there always is one.
  var last: Int { screens.count - 1 }
  var top: any Screen { screens[last] }
}
