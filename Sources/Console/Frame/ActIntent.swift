public import Casework
public import StrictJSON

/// What an officer asks to be done, as a screen states it.
public struct ActIntent: Sendable, Hashable {
  public var action: Action
  /// Files of this computer, by the field that is to name them by their hash.
  public var files: [String: String]
  /// What was before him: what of it has changed meanwhile is refused.
  public var seen: [String]

  public init(_ action: Action, files: [String: String] = [:], seen: [String] = []) {
    self.action = action
    self.files = files
    self.seen = seen
  }

  public init(_ name: ActName, _ fields: JSONValue = [:], seen: [String] = []) {
    self.init(Action(name, fields), seen: seen)
  }
}
