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
    /// A line of text of at most so many characters.
    case text(limit: Int)
    /// Sentences and paragraphs, of at most so many characters.
    case lines(limit: Int)
    /// A civil day in the bounds given, written in any common way; one without a year is counted from `today`.
    case day(earliest: Day?, latest: Day?, today: Day)
    /// A whole number in the range.
    case whole(ClosedRange<Int>)
    /// A value with its unit, as whoever asks understands it (`Field.reads`).
    case value(unit: Phrase)
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
    /// What follows from what is stated and the day of today, printed after a short field: the day that a number of days
    /// leads to.
    package var leadsTo: (@Sendable (String, Day) -> Phrase?)?
    /// The text that the program has proposed; `nil` once the officer has touched it.
    var proposed: String?
    /// What a value is understood as, with its unit; `nil` for what is none.
    package var reads: (@Sendable (String) -> Phrase?)?
    /// It is sealed before it leaves: no other program gets it, and a draft of it is sealed as well.
    package var isSealed = false
    /// It stands as the program filled it in: the first character typed into a day, a number or a value replaces it.
    var isUntouched = false
    package internal(set) var editor: LineEditor
    /// Codes chosen, in the list's order.
    package internal(set) var codes: [String]
    /// Where the cursor is in the list.
    var row: Int
    /// Letters typed to find a row of the list, until another key.
    var sought = ""
    /// What was typed found no row: the next Enter does not take the one the cursor is on.
    var isMisread = false
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
      editor = LineEditor(text, limit: kind.limit, keepsLines: kind.keepsLines)
      proposed = text.isEmpty ? nil : text
      isUntouched = !text.isEmpty
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

    /// Its rows are chosen by digits as well; a long list of places is not, for digits are typed as codes there.
    package var isNumbered: Bool {
      isList && !options.contains { $0.code.utf8.count == 6 && $0.code.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    package var isWhole: Bool { if case .whole = kind { true } else { false } }
    package var isSecret: Bool { if case .secret = kind { true } else { false } }
    package var keepsLines: Bool { kind.keepsLines }

    /// What is stated: a day as files hold it, whatever way it was written; anything else as it was typed.
    package var stated: String {
      switch kind {
      case .day: day?.description ?? editor.text
      case .whole: Form.Field.whole(editor.text).map(String.init) ?? editor.text
      default: editor.text
      }
    }

    /// The day that is meant.
    var day: Day? {
      guard case .day(let earliest, let latest, let today) = kind else { return nil }
      let side: StatedDay.Side = latest == today ? .past : earliest == today ? .future : .either
      return StatedDay.day(editor.text, today: today, on: side)
    }

    static func whole(_ text: String) -> Int? { StatedNumber.decimal(text, in: .none).flatMap { Int($0) } }

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
  package func day(_ id: String) -> Day? { fields.first { $0.id == id }?.day }
  package func whole(_ id: String) -> Int? { Field.whole(text(id)) }
}

extension Form.Kind {
  /// The most characters of it.
  fileprivate var limit: Int {
    switch self {
    case .text(let limit), .lines(let limit): limit
    case .secret: 400
    default: 40
    }
  }

  fileprivate var keepsLines: Bool { if case .lines = self { true } else { false } }
}
