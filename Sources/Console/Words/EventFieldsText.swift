package import Casework
package import ScoringCore

/// The fields of an event in full: what the timeline, `tidu show` and the page for the archive print of it.
package struct EventFieldsText: Sendable, Hashable {
  /// A field by its label, and its value line by line; both safe to draw, nothing cut.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var label: String
    package var lines: [String]
  }

  package var fields: [Field]

  package init(_ record: [FieldText], _ language: Language) {
    fields = record.map { field in
      Field(
        name: field.name, label: SafeText.clean(field.label(language), limit: .max),
        lines: Self.lines(field.text(language)))
    }
  }

  /// Each field on a line of its own; further lines of its value stand indented under it.
  package var lines: [String] {
    fields.flatMap { field in
      ["\(field.label)  \(field.lines.first ?? "")"] + field.lines.dropFirst().map { "  " + $0 }
    }
  }

  /// The lines of a text as they were written, made safe.
  package static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { SafeText.clean(String($0), limit: .max) }
  }
}
