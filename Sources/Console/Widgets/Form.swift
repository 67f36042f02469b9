public import ScoringCore

/// A short list of questions, answered from the keyboard: what every action that needs more than a key is asked with.
public struct Form: Sendable {
  public struct Option: Sendable, Hashable {
    public var code: String
    public var name: Phrase
    /// Not to be chosen now, and why.
    public var whyNot: Phrase?

    public init(_ code: String, _ name: Phrase, whyNot: Phrase? = nil) {
      self.code = code
      self.name = name
      self.whyNot = whyNot
    }
  }

  public enum Kind: Sendable, Hashable {
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

  public struct Field: Sendable {
    public var id: String
    public var label: Phrase
    public var kind: Kind
    public var isRequired: Bool
    /// Printed beside the field while it is edited.
    public var hint: Phrase?
    /// What follows from the text as it stands, printed after a short field: the day that a number of days leads to.
    public var leadsTo: (@Sendable (String) -> Phrase?)?
    public internal(set) var editor: LineEditor
    /// Codes chosen, in the list's order.
    public internal(set) var codes: [String]
    /// Where the cursor is in the list.
    var row: Int
    public internal(set) var error: Phrase?

    public init(
      _ id: String, _ label: Phrase, _ kind: Kind, required: Bool = true, text: String = "",
      codes: [String] = [], hint: Phrase? = nil
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      isRequired = required
      self.hint = hint
      var limit = 40
      if case .text(let most) = kind { limit = most }
      if case .secret = kind { limit = 400 }
      editor = LineEditor(text, limit: limit)
      self.codes = codes
      row = 0
      if let first = codes.first, let index = options.firstIndex(where: { $0.code == first }) {
        row = index
      }
    }

    public var options: [Option] {
      switch kind {
      case .one(let options), .many(let options): options
      default: []
      }
    }

    public var isList: Bool {
      switch kind {
      case .one, .many: true
      default: false
      }
    }

    public var isWhole: Bool { if case .whole = kind { true } else { false } }

    public var isEmpty: Bool { isList ? codes.isEmpty : editor.isEmpty }
  }

  public var fields: [Field]
  /// Index of the field being edited; `fields.count` is never reached.
  public internal(set) var focus: Int
  /// Checks what concerns several fields; the errors by field id.
  public var check: (@Sendable (Form) -> [String: Phrase])?

  public init(_ fields: [Field], check: (@Sendable (Form) -> [String: Phrase])? = nil) {
    self.fields = fields
    focus = fields.firstIndex { $0.isRequired && $0.isEmpty } ?? 0
    self.check = check
  }

  public func text(_ id: String) -> String {
    fields.first { $0.id == id }?.editor.text ?? ""
  }
  public func codes(_ id: String) -> [String] { fields.first { $0.id == id }?.codes ?? [] }
  public func code(_ id: String) -> String? { codes(id).first }
  public func day(_ id: String) -> Day? { Day(text(id)) }
  public func whole(_ id: String) -> Int? { Int(text(id)) }
}
