internal import Console
internal import ScoringCore
internal import StrictJSON

/// A text from a file or a name of one, made safe for a terminal.
func shown(_ text: String) -> String {
  SafeText.clean(text)
}

/// What `tidu check` says of one document, for a program and for a person.
struct CheckLine {
  var file: String
  /// Line of the file on which the document begins, less one.
  var linesBefore = 0
  var errors: [ApplicationError] = []

  /// `{"file","ok":true}`, or with `"errors":[{"kind","path","line","column","message"}]`.
  func write(to writer: inout JSONWriter, in language: Language) {
    writer.beginObject()
    writer.key("file")
    writer.string(file)
    writer.key("ok")
    writer.bool(errors.isEmpty)
    if !errors.isEmpty {
      writer.key("errors")
      writer.beginArray()
      for error in errors {
        writer.beginObject()
        writer.key("kind")
        writer.string(error.kind.rawValue)
        writer.key("path")
        writer.string(error.place.path)
        writer.key("line")
        writer.integer(error.place.line + linesBefore)
        writer.key("column")
        writer.integer(error.place.column)
        writer.key("message")
        writer.string(error.message(language))
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
    writer.newline()
  }

  /// `file:line:column: path: what is wrong and what to do`, a line an error.
  func text(in language: Language) -> String {
    guard !errors.isEmpty else { return "\(shown(file)): " + Phrase("无误", "ok")(language) }
    return errors.map { error in
      let path = error.place.path.isEmpty ? "" : shown(error.place.path) + ": "
      return
        "\(shown(file)):\(error.place.line + linesBefore):\(error.place.column): \(path)\(shown(error.message(language)))"
    }.joined(separator: "\n")
  }
}
