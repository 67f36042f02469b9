internal import Casework
internal import Office

extension Kind {
  /// The fields as a person writes them, `outcome=pass|refuse [justification=TEXT]`: in brackets what may be left out
  /// because the program works it out; what only the program knows is not among them.
  var usage: String {
    fields.filter { !Self.onlyProgram.contains($0.name) }.map { field in
      let isLeftOut = field.isOptional || Self.workedOut[name]?.contains(field.name) == true
      let word = "\(field.name)=\(isText(field) ? FieldType.text.form : field.type.form)"
      return isLeftOut ? "[\(word)]" : word
    }.joined(separator: " ")
  }

  /// Whether a field that holds a hash is given as the text itself.
  private func isText(_ field: Field) -> Bool {
    ActRequest.sealed(name).contains(field.name) || ActRequest.kept(name).contains(field.name)
  }

  private static let onlyProgram: Set<String> = [
    "noConflict", "declared", "calendar", "settings", "assessment", "flags", "revision", "against",
  ]

  private static let workedOut: [String: Set<String>] = [
    "assign": ["to"], "conflict": ["officer"], "verify": ["value"], "check": ["defects"],
    "return": ["due", "days", "letter"], "resubmit": ["application"], "recommend": ["outcome", "accepted", "reasons"],
    "sign": ["of", "next"], "challenge": ["of"], "plan": ["visit"], "finding": ["visit", "files"],
    "closeVisit": ["visit"], "cosign": ["of"], "enterNotice": ["first", "last", "length", "kind", "firstCounted"],
    "redact": ["of"], "acknowledge": ["of"], "told": ["of"], "investigate": ["of", "files"], "answer": ["of"],
    "decide": ["announced", "until"], "letter": ["file", "to"], "undo": ["of"], "settle": ["question"],
    "endTitle": ["of", "tiers"], "heard": ["files"],
  ]
}
