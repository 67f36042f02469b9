public import Casework
public import ScoringCore

/// The fields of an event in full: what the timeline, `tidu show` and the page for the archive print of it.
public struct RecordText: Sendable, Hashable {
  /// A field by its label, and its value line by line; both safe to draw, nothing cut.
  public struct Field: Sendable, Hashable {
    public var name: String
    public var label: String
    public var lines: [String]
  }

  public var fields: [Field]

  public init(_ record: [FieldText], _ language: Language) {
    fields = record.map { field in
      Field(
        name: field.name, label: SafeText.clean(field.label(language), limit: .max),
        lines: Self.lines(field.text(language)))
    }
  }

  /// Each field on a line of its own; further lines of its value stand indented under it.
  public var lines: [String] {
    fields.flatMap { field in
      ["\(field.label)  \(field.lines.first ?? "")"] + field.lines.dropFirst().map { "  " + $0 }
    }
  }

  /// The lines of a text as they were written, made safe.
  public static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { SafeText.clean(String($0), limit: .max) }
  }
}
