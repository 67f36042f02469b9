/// A screen worth a picture, and the keys that lead to it from the one before.
struct Scene {
  let name: String
  let keys: [Step]

  enum Step {
    case type(String)
    /// What must be on the screen before going on, in Chinese and English.
    case see(String, String)
  }

  static let all: [Scene] = [
    Scene(name: "overview", keys: [.see("专精特新", "Specialized")]),
  ]
}
