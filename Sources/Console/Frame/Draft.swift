package import ScoringCore

/// What an officer has begun to write in a form and not sent: it outlives the form, and the program.
package struct Draft: Sendable, Hashable {
  /// The form that it belongs to, and no other.
  package struct Slot: Sendable, Hashable {
    /// The case's or title's folder, or the name of another screen.
    package var place: String
    /// The dialog's id.
    package var dialog: String
    /// What the cursor stated of the act, as canonical JSON.
    package var about: String

    package init(place: String, dialog: String, about: String) {
      self.place = place
      self.dialog = dialog
      self.about = about
    }
  }

  /// What stood in a field.
  package struct Answer: Sendable, Hashable {
    package var text: String
    package var codes: [String]
    /// It leaves this computer sealed, and is kept sealed.
    package var isSealed: Bool

    package init(text: String, codes: [String], isSealed: Bool = false) {
      self.text = text
      self.codes = codes
      self.isSealed = isSealed
    }
  }

  package var slot: Slot
  /// The form, and what it is about, as the list of drafts names them.
  package var title: Phrase
  package var name: String
  /// Day and minute, as the list shows them.
  package var at: String
  /// By field; those that are sealed are missing while `isLocked`.
  package var answers: [String: Answer]
  /// Some fields are sealed and have not been opened with the officer's key.
  package var isLocked: Bool

  package init(
    _ slot: Slot, title: Phrase, name: String, at: String = "", answers: [String: Answer], isLocked: Bool = false
  ) {
    self.slot = slot
    self.title = title
    self.name = name
    self.at = at
    self.answers = answers
    self.isLocked = isLocked
  }
}

extension Form {
  /// What stands in its fields; passphrases are never among it.
  var answers: [String: Draft.Answer] {
    Dictionary(
      fields.filter { !$0.isSecret }.map { field in
        (field.id, Draft.Answer(text: field.editor.text, codes: field.codes, isSealed: field.isSealed))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The field whose text may be handed to an editor: one of several lines that is not sealed.
  var editable: Field? {
    guard fields.indices.contains(focus), fields[focus].keepsLines, !fields[focus].isSealed else { return nil }
    return fields[focus]
  }

  /// Puts a text in place of what stood in a field; one that is too long stays out, and is said to.
  mutating func replace(_ id: String, _ text: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    var empty = fields[index].editor
    empty.set("")
    fields[index].error = empty.lacksRoom(for: text)
    guard fields[index].error == nil else { return }
    fields[index].error = empty.leavesOut(of: text)
    empty.insert(text)
    fields[index].editor = empty
  }

  /// Puts back what stood in its fields; of a list, what can still be chosen.
  mutating func restore(_ answers: [String: Draft.Answer]) {
    for index in fields.indices {
      guard let answer = answers[fields[index].id] else { continue }
      if fields[index].isList {
        let open = fields[index].options.filter { $0.whyNot == nil }.map(\.code)
        fields[index].codes = open.filter(answer.codes.contains)
      } else {
        fields[index].editor.set(answer.text)
        fields[index].proposed = nil
        fields[index].isUntouched = true
      }
    }
    focus = fields.firstIndex { $0.isRequired && $0.isEmpty } ?? 0
  }
}
