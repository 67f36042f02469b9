internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// Does the acts of the console on cases, and reads each case again.
struct HostActs {
  let store: Store
  let today: Day
  let clock: HostClock
  let keyring: HostKeyring
  let passphrase: PassphraseSource
  /// Of what is said where no letter is; letters themselves are Chinese.
  let language: Language
  /// Whose hand it is; nobody's where it is only looked at.
  let officer: String?

  private var acts: ActService { ActService(store: store, today: today) }

  var opener: CaseOpener { CaseOpener(store: store, today: today) }

  /// Does one act and tells what came of it.
  func perform(_ key: CaseKey, _ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) {
    do throws(OfficeError) {
      try act(key, kind, fields)
      if let file = try opener.file(key) {
        var opened = opener.opened(file)
        if kind == "view", let sealed = fields["sealed"]?.string { opened.texts[sealed] = try unsealed(sealed) }
        post(.opened(key, opened))
      }
      if let row = try refresh(key) { post(.changed([row], gone: [])) }
      post(.told(Self.recorded(kind)))
    } catch {
      post(.told(toast(error)))
    }
  }

  /// The row of a case as it is now.
  func refresh(_ key: CaseKey) throws(OfficeError) -> CaseSummary? {
    try withStore { () throws(StoreError) in try store.refresh(key, try store.standard(on: today)) }
  }

  private func unsealed(_ hash: String) throws(OfficeError) -> String? {
    let key = try own()
    return try withStore { () throws(StoreError) in
      try store.unseal(hash, with: key).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// What is said when an act is on file.
  static func recorded(_ kind: String) -> Toast {
    Toast(.done, Phrase("已记录：", "Recorded: ") + ActionWords.kind(kind))
  }

  /// The key of this computer's officer.
  func own() throws(OfficeError) -> OfficerKey {
    try withStore { () throws(StoreError) in try keyring.key(of: officer, store, passphrase) }
  }

  /// Signs and writes an act.
  private func act(_ key: CaseKey, _ kind: String, _ fields: JSONValue) throws(OfficeError) {
    let officer = try own()
    guard let listed = ListedAct(kind, fields) else {
      try write(try named(key.path, kind, fields), by: officer)
      return
    }
    // A list never holds a case that cannot be entered.
    let foreseen = ActRequest(key.path, kind, listed.entry(in: RoundLists.foreseen))
    let unmet = try foresee(foreseen, by: officer.officer)
    guard unmet.isEmpty else { throw .unmet(unmet) }
    let list = try lists(of: key).write(listed, [key], by: officer, at: clock.now)
    try write(try named(key.path, kind, listed.entry(in: list.id)), by: officer)
  }

  /// Writes an act, now.
  @discardableResult
  func write(_ request: ActRequest, by officer: OfficerKey) throws(OfficeError) -> Event {
    try acts.perform(request, by: officer, at: clock.now)
  }

  /// What stands in the way of an act.
  func foresee(_ request: ActRequest, by officer: String) throws(OfficeError) -> [Unmet] {
    try acts.foresee(request, by: officer).unmet
  }

  /// The lists of the round of a case.
  func lists(of key: CaseKey) -> RoundLists {
    RoundLists(acts: acts, round: RoundFolder(store: store, authority: key.authority, batch: key.batch))
  }

  /// The request of an act whose dialog names a file of this computer by its path: the field that names it by its hash.
  func named(_ folder: String, _ kind: String, _ fields: JSONValue) throws(OfficeError) -> ActRequest {
    var request = ActRequest(folder, kind, fields)
    guard let path = fields["path"]?.string, let field = Self.filed[kind] else { return request }
    let bytes = try contents(path)
    request.files = [Store.hash(of: bytes): bytes]
    return request.setting("path", nil).setting(field, .string(Store.hash(of: bytes)))
  }

  private static let filed = [
    "settings": "file", "registerTitle": "source", "withdraw": "paper", "resubmit": "application",
  ]

  /// A file that the officer named, of his own computer.
  private func contents(_ path: String) throws(OfficeError) -> [UInt8] {
    // The console's own input is no file.
    guard path != "-" else { throw .store(StoreError(.badInput, path, Phrase("请给出文件名", "name a file"))) }
    do throws(MappedFile.Trouble) { return try MappedFile.contents(path) } catch {
      throw .store(StoreError(.badInput, path, error.message(path)))
    }
  }

  /// What is said of an act that was not done.
  func toast(_ error: OfficeError) -> Toast {
    if case .unmet = error { Toast(.refused, error.message) } else { Toast(.failed, error.message) }
  }
}

extension Phrase {
  static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(a.zh + b.zh, a.en + b.en) }
}
