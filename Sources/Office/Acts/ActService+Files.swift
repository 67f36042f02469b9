internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// What stands before an act's signature: abbreviations, what has changed, what is filled in, and the files that it names
/// by their hash.
extension ActService {
  /// The act completed, with every requirement that it does not meet, and the files to be kept once it meets all.
  func prepare(_ request: ActRequest, _ situation: inout Situation) throws(OfficeError) -> PreparedAct {
    situation.unread += request.unread
    // What is lacking may be in what could not be read.
    let others = ActQuestion.allCases.filter { $0 != .unread }.map(\.rawValue)
    let unread = situation.confirmed(
      request.action, yes: request.yes.union(others), known: request.knownUnread
    ).unmet
    let changes = situation.changes(since: request.seen)
    guard changes.isEmpty else { return PreparedAct(action: request.action, unmet: unread + changes) }
    var prepared: PreparedAct
    do throws(OfficeError) {
      prepared = PreparedAct(action: try resolved(request.action.withoutBlanks, in: situation))
    } catch {
      guard unread.isEmpty else { throw .unmet(unread) }
      throw error
    }
    try read(request, &prepared, &situation)
    if prepared.action.name == .approve, let event = situation.proposal(of: situation.complete(prepared.action)) {
      try withStore { () throws(StoreError) in try store.requireSettings(of: event) }
    }
    try write(letterOf: &prepared, in: situation)
    if let key = situation.file?.key {
      for file in prepared.action.name.act.documents(prepared.action, in: situation) {
        situation.documentsOnDisk[file] = store.documentOnDisk(key, file)
      }
    }
    (prepared.action, prepared.unmet) = situation.prepare(prepared.action)
    if let trouble = Self.trouble(situation, prepared.unmet) { throw .store(trouble) }
    guard prepared.unmet.isEmpty else {
      prepared.unmet = unread + prepared.unmet
      return prepared
    }
    (prepared.action, prepared.unmet) = situation.confirmed(
      prepared.action, yes: request.yes, known: request.knownUnread)
    return prepared
  }

  /// Why requirements are not met where the registry is not whole: who may do what, and whether a case was received, cannot
  /// be told; `nil` where they are met, or the registry has no part in it.
  private static func trouble(_ situation: Situation, _ unmet: [UnmetRequirement]) -> StoreError? {
    guard !unmet.isEmpty, let file = situation.officers.incomplete.first else { return nil }
    let why = file.sentence
    return StoreError(
      .damaged, file.name,
      Phrase(
        "登记册不完整，职责和收件无从认定：\(why.zh)。补齐之前不能办理：\(unmet[0].message.zh)",
        "The registry is not whole, and neither roles nor receipts can be told: \(why.en). Until then: \(unmet[0].message.en)"
      ))
  }

  /// Takes the files of a request: a text that is sealed or kept, and a file of this computer, by the field that names it.
  private func read(
    _ request: ActRequest, _ prepared: inout PreparedAct, _ situation: inout Situation
  ) throws(OfficeError) {
    var named: Set<String> = []
    for field in request.action.name.act.fields where field.isInBody {
      guard let text = prepared.action.fields[field.name]?.string, !text.isEmpty else { continue }
      let isText = field.entry == .sealed || field.entry == .kept
      guard let bytes = request.files[text] ?? (isText ? Array(text.utf8) : nil) else { continue }
      named.insert(text)
      if field.entry == .sealed, bytes.isEmpty { throw .unmet([.missing(field)]) }
      let keeping = try keeping(field, bytes, prepared.action, &situation)
      prepared.files.append((field.name, bytes, keeping))
      prepared.action.state(field.name, .string(Store.hash(of: bytes)))
    }
    for (hash, bytes) in request.files where !named.contains(hash) { prepared.files.append((nil, bytes, .keep)) }
  }

  private func keeping(
    _ field: Field, _ bytes: [UInt8], _ action: Action, _ situation: inout Situation
  ) throws(OfficeError) -> PreparedAct.Keeping {
    switch (action.name, field.entry) {
    case (_, .sealed): return .seal
    case (.resubmit, _), (.amend, _):
      guard let file = situation.file else { throw .unmet([.wrongFolder]) }
      do throws(ApplicationErrors) {
        situation.nextRevision = try ApplicationReader(standard: file.standard).read(bytes)
      } catch {
        let message = error.errors.first?.message ?? Phrase("无法读取", "Not readable")
        throw .store(StoreError(.badInput, situation.folder, message))
      }
      return .revision(file.nextNumber)
    case (.settings, _):
      let what = action.fields["what"]?.string ?? "settings"
      let authority = action.fields["authority"]?.string ?? ""
      try withStore { () throws(StoreError) in try store.checkSettings(what, bytes, authority: authority) }
      return .settings(authority)
    default: return .keep
    }
  }

  /// The letter that goes out with an act.
  private func write(letterOf prepared: inout PreparedAct, in situation: Situation) throws(OfficeError) {
    let whole = situation.complete(prepared.action)
    guard let file = situation.file, let letter = whole.name.act.letter(whole) else { return }
    let model = file.letter(letter.code, for: letter.isOfThis ? whole : nil, today: today)
    let text = try withStore { () throws(StoreError) in
      try store.letter(model, authority: file.key.authority, on: today, language: letters).text
    }
    let bytes = Array(text.utf8)
    prepared.files.append((letter.field, bytes, .keep))
    prepared.action.state(letter.field, .string(Store.hash(of: bytes)))
  }

  /// Keeps the files of an act, and names them in it.
  func keep(_ prepared: PreparedAct, in situation: Situation) throws(StoreError) -> Action {
    var action = prepared.action
    for (field, bytes, keeping) in prepared.files {
      switch keeping {
      case .keep: _ = try store.keep(bytes, in: situation.folder)
      case .seal:
        let hash = try store.seal(bytes, to: situation.openers.map(\.seal), in: situation.folder)
        if let field { action.state(field, .string(hash)) }
      case .revision(let number):
        if let key = situation.file?.key { try store.keepRevision(bytes, number: number, of: key) }
      case .settings(let authority): try store.keepSettings(bytes, authority: authority)
      }
    }
    if action.name == .end, action.fields["cut"] == nil, let of = action.fields["of"]?.string,
      let cutoff = try store.keepCutoff(of: of)
    {
      action.state("cut", cutoff)
    }
    return action
  }

  // MARK: abbreviations

  /// Events named by their first digits, whole: of the folder, of the case's round, or of the registry.
  private func resolved(_ action: Action, in situation: Situation) throws(OfficeError) -> Action {
    var action = action
    for field in action.name.act.fields where field.type == .id {
      guard let text = action.fields[field.name]?.string, Self.isAbbreviated(text) else { continue }
      action.state(field.name, .string(try event(text, in: situation)))
    }
    return action
  }

  private static func isAbbreviated(_ text: String) -> Bool {
    (6..<64).contains(text.utf8.count) && text.allSatisfy(\.isHexDigit)
  }

  private func event(_ digits: String, in situation: Situation) throws(OfficeError) -> String {
    let here = situation.history?.entries.map(\.id) ?? []
    if let found = try Self.only(digits, here) { return found }
    if let key = CaseKey(path: situation.folder) {
      let round = "rounds/\(key.authority)/\(key.batch)"
      let listed = try withStore { () throws(StoreError) in try store.history(round).entries.map(\.id) }
      if let found = try Self.only(digits, listed) { return found }
    }
    if let found = try Self.only(digits, situation.officers.entries.map(\.id)) { return found }
    throw .noSuchEvent(digits)
  }

  private static func only(_ digits: String, _ ids: [String]) throws(OfficeError) -> String? {
    let found = ids.filter { $0.hasPrefix(digits) }
    if found.count > 1 { throw .severalEvents(digits) }
    return found.first
  }
}
