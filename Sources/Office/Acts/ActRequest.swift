package import Casework
package import StrictJSON

/// What somebody asks to be done: by a key of the console, a command, or the demonstration.
package struct ActRequest: Sendable {
  /// `cases/…`, `titles/…`, `rounds/…` or `registry`.
  package var folder: String
  /// Kind of the event.
  package var kind: String
  /// What the officer stated; the rest is worked out.
  package var fields: JSONValue
  /// Contents of the files that `fields` name by their hash, by that hash.
  package var files: [String: [UInt8]] = [:]

  /// An act of a kind in a folder, with what is stated of it.
  package init(_ folder: String, _ kind: String, _ fields: JSONValue = [:], files: [String: [UInt8]] = [:]) {
    self.folder = folder
    self.kind = kind
    self.fields = fields
    self.files = files
  }

  /// The case it is about; `nil` elsewhere.
  package var key: CaseKey? { CaseKey(path: folder) }

  /// The same with a field set, or taken away.
  package func setting(_ name: String, _ value: JSONValue?) -> ActRequest {
    var other = self
    let rest = (fields.members ?? []).filter { $0.key != name }
    other.fields = .object(value.map { rest + [.init(name, $0)] } ?? rest)
    return other
  }

  /// Fields that may be given as a text, which is sealed to the objection officers and named by its hash.
  package static func sealed(_ kind: String) -> [String] { kind == "lodge" ? ["text", "identity"] : [] }

  /// Fields that may be given as a text, which is kept in the folder and named by its hash.
  package static func kept(_ kind: String) -> [String] { kind == "redact" ? ["copy"] : [] }
}
