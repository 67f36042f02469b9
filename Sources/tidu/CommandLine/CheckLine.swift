internal import Console
internal import ScoringCore
internal import StrictJSON

/// A text from a file or a name of one, made safe for a terminal, whole: nothing is cut in silence.
/// - Parameter limit: for what an error says of a file: what is beyond it is left out, and marked so.
func shown(_ text: String, limit: Int = .max) -> String {
  SafeText.clean(text, limit: limit) + (text.unicodeScalars.dropFirst(limit).isEmpty ? "" : "…")
}

/// What `tidu check` says of one document, for a program and for a person.
struct CheckLine {
  var file: String
  /// Line of the file on which the document begins, less one.
  var linesBefore = 0
  var errors: [ApplicationError] = []
  /// What a machine noticed; of a document in order.
  var findings: [Finding] = []

  /// `{"file","ok":true,"findings":[…]}`, or with `"errors":[{"kind","path","line","column","message"}]`.
  func write(to writer: inout JSONWriter, in language: Language) {
    writer.beginObject()
    writer.text("file", file)
    writer.flag("ok", errors.isEmpty)
    writer.array("errors", errors) { error, writer in
      let line = error.place.line + linesBefore
      writer.problem(error.kind, error.place.path, line, error.place.column, error.message(language))
    }
    if errors.isEmpty { writer.findings(findings, language) }
    writer.endObject()
    writer.newline()
  }

  /// `file:line:column: path: what is wrong and what to do`, a line an error; of a file in order what was noticed.
  func text(in language: Language) -> String {
    guard !errors.isEmpty else {
      return
        (["\(shown(file)): " + Phrase("无误", "ok")(language)]
        + findings.map { "  \($0.line(language))" }).joined(separator: "\n")
    }
    return errors.map { error in
      let path = error.place.path.isEmpty ? "" : shown(error.place.path) + ": "
      return
        "\(shown(file)):\(error.place.line + linesBefore):\(error.place.column): \(path)\(shown(error.message(language)))"
    }.joined(separator: "\n")
  }
}

extension CommandError {
  /// The line of a file that could not be opened, so that a program finds a line for every file it named: what is not
  /// there to be read is no well-formed document.
  func write(to writer: inout JSONWriter, file: String) {
    writer.beginObject()
    writer.text("file", file)
    writer.flag("ok", false)
    writer.key("errors")
    writer.beginArray()
    writer.problem(.syntax, "", 1, 1, sentence)
    writer.endArray()
    writer.endObject()
    writer.newline()
  }
}

extension JSONWriter {
  /// `{"kind","path","line","column","message"}`.
  fileprivate mutating func problem(
    _ kind: ApplicationProblem.Kind, _ path: String, _ line: Int, _ column: Int, _ message: String
  ) {
    beginObject()
    text("kind", kind.rawValue)
    text("path", path)
    number("line", line)
    number("column", column)
    text("message", message)
    endObject()
  }
}
