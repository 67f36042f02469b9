/// A screen worth a picture, and the keys that lead to it from the one before.
struct Scene {
  let name: String
  let steps: [Step]

  enum Step {
    case type(String)
    /// What must be on the screen before going on, in Chinese and English.
    case see(String, String)
  }

  private static let enter = "\r"
  private static let escape = "\u{1B}"
  private static let down = "\u{1B}[B"
  private static let right = "\u{1B}[C"
  private static let f6 = "\u{1B}[17~"

  /// In the order they are taken, each going on from where the one before it ended.
  static let all: [Scene] = [
    Scene(name: "overview", steps: [.see("层级/地市", "Tiers/cities")]),
    Scene(name: "help", steps: [.type("?"), .see("帮助：这里能做的事", "Help: what can be done here")]),
    Scene(
      name: "queue",
      steps: [
        .type(escape), .see("层级/地市", "Tiers/cities"), .type(down), .type(enter), .see("天数", "Days"),
        .type(down),
        .type(down),
      ]),
    Scene(name: "filter", steps: [.type("/"), .type("结论:未定"), .type(enter)]),
    Scene(name: "palette", steps: [.type(":"), .see("命令", "Commands")]),
    Scene(name: "breakdown", steps: [.type(escape), .type(enter), .see("决定结论的", "What decides")]),
    Scene(name: "breakdown-tier", steps: [.type(right)]),
    Scene(name: "explanation", steps: [.type(enter)]),
    Scene(name: "missing", steps: [.type(escape), .type("w")]),
    Scene(name: "rules", steps: [.type(escape), .type("R")]),
  ]
}
