import TerminalModel
import Testing

/// An officer at the console: keys in, text out.
///
/// What an officer does for many cases or for one is a method; each waits until the screen says that it is done.
final class Desk {
  let session: ConsoleSession

  init(_ session: ConsoleSession) { self.session = session }

  var screen: TerminalModel { session.screen }

  /// Types keys, by their names, and texts.
  func type(_ keys: [String]) { session.pty.type(keys.map(Keyboard.bytes).joined()) }

  /// Presses the key of an act, answers its dialog, and waits until the act is on file.
  /// - Parameter act: what Enter does in its dialog, and how it is recorded.
  func act(_ key: String, _ act: String, _ answers: String...) throws {
    try session.ask(key, shows: "Enter " + act)
    type(answers)
    try session.record("Enter", act)
  }

  /// The same of an act that has no key: from the palette.
  func command(_ command: String, _ act: String, _ answers: String...) throws {
    try session.command("act." + command, shows: "Enter " + act)
    type(answers)
    try session.record("Enter", act)
  }

  /// Gives the answer to an act's dialog for which it must be refused.
  func refuses(_ command: String, _ act: String, _ answers: String..., says sentence: String) throws {
    try session.command("act." + command, shows: "Enter " + act)
    type(answers)
    try session.press("Enter", shows: sentence)
  }

  /// Goes on with the form that was refused, which stays as it was left.
  func goesOn(_ act: String, _ answers: String...) throws {
    session.pty.settle(milliseconds: 400)
    type(answers)
    try session.record("Enter", act)
  }

  // MARK: Many cases

  /// Lists cases in the queue, and waits until all of them are there: those that changed elsewhere come a moment later.
  func list(_ filter: String, count: Int) throws {
    type(["F4"])
    try session.pty.wait(for: "an empty filter") { !$0.lines[0].contains(filter) }
    type([filter, "Enter"])
    try session.pty.wait(for: "\(count) of \(filter)") {
      !$0.cursorVisible && $0.lines[0].contains(filter) && $0.lines.contains { $0.contains(" 1 / \(count) ") }
    }
  }

  /// Acts that are done for a whole list, by their digit in the menu.
  enum Bulk: String {
    case take = "1"
    case sign = "5"
    case enterNotice = "6"
    case closeNotice = "7"
    case decide = "8"
    case forward = "9"
  }

  /// Does one act for all that a filter lists and that permit it; gives how many were done and how many not.
  func all(
    _ filter: String, count: Int, _ act: Bulk, _ answers: [String] = []
  ) throws -> (done: Int, refused: Int) {
    try list(filter, count: count)
    type(["A"])
    try session.ask("b", shows: "对选中的 \(count) 件")
    type([act.rawValue])
    if !answers.isEmpty {
      try session.ask("Enter", shows: "Enter 预览")
      type(answers)
    }
    try session.ask("Enter", shows: "可执行")
    let counts = try #require(try /可执行 (\d+) 件，不可 (\d+) 件/.firstMatch(in: screen.text)?.output)
    let (done, refused) = (try #require(Int(counts.1)), try #require(Int(counts.2)))
    try session.press("Enter", shows: act == .take ? "已领取 \(done) 件" : "已办 \(done) 件")
    return (done, refused)
  }

  // MARK: One case

  /// Finds a case by its id and opens it at one of its parts.
  func open(_ id: String, _ part: Part = .breakdown) throws {
    type(["F4"])
    if screen.lines[0].contains(id) {
      // It looks the same when it is opened again: the queue has to be seen in between.
      try session.pty.wait(for: "the queue") { !$0.lines[0].contains(id) }
    }
    type([id, "Enter", "Enter"])
    repeat {
      try session.pty.wait(for: "\(id) open") { Self.shows(id, $0) }
      // A screen comes in pieces, and the case before looks much the same.
      session.pty.settle()
    } while !Self.shows(id, screen)
    guard part != .breakdown else { return }
    type(Array(repeating: "Tab", count: part.rawValue))
    try session.pty.wait(for: "another part") { !$0.text.contains(Self.breakdownColumn) }
    session.pty.settle()
  }

  /// Whether the breakdown of a case is there: its papers are counted once it has been read.
  private static func shows(_ id: String, _ screen: TerminalModel) -> Bool {
    screen.lines[0].contains(" \(id) ›") && screen.lines[1].contains(/材料 \d+\/\d+/)
      && screen.text.contains(breakdownColumn)
  }

  /// Stands over the breakdown alone.
  private static let breakdownColumn = "距上一档"

  /// The parts of a case in the order of the tab line.
  enum Part: Int { case breakdown, materials, objections, spotCheck, timeline, letters }
}
