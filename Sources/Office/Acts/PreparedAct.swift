internal import Casework
internal import StrictJSON

/// An act ready to be signed, but for the files that it names.
struct PreparedAct {
  /// What becomes of a file.
  enum Keeping {
    case keep, seal
    /// The next revision of the case's application, by its number.
    case revision(Int)
    /// A settings file of an authority.
    case settings(String)
  }

  var action: Action
  var unmet: [UnmetRequirement] = []
  /// Contents, by the field that names each by its hash; `nil` for one that a list names.
  var files: [(field: String?, bytes: [UInt8], keeping: Keeping)] = []

  /// What the program filled in and what decides something.
  func filled(_ request: ActRequest, in place: Situation) -> [FieldText] {
    action.name.act.fields.filter { field in
      field.decides && request.action.fields[field.name] == nil && field.isInBody
    }.compactMap { field in
      action.fields[field.name].map { place.text(of: field, $0) }
    }
  }
}
