internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// The one way an act is done. What it names by hash is written first – texts that are sealed, copies, letters – then
/// what the program knows is filled in, and one signed event is written.
struct Acts {
  let store: Store
  let today: Day
  /// Language of the letters it writes; what goes out to enterprises is Chinese.
  var letters = Language.zh

  /// Does an act; without `moment` it is written now. Nothing is written where a requirement is not met.
  @discardableResult
  func perform(_ request: ActRequest, by key: OfficerKey, at moment: Moment = StoreAccess.now) throws(Refusal) -> Event
  {
    if request.kind == "resubmit" {
      return try store.resubmit(
        try application(of: request), on: try caseKey(of: request), by: key, try standard, today: today,
        at: moment)
    }
    if request.kind == "settings", let file = request.files.values.first {
      return try propose(request, file, by: key, at: moment)
    }
    if writesFiles(request) {
      let unmet = try foresee(request, by: key.officer).unmet
      guard unmet.isEmpty else { throw .unmet(unmet) }
    }
    let whole = try stored { () throws(StoreError) in try named(request, isKept: true) }
    let event = try store.perform(
      Action(whole.kind, whole.fields), in: whole.folder, by: key, try standard, today: today, at: moment)
    try stored { () throws(StoreError) in try follow(event) }
    return event
  }

  /// The act completed, and every requirement it does not meet. Nothing is written.
  func foresee(_ request: ActRequest, by officer: String) throws(Refusal) -> (action: Action, unmet: [Unmet]) {
    if request.kind == "resubmit", !request.files.isEmpty {
      return try store.foreseeResubmission(
        try application(of: request), on: try caseKey(of: request), by: officer, try standard, today: today)
    }
    return try stored { () throws(StoreError) in
      let whole = try named(request, isKept: false)
      return try store.foresee(
        Action(whole.kind, whole.fields), in: whole.folder, by: officer, try store.standard(on: today), today: today)
    }
  }

  /// The case with its events.
  func file(_ key: CaseKey) throws(StoreError) -> CaseFile? {
    try store.caseFile(key, try store.standard(on: today), today: today)
  }

  /// The standard with the overlays that offices have put in force by today.
  private var standard: Standard {
    get throws(Refusal) { try stored { () throws(StoreError) in try store.standard(on: today) } }
  }

  // MARK: files an act names

  private func writesFiles(_ request: ActRequest) -> Bool {
    !request.files.isEmpty || ["lodge", "redact", "return", "letter", "end"].contains(request.kind)
  }

  /// The request with texts and letters replaced by their hashes; the files are there when `isKept`.
  private func named(_ request: ActRequest, isKept: Bool) throws(StoreError) -> ActRequest {
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
    guard let key = request.key, let file = try file(key) else { return nil }
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
  private func follow(_ event: Event) throws(StoreError) {
    guard event.kind == "erase", event.body["of"] != nil else { return }
    let hashes = (event.body["files"]?.array ?? []).compactMap(\.string)
    try store.erase(hashes, in: "sealed")
    try store.erase(hashes, in: event.folder)
  }

  // MARK: settings and resubmission

  /// A settings file is checked and kept where settings are before it is proposed.
  private func propose(
    _ request: ActRequest, _ file: [UInt8], by key: OfficerKey, at moment: Moment
  ) throws(Refusal) -> Event {
    func text(_ name: String) throws(Refusal) -> String {
      guard let text = request.fields[name]?.string else { throw .unmet([.missing(name)]) }
      return text
    }
    guard let from = Day(try text("from")) else { throw .unmet([.missing("from")]) }
    return try store.propose(
      try text("what"), file, authority: try text("authority"), from: from, by: key, today: today, at: moment)
  }

  private func application(of request: ActRequest) throws(Refusal) -> [UInt8] {
    guard let bytes = request.files.values.first else {
      throw .store(
        StoreError(
          .badInput, request.folder,
          Phrase("更正后重报要给出新的申报文件", "A resubmission needs the new application's file")))
    }
    return bytes
  }

  private func caseKey(of request: ActRequest) throws(Refusal) -> CaseKey {
    guard let key = request.key else { throw .unmet([.wrongFolder]) }
    return key
  }

  private func stored<T>(_ work: () throws(StoreError) -> T) throws(Refusal) -> T {
    do throws(StoreError) { return try work() } catch { throw .store(error) }
  }
}

extension Unmet {
  static let wrongFolder = Unmet(
    .requirement, "wrongFolder", Phrase("这里没有这种办理", "There is no such act in this place"))
}
