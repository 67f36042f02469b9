internal import ScoringCore
internal import StrictJSON

extension Finding {
  /// As a line of text has it: its kind, then what was noticed.
  func line(_ language: Language) -> String { "\(kind.name(language))  \(shown(message(language)))" }
}

extension JSONWriter {
  /// `"findings":[{"kind","path","message","paths"}]`: `path` is the field in doubt, `null` where it is none of the
  /// application's; `paths` are all that it rests on.
  mutating func findings(_ findings: [Finding], _ language: Language) {
    whole("findings", findings) { finding, json in
      json.beginObject()
      json.text("kind", finding.kind.rawValue)
      json.key("path")
      if let path = finding.path { json.string(path) } else { json.null() }
      json.text("message", finding.message(language))
      json.list("paths", finding.paths)
      json.endObject()
    }
  }
}
