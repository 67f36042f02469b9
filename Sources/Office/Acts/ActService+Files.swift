internal import CaseStore
internal import Casework
internal import StrictJSON

/// The files that an act names by their hash: kept, sealed, or written as a letter before the event.
extension ActService {
  func writesFiles(_ request: ActRequest) -> Bool {
    !request.files.isEmpty || ["lodge", "redact", "return", "letter", "end"].contains(request.kind)
  }

  /// The request with texts and letters replaced by their hashes; the files are there when `isKept`.
  func named(_ request: ActRequest, isKept: Bool) throws(StoreError) -> ActRequest {
    var request = request
    func keep(_ bytes: [UInt8]?) throws(StoreError) -> JSONValue? {
      guard let bytes else { return nil }
      return .string(isKept ? try store.keep(bytes, in: request.folder) : Store.hash(of: bytes))
    }
    let sealed = ActRequest.sealed(request.kind)
    for name in sealed {
      guard let bytes = content(of: name, request), !bytes.isEmpty else { continue }
      request = request.setting(
        name, .string(isKept ? try store.seal(bytes, to: try sealingKeys()) : Store.hash(of: bytes)))
    }
    for name in ActRequest.kept(request.kind) {
      guard let bytes = content(of: name, request) else { continue }
      request = request.setting(name, try keep(bytes))
    }
    if request.kind == "approve", request.fields["of"] == nil {
      request = request.setting("of", try store.officers().awaiting.last.map { .string($0.id) })
    }
    if request.kind == "end", isKept, request.fields["cut"] == nil, let of = request.fields["of"]?.string {
      request = request.setting("cut", try store.keepCut(of: of))
    }
    if sealed.isEmpty, isKept { for bytes in request.files.values { _ = try store.keep(bytes, in: request.folder) } }
    switch request.kind {
    case "lodge": return request.setting("against", .string(request.folder))
    case "return": return request.setting("letter", try keep(letter(request)))
    case "letter" where request.fields["file"] == nil: return request.setting("file", try keep(letter(request)))
    case "investigate" where request.fields["files"] == nil, "heard" where request.fields["files"] == nil:
      return request.setting("files", [])
    default: return request
    }
  }

  /// What a field that holds a hash was given as: a file's content, or the text itself.
  private func content(of name: String, _ request: ActRequest) -> [UInt8]? {
    guard let text = request.fields[name]?.string else { return nil }
    return request.files[text] ?? Array(text.utf8)
  }

  /// The letter that goes out with a return, or that a `letter` puts on file.
  private func letter(_ request: ActRequest) throws(StoreError) -> [UInt8]? {
    guard let key = request.key, let file = try caseFile(key) else { return nil }
    let code = request.kind == "return" ? request.kind : request.fields["code"]?.string ?? ""
    guard let code = LetterModel.Code(rawValue: code) else { return nil }
    let about = request.kind == "return" ? Action(request.kind, request.fields) : nil
    let model = file.letter(code, for: about.map { file.complete($0, by: "", today: today) }, today: today)
    return Array(try store.letter(model, authority: key.authority, on: today, language: letters).text.utf8)
  }

  /// Public sealing keys of the officers who may open what is sealed.
  private func sealingKeys() throws(StoreError) -> [String] {
    let registry = try store.officers()
    return registry.entries.filter(\.verdict.isValid).compactMap { entry in
      let body = entry.event.body
      guard let officer = body["officer"]?.string, registry.now.holdsAnywhere(officer, [.objection]) else { return nil }
      return entry.event.kind == "key" ? body["seal"]?.string : body["key"]?["seal"]?.string
    }
  }

  /// What an event leads to beside itself: an erasure that a second officer agreed to deletes the files.
  func follow(_ event: Event) throws(StoreError) {
    guard event.kind == "erase", event.body["of"] != nil else { return }
    let hashes = (event.body["files"]?.array ?? []).compactMap(\.string)
    try store.erase(hashes, in: "sealed")
    try store.erase(hashes, in: event.folder)
  }
}
