internal import Casework

extension Act {
  /// The fields as a person writes them, `outcome=pass|refuse [justification=TEXT]`: in brackets what may be left out;
  /// what only the program states is not among them.
  var usage: String {
    fields.filter(\.isStated).map { field in
      let word = "\(field.name)=\(field.form)"
      return field.isOptional || field.isWorkedOut ? "[\(word)]" : word
    }.joined(separator: " ")
  }
}

extension Field {
  /// How a value of it is written.
  fileprivate var form: String {
    switch entry {
    case .kept: FieldType.text.form
    case .many(.defects): DefectCode.allCases.map(\.rawValue).joined(separator: ",")
    case .one(.codes(let codes)) where type == .word([]): (codes + ["WORD"]).joined(separator: "|")
    case .one(.offered(.answers)): "\(type.form)|\(CodedWords.none)"
    default: type.form
    }
  }
}
