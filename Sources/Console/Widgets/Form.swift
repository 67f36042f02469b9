package import ScoringCore

/// A short list of questions, answered from the keyboard: what every action that needs more than a key is asked with.
package struct Form: Sendable {
  package struct Option: Sendable, Hashable {
    package var code: String
    package var name: Phrase
    /// Not to be chosen now, and why.
    package var whyNot: Phrase?

    package init(_ code: String, _ name: Phrase, whyNot: Phrase? = nil) {
      self.code = code
      self.name = name
      self.whyNot = whyNot
    }
  }

  package enum Kind: Sendable, Hashable {
    /// Free text of at most so many characters.
    case text(limit: Int)
    /// A civil day `YYYY-MM-DD`, in the bounds given.
    case day(earliest: Day?, latest: Day?)
    /// A whole number in the range.
    case whole(ClosedRange<Int>)
    /// A decimal number with at most so many places; the unit is printed after it.
    case decimal(places: Int, unit: Phrase)
    /// A passphrase: it is never drawn.
    case secret
    /// One of a list.
    case one([Option])
    /// Any of a list.
    case many([Option])
  }

  package struct Field: Sendable {
    package var id: String
    package var label: Phrase
    package var kind: Kind
    package var isRequired: Bool
    /// Printed beside the field while it is edited.
    package var hint: Phrase?
    /// What follows from the text as it stands, printed after a short field: the day that a number of days leads to.
    package var leadsTo: (@Sendable (String) -> Phrase?)?
    package internal(set) var editor: LineEditor
    /// Codes chosen, in the list's order.
    package internal(set) var codes: [String]
    /// Where the cursor is in the list.
    var row: Int
    package internal(set) var error: Phrase?

    package init(
      _ id: String, _ label: Phrase, _ kind: Kind, required: Bool = true, text: String = "",
      codes: [String] = [], hint: Phrase? = nil
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      isRequired = required
      self.hint = hint
      var limit = 40
      if case .text(let maximum) = kind { limit = maximum }
      if case .secret = kind { limit = 400 }
      editor = LineEditor(text, limit: limit)
      self.codes = codes
      row = 0
      if let first = codes.first, let index = options.firstIndex(where: { $0.code == first }) {
        row = index
      }
    }

    package var options: [Option] {
      switch kind {
      case .one(let options), .many(let options): options
      default: []
      }
    }

    package var isList: Bool {
      switch kind {
      case .one, .many: true
      default: false
      }
    }

    package var isWhole: Bool { if case .whole = kind { true } else { false } }

    /// Nothing is stated: nothing chosen, or nothing written but white space, which only a passphrase may be.
    package var isEmpty: Bool {
      switch kind {
      case .one, .many: codes.isEmpty
      case .secret: editor.isEmpty
      default: editor.text.allSatisfy(\.isWhitespace)
      }
    }
  }

  package var fields: [Field]
  /// Index of the field being edited; `fields.count` is never reached.
  package internal(set) var focus: Int
  /// Checks what concerns several fields; the errors by field id.
  package var check: (@Sendable (Form) -> [String: Phrase])?

  package init(_ fields: [Field], check: (@Sendable (Form) -> [String: Phrase])? = nil) {
    self.fields = fields
    focus = fields.firstIndex { $0.isRequired && $0.isEmpty } ?? 0
    self.check = check
  }

  package func text(_ id: String) -> String {
    fields.first { $0.id == id }?.editor.text ?? ""
  }
  package func codes(_ id: String) -> [String] { fields.first { $0.id == id }?.codes ?? [] }
  package func code(_ id: String) -> String? { codes(id).first }
  package func day(_ id: String) -> Day? { Day(text(id)) }
  package func whole(_ id: String) -> Int? { Int(text(id)) }
}
