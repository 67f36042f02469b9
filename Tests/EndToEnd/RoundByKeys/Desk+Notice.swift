import TerminalModel
import Testing

/// The notice, what is objected to it, and what comes after.
extension Desk {
  func lodge(_ id: String) throws {
    try open(id, .objections)
    try act("n", "登记异议", "该企业申报的从业人数与实际不符", "Tab", "示例单位，联系人某")
  }

  /// Works an objection from the copy that others may read to the answer that the objector is told.
  func answerObjection(_ id: String, upheld: Bool) throws {
    try open(id, .objections)
    try act("e", "隐去身份", "有人反映从业人数不符")
    try act("k", "告知受理")
    try act("i", "调查", "1", "Tab", "企业已书面说明")
    try act("w", "答复", upheld ? "1" : "3", "Tab", "经核查社保记录")
    try act("T", "告知结果")
  }

  /// Notes what the ministry has decided.
  func ministry(_ id: String, recognised: Bool) throws {
    try open(id)
    try command("ministry", "公布结果", recognised ? "1" : "2", "Tab", "工信部公告（示例）")
  }

  /// Sends the letter that the case calls for and that is still a draft.
  func sendLetter(_ id: String) throws {
    try open(id, .letters)
    // Below those on file, of which a case has few.
    type(["End"])
    try act("n", "发出文书")
  }

  /// Opens a title from the register and does what a digit says.
  func title(of enterprise: String, _ digit: String, _ act: String, _ answers: String...) throws {
    try session.command("go.titles", shows: "到期复核中")
    type(["/", enterprise, "Enter"])
    try session.pty.wait(for: "one title") { $0.lines.contains { $0.contains(" 1 / 1 ") && $0.contains(enterprise) } }
    type(["Enter"])
    repeat {
      try session.pty.wait(for: "the title") { Self.showsTitle($0) }
      session.pty.settle()
    } while !Self.showsTitle(screen)
    try session.ask(digit, shows: "Enter " + act)
    type(answers)
    try session.record("Enter", act)
  }

  /// Whether a title is there and has been read.
  private static func showsTitle(_ screen: TerminalModel) -> Bool {
    screen.text.contains("可办的事") && screen.text.contains("经过") && !screen.text.contains("正在读入")
  }
}
