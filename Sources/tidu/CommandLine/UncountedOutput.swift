internal import Casework
internal import ScoringCore
internal import StrictJSON

extension Output {
  /// Names what does not count on standard error, what is missing or cannot be read first.
  static func tell(_ files: [UncountedFile]) {
    for file in files.filter({ !$0.kind.isWhole }) + files.filter(\.kind.isWhole) {
      printError(shown(file.sentence(OutputLanguage.language)))
    }
  }

  /// The same as a last line of NDJSON, `{"incomplete":[…],"uncounted":[…]}`; none where all counts.
  static func writeLast(_ files: [UncountedFile]) {
    guard !files.isEmpty else { return }
    var json = JSONWriter()
    json.beginObject()
    json.whole("incomplete", files.filter { !$0.kind.isWhole }) { $1.uncounted($0) }
    json.whole("uncounted", files) { $1.uncounted($0) }
    json.endObject()
    json.newline()
    write(json.bytes)
  }
}

extension JSONWriter {
  /// A file that does not count as what its name says.
  mutating func uncounted(_ file: UncountedFile) {
    beginObject()
    text("file", file.name)
    text("kind", file.kind.rawValue)
    text("code", file.unmet.code)
    text("message", file.unmet.message(OutputLanguage.language))
    endObject()
  }
}
