package import Casework
package import ScoringCore

/// A paper that the screen or a command asks for 打印: what, of which case, and where it goes.
package struct PrintRequest: Sendable, Hashable {
  /// What can be printed.
  package enum Sheet: Sendable, Hashable {
    /// As it would go out today.
    case letter(LetterModel.Code)
    /// On file, by the hash of its text: as it went out.
    case filed(String)
    /// The newest list that has the case, as it was published.
    case list
    /// Of the case's round and tier; of renames, of its office.
    case summary(ListLayout.Code)
    case scoreCard, firstCheck, visit, archive
  }

  package enum Form: String, Sendable, Hashable, CaseIterable {
    case html, text, csv

    package var name: Phrase {
      switch self {
      case .html: Phrase("网页（打印）", "page to print")
      case .text: Phrase("文本", "text")
      case .csv: Phrase("表格（CSV）", "table (CSV)")
      }
    }
  }

  package var sheet: Sheet
  package var key: CaseKey
  /// 文号; `nil` prints none.
  package var number: String?
  package var form = Form.html
  /// A file of this computer; `nil` is the officer's own folder, shown at once.
  package var file: String?

  package init(_ sheet: Sheet, of key: CaseKey, number: String? = nil, form: Form = .html, file: String? = nil) {
    self.sheet = sheet
    self.key = key
    self.number = number
    self.form = form
    self.file = file
  }
}

extension PrintRequest.Sheet {
  /// Lists and summaries of a round.
  package static let ofRound: [Self] =
    [.list] + [ListLayout.Code.recommendation, .reviewSummary, .renameSummary].map { .summary($0) }
  /// Forms of one case.
  package static let ofCase: [Self] = [.scoreCard, .firstCheck, .visit, .archive]

  /// As commands name it.
  package var code: String {
    switch self {
    case .letter(let code): code.rawValue
    case .filed(let hash): "filed:" + hash
    case .list: "list"
    case .summary(let layout): layout.rawValue
    case .scoreCard: ListLayout.Code.scoreCard.rawValue
    case .firstCheck: ListLayout.Code.firstCheck.rawValue
    case .visit: "visit"
    case .archive: "archive"
    }
  }

  package init?(_ code: String) {
    if let letter = LetterModel.Code(rawValue: code), !letter.isList {
      self = .letter(letter)
    } else if code.hasPrefix("filed:") {
      self = .filed(String(code.dropFirst("filed:".count)))
    } else if let known = (Self.ofRound + Self.ofCase).first(where: { $0.code == code }) {
      self = known
    } else {
      return nil
    }
  }

  package var name: Phrase {
    switch self {
    case .letter(let code): code.name
    case .filed: Phrase("存档的文书", "A letter on file")
    case .list: Phrase("名单（公示、认定、推荐）", "List as published")
    case .summary(.reviewSummary): Phrase("复核情况汇总表", "Summary of reviews")
    case .summary(.renameSummary): Phrase("简单更名汇总表", "Summary of renames")
    case .summary: Phrase("推荐汇总表", "Summary of recommendations")
    case .scoreCard: Phrase("打分表", "Score card")
    case .firstCheck: Phrase("初核推荐表", "First check")
    case .visit: Phrase("抽查记录表", "Sheet of the visit")
    case .archive: Phrase("归档件（全部）", "The whole case")
    }
  }

  /// Whether a number of the paper 文号 has a place on it.
  package var isNumbered: Bool {
    switch self {
    case .letter, .filed, .list: true
    default: false
    }
  }

  /// In which forms there is one.
  package var forms: [PrintRequest.Form] {
    switch self {
    case .letter, .filed: [.html, .text]
    case .list: [.html, .text, .csv]
    case .summary: [.html, .csv]
    case .scoreCard, .firstCheck, .visit, .archive: [.html]
    }
  }
}
