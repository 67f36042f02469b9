internal import CaseStore
internal import Casework
internal import Office

/// Makes requests of what is typed, or read a line at a time.
struct ActReader {
  private var folders: FolderResolver

  init(_ store: Store) { folders = FolderResolver(store) }

  mutating func folder(_ place: String) throws -> String { try folders.folder(place) }

  /// The request that words, a body and a file amount to.
  mutating func request(_ line: ActLine) throws -> ActRequest {
    let folder = try folders.folder(line.place)
    guard let kind = Kind.named(line.kind), kind.name != "found", kind.name != "receive" else {
      throw OfficeError.noSuchAct(line.kind)
    }
    let known = folders
    var words = FieldWords(kind, fields: line.fields) { try known.event($0, in: folder) }
    for word in line.words { try words.read(word) }
    var request = ActRequest(folder, kind.name, words.fields, files: words.files)
    if let file = line.application {
      let bytes = try InputFile.contents(file)
      request.files = [Store.hash(of: bytes): bytes]
    }
    return request
  }
}
