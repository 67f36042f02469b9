import Casework
import ScoringCore
import StrictJSON

/// A file that an event names by its hash.
struct NamedFile: Hashable {
  /// Where it lies.
  enum Place: Hashable {
    /// The event's own folder, or as the paper of an application there.
    case folder
    /// `sealed/`.
    case sealed
    /// `settings/`.
    case settings
  }
  var sha: String
  var place: Place
  var label: Phrase
}

extension Event {
  /// Every file that it names and that should be in the store: by the types of its fields, so that an act of tomorrow is
  /// no other case. Applications, and what an erasure or an export names, are not among them.
  var namedFiles: [NamedFile] {
    guard let act, act != .erase, act != .export else { return [] }
    return act.act.bodyFields.flatMap { field in body[field.name].map { files(in: $0, field.type, field) } ?? [] }
  }

  /// What is no file of the store: the rules, calendar and settings that were gone by are remembered by their hash, and
  /// a key is no file.
  private static let others: Set<String> = ["application", "calendar", "settings", "digest", "sign", "seal"]

  private func files(in value: JSONValue, _ type: FieldType, _ field: Field) -> [NamedFile] {
    switch type {
    case .sha:
      guard !Self.others.contains(field.name), let sha = value.string, Hexadecimal.isDigest(sha) else { return [] }
      let place: NamedFile.Place =
        act == .settings ? .settings : field.entry == .sealed || field.name == "sealed" ? .sealed : .folder
      return [NamedFile(sha: sha, place: place, label: field.label)]
    case .list(let inner): return (value.array ?? []).flatMap { files(in: $0, inner, field) }
    case .object(let fields):
      return fields.flatMap { inner in value[inner.name].map { files(in: $0, inner.type, inner) } ?? [] }
    default: return []
    }
  }

  /// Whether it names a file of this hash, in whatever field.
  func namesFile(_ sha: String) -> Bool { Self.holds(body, sha) }

  private static func holds(_ value: JSONValue, _ text: String) -> Bool {
    switch value {
    case .string(let found): found == text
    case .array(let items): items.contains { holds($0, text) }
    case .object(let members): members.contains { holds($0.value, text) }
    default: false
    }
  }

  /// Hash of the application that it brings.
  var application: String? {
    [.receive, .resubmit, .amend].contains(act) ? body["application"]?.string : nil
  }
}
