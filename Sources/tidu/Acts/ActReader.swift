internal import CaseStore
internal import Casework
internal import Office

/// Makes requests of what is typed, or read a line at a time.
struct ActReader {
  private let folders: FolderResolver

  init(_ store: Store) { folders = FolderResolver(store) }

  func folder(_ place: String) throws -> String { try folders.folder(place) }

  /// The request that words, a body and a file amount to.
  func request(_ line: ActLine) throws -> ActRequest {
    let folder = try folders.folder(line.place)
    guard let act = ActName(wire: line.act)?.act, act.name != .found, act.name != .receive else {
      throw OfficeError.noSuchAct(line.act)
    }
    var words = FieldWords(act, fields: line.fields, isTyped: line.isTyped)
    for word in line.words { try words.read(word) }
    if line.isTyped { words.ask() }
    if let file = line.application { try words.read("application=@" + file) }
    var request = ActRequest(folder, Action(act.name, words.fields), files: words.files)
    request.seen = line.seen
    if let wrong = ActQuestion.fault(of: line.yes) { throw CommandError(.usage, wrong) }
    request.yes = Set(line.yes)
    return request
  }
}
