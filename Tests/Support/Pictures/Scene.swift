/// A screen worth a picture, and the keys that lead to it from the one before.
struct Scene {
  let name: String
  let steps: [Step]

  enum Step {
    case type(String)
    /// What must be on the screen before going on, in Chinese and English.
    case see(String, String)
    /// Text to type, in Chinese and English.
    case say(String, String)
    /// A dialog takes no key typed ahead of it.
    case rest
  }

  private static let enter = "\r"
  private static let escape = "\u{1B}"
  private static let down = "\u{1B}[B"
  private static let right = "\u{1B}[C"
  private static let tab = "\t"
  private static let decides = Step.see("起决定作用的指标", "What decides")

  /// Goes to a place by its digit in the menu.
  private static func go(_ digit: String) -> [Step] {
    [.type("g"), .see("前往", "Go to"), .type(digit)]
  }

  /// Goes to a place that the menu gives no digit, by its name.
  private static func go(_ zh: String, _ en: String) -> [Step] {
    [.type("g"), .see("前往", "Go to"), .say(zh, en), .see(zh, en), .type(enter)]
  }

  /// Opens the first case of the queue shown, at a part of it. A queue of visits or objections opens that part itself.
  private static func open(part: Int = 0) -> [Step] {
    [.see("天数", "Days"), .type(enter), .see("右栏", "Right column")] + Array(repeating: .type(tab), count: part)
  }

  /// In the order they are taken, each going on from where the one before it ended.
  static let all: [Scene] = standard + casework + office

  private static let standard: [Scene] = [
    Scene(name: "overview", steps: [.see("换一块", "Next block"), .see("上次退出以来", "Since")]),
    Scene(name: "help", steps: [.type("?"), .see("帮助：这里能做的事", "Help: what can be done here")]),
    Scene(
      name: "queue",
      steps: [
        .type(escape), .see("换一块", "Next block"), .type(down), .type(enter), .see("天数", "Days"),
        .type(down), .type(down),
      ]),
    Scene(name: "filter", steps: [.type("/"), .type("结论:未定"), .type(enter)]),
    Scene(name: "palette", steps: [.type(":"), .see("命令", "Commands")]),
    Scene(name: "breakdown", steps: [.type(escape), .type(enter), decides]),
    Scene(name: "breakdown-tier", steps: [.type(right)]),
    Scene(name: "explanation", steps: [.type(enter)]),
    Scene(name: "missing", steps: [.type(escape), .type("w")]),
    Scene(name: "rules", steps: [.type(escape), .type("R")]),
    Scene(
      name: "compare",
      steps: go("2") + [.see("天数", "Days"), .type(" "), .type(" "), .type("="), .see("得分", "Score")]),
  ]

  private static let casework: [Scene] = [
    Scene(name: "materials", steps: go("3") + open(part: 1) + [.see("齐备", "In order")]),
    Scene(name: "return", steps: [.type("r"), .see("补正通知书", "补正通知书"), .rest, .type("1")]),
    // The fourth paper is the proof of social insurance, which states a number of employees.
    Scene(name: "verify", steps: [.type(escape), .type(down + down + down), .type("m"), .see("取消", "Cancel")]),
    Scene(name: "recommend", steps: [.type(escape), .type("t"), .see("意见", "Proposal")]),
    Scene(name: "sign", steps: [.type(escape)] + go("7") + open() + [.type("s"), .see("下一步", "Next")]),
    Scene(
      name: "spot-check",
      steps: [.type(escape)] + go("8") + [.see("天数", "Days"), .type(enter), .see("未能查见", "not seen")]),
    Scene(
      name: "objections",
      steps: go("异议", "Objections") + [.see("天数", "Days"), .type(enter), .see("密封", "sealed")]),
    Scene(name: "lodge", steps: [.type("n"), .see("收到日期", "Day of arrival")]),
    Scene(name: "timeline", steps: [.type(escape)] + go("5") + open(part: 4) + [.see("收件", "Received")]),
    Scene(name: "letters", steps: [.type(tab), .see("补正通知书", "Return for correction")]),
    Scene(
      name: "bulk",
      steps: go("4") + [
        .see("天数", "Days"), .type("   "), .type("b"), .see("选中的 3 件", "the 3 selected"), .rest, .type(enter),
      ]
        + [.see("可执行", "can be done")]),
  ]

  private static let office: [Scene] = [
    Scene(name: "titles", steps: [.type(escape)] + go("称号", "Titles") + [.see("到期事项", "Falls due")]),
    Scene(name: "title", steps: [.type(enter), .see("信用代码", "Credit code")]),
    Scene(name: "officers", steps: go("人员", "Officers") + [.see("待批准", "To approve")]),
    Scene(name: "summary", steps: go("汇总", "Summary") + [.see("得分分布", "Scores")]),
    Scene(
      name: "crossing",
      steps: [
        .type("e"), .rest, .type("2"), .type(enter), .see("转符合", "To meet"), .type(down), .rest, .type(tab), .rest,
      ]),
    Scene(
      name: "findings",
      steps: [.type(escape)] + go("2") + [
        .see("天数", "Days"), .type("/"), .say("提示:unconfirmed", "finding:unconfirmed"), .type(enter), .rest,
      ]),
    Scene(name: "unconfirmed", steps: [.type(enter), .see("右栏", "Right column"), .type("!"), .rest]),
  ]
}
