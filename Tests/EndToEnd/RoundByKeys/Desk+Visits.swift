import TerminalModel
import Testing

/// The draw and the visits that follow from it.
extension Desk {
  /// Freezes the plan of a province's draw.
  func plan(_ province: Province, count: Int) throws {
    try list(province.word + " 待抽签", count: count)
    try session.command("draw.plan", shows: "种子取自")
    type(["福利彩票双色球 2026-04-14 开奖号"])
    try session.press("Enter", shows: "方案已冻结")
  }

  /// Enters the seed that the planner did not know.
  func draw(_ province: Province, count: Int, seed: String) throws {
    try list(province.word + " 待抽签", count: count)
    try session.command("draw.seed", shows: "种子来源：福利彩票")
    type([seed])
    try session.press("Enter", shows: "已抽签")
  }

  /// Who planned is not asked for a seed.
  func mayNotDraw(_ province: Province, count: Int) throws {
    try list(province.word + " 待抽签", count: count)
    try session.press(":")
    try session.pty.wait(for: "the palette") { $0.cursorVisible }
    type(["draw.seed", "Enter"])
    try session.pty.wait(for: "种子须由制定方案以外的人录入")
  }

  /// Draws two officers for every case drawn, for today; who goes where.
  func sendOfficers(_ province: Province, count: Int) throws -> [Visit] {
    try list(province.word + " 抽查", count: count)
    try session.command("draw.officers", shows: "抽查日期")
    // Names are shown; those of this office have the id in them.
    let visits = screen.lines.compactMap { line -> Visit? in
      guard let id = line.firstMatch(of: /\d{6}-2026-[A-Z]{2}-\d{6}/)?.output else { return nil }
      let officers = line.matches(of: /visitor-[a-z]-\d\d/).map { String($0.output) }
      return officers.count == 2 ? Visit(id: String(id), officers: officers) : nil
    }
    try session.press("Enter", shows: "已派员：\(visits.count) 件")
    return visits
  }

  /// On site, and back at the office: the first item is as declared, or the first number is another.
  func visit(_ id: String, differs: Bool) throws {
    try open(id, .spotCheck)
    if differs {
      try findAnotherNumber()
    } else {
      try session.press("1", shows: "已记 1/")
    }
    try act("c", "办结", differs ? "2" : "1", "Tab", "行政负责人")
  }

  /// Where the item under the cursor is no number its form says so and stays open: the next one may be. A number ten
  /// times the declared one is asked about.
  private func findAnotherNumber() throws {
    for _ in 0..<40 {
      try session.ask("2", shows: "现场核实数")
      type(["999", "Tab", "现场所见不同", "Enter"])
      try session.pty.wait(for: "the finding") {
        ["已记录：记录 ", "不是这一项的值", "相差 10 倍以上"].contains(where: $0.text.contains)
      }
      if screen.text.contains("相差 10 倍以上") {
        session.pty.settle(milliseconds: 400)
        try session.press("Enter", shows: "已记录：记录 ")
      }
      if screen.text.contains("已记录：记录 ") { return }
      try session.press("Esc")
      try session.pty.wait(for: "the form to close") { !$0.text.contains("不是这一项的值") }
      try session.press("Down")
    }
    Issue.record("no item of the visit is a number:\n\(screen.text)")
  }

  /// The other officer agrees to what the first has written.
  func coSignVisit(_ id: String) throws {
    try open(id, .spotCheck)
    try act("v", "会签")
  }
}

/// A case that was drawn, and who goes there.
struct Visit {
  let id: String
  let officers: [String]
}
