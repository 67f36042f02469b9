package import Casework
package import StrictJSON

/// What an officer asks to be done, as a screen states it.
package struct ActIntent: Sendable, Hashable {
  package var action: Action
  /// Files of this computer, by the field that is to name them by their hash.
  package var files: [String: String]
  /// Files of this computer to be added to those that the act lists: photographs and papers of a visit.
  package var attached: [String] = []
  /// What was before him: what of it has changed meanwhile is refused.
  package var seen: [String]
  /// Codes of questions that he has answered: it is done all the same.
  package var yes: Set<String> = []

  package init(_ action: Action, files: [String: String] = [:], seen: [String] = []) {
    self.action = action
    self.files = files
    self.seen = seen
  }

  package init(_ name: ActName, _ fields: JSONValue = [:], seen: [String] = []) {
    self.init(Action(name, fields), seen: seen)
  }
}

/// What is asked to be done, and in which folder.
package struct FolderIntent: Sendable, Hashable {
  package var folder: String
  package var intent: ActIntent

  package init(_ folder: String, _ intent: ActIntent) {
    self.folder = folder
    self.intent = intent
  }
}
