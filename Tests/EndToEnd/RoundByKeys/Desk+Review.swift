import TerminalModel
import Testing

/// What a reviewer does with a case.
extension Desk {
  /// Marks every paper that is not settled yet as in order.
  func settlePapers() throws {
    func count(_ screen: TerminalModel) throws -> (settled: Int, asked: Int) {
      let found = try #require(try /材料 (\d+)\/(\d+)/.firstMatch(in: screen.lines[1])?.output)
      return (try #require(Int(found.1)), try #require(Int(found.2)))
    }
    var (settled, asked) = try count(screen)
    while settled < asked {
      // Each by its own press: a key that comes again too soon was held down, and says so.
      session.pty.settle(milliseconds: 120)
      let before = settled
      func isSettled(_ screen: TerminalModel) -> Bool { ((try? count(screen))?.settled ?? 0) > before }
      type(["y"])
      try session.pty.wait(for: "more than \(before) documents settled") {
        isSettled($0) || ["没有附件，仍记为齐备吗", "按住不放或按得太快"].contains(where: $0.text.contains)
      }
      if screen.text.contains("没有附件，仍记为齐备吗") {
        session.pty.settle(milliseconds: 400)
        type(["Enter"])
        try session.pty.wait(for: "more than \(before) documents settled", until: isSettled)
      }
      (settled, asked) = try count(screen)
    }
  }

  /// Looks through a case and proposes what the rules say: every paper in order, facts accepted as declared, conditions
  /// that the rules leave open found to be met.
  func review(_ id: String) throws {
    try open(id, .materials)
    try settlePapers()
    try session.ask("t", shows: "不予通过的理由")
    while screen.text.contains("未定的条件") {
      try session.press("Esc")
      try session.pty.wait(for: "the case again") { !$0.text.contains("不予通过的理由") }
      try act("J", "判断", "1", "Tab", "已核对有关材料")
      try session.ask("t", shows: "不予通过的理由")
    }
    let fails = screen.text.contains("测算结果 不符")
    type([fails ? "2" : "1", "Tab", fails ? "未达标准" : "", "Tab", "Tab", "*"])
    try session.record("Enter", "审核意见")
  }

  /// Sends a case back with two coded reasons.
  func sendBack(_ id: String) throws {
    try open(id)
    try act("r", "退回补正", "2", "5", "Tab", "请提交上年度的审计报告")
  }

  /// Takes in the application as the enterprise has corrected it.
  func takeIn(_ id: String, _ file: String) throws {
    try open(id)
    try command("resubmit", "收补正件", file)
  }
}
