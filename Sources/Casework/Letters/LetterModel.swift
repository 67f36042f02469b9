package import ScoringCore

/// What a letter or list is made from 文书 (Letters §1): values for the placeholders of a template that the office can
/// edit.
package struct LetterModel: Sendable, Hashable {
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case `return`, refusal
    case noticeList = "notice-list"
    case forwardingList = "recommendation-list"
    case recognitionList = "recognition-list"
    case recognition, cancellation

    /// Those of several cases; the others are about one.
    package static let lists: [Code] = [.noticeList, .forwardingList, .recognitionList]
    package var isList: Bool { Self.lists.contains(self) }

    package var name: Phrase {
      switch self {
      case .return: Phrase("补正通知书", "Return for correction")
      case .refusal: Phrase("不予认定通知书", "Refusal")
      case .noticeList: Phrase("公示名单", "Notice list")
      case .forwardingList: Phrase("推荐名单", "Recommendation list")
      case .recognitionList: Phrase("认定名单", "Recognition list")
      case .recognition: Phrase("认定通知书", "Recognition")
      case .cancellation: Phrase("取消称号通知书", "Cancellation")
      }
    }
  }

  package var code: Code
  /// By placeholder: `enterprise`, `creditCode`, `due` … Text from files is in them: escape it for the form written.
  package var values: [String: Phrase]
  /// Repeated parts by name: `reasons`, `cases`; each a list of values.
  package var rows: [String: [[String: Phrase]]]

  package init(code: Code, values: [String: Phrase], rows: [String: [[String: Phrase]]]) {
    self.code = code
    self.values = values
    self.rows = rows
  }

  package subscript(placeholder: LetterPlaceholder) -> Phrase {
    get { values[placeholder.rawValue] ?? .empty }
    set { values[placeholder.rawValue] = newValue }
  }

  /// A batch as papers call it.
  package static func batchName(_ batch: String) -> Phrase { LetterWords.batch(batch) }

  /// The same with the number that the paper bears 文号; blank text is none.
  package func numbered(_ number: String?) -> LetterModel {
    guard let number, !number.allSatisfy(\.isWhitespace) else { return self }
    var model = self
    model[code.isList ? .document : .documentNumber] = .plain(number)
    return model
  }
}
