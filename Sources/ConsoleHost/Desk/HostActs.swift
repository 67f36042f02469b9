internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// Does the acts of the console, and tells what became of their places.
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
  /// Files of the registry that he was asked about while the console is open.
  let asked: AskedOnce

  private var acts: ActService { ActService(store: store, today: today) }

  var opener: CaseOpener { CaseOpener(store: store, today: today) }

  /// Does one act on a case and tells what came of it.
  func perform(_ key: CaseKey, _ intent: ActIntent, _ post: (Message) -> Void) {
    do throws(OfficeError) {
      let done = try write(try request(key.path, intent))
      if let file = done.situation.file {
        var opened = opener.opened(file)
        if done.event.act == .view, let sealed = done.event.body["sealed"]?.string {
          opened.texts[sealed] = unsealed(sealed, in: file)
        }
        post(.opened(key, opened))
        post(.changed([try row(file)], gone: []))
      }
      tell(done, post)
    } catch {
      refuse(error, key.path, intent, post) { .act(key, $0) }
    }
  }

  /// Says why an act was not done; what is only asked once more is asked, and done when the answer is yes.
  func refuse(
    _ error: OfficeError, _ folder: String, _ intent: ActIntent, _ post: (Message) -> Void,
    _ again: (ActIntent) -> Effect
  ) {
    guard error.isQuestion, case .unmet(let unmet) = error else {
      return post(.refused(refusal(error, in: folder, intent)))
    }
    var intent = intent
    intent.yes.formUnion(unmet.map(\.code))
    post(.asks(unmet.map(\.message), again(intent)))
  }

  /// The row of a case as it stands now.
  func row(_ file: CaseFile) throws(OfficeError) -> CaseSummary {
    try withStore { () throws(StoreError) in try store.note(file) }
  }

  /// A sealed text; where it cannot be had, why. That it was asked for is on file by now.
  private func unsealed(_ hash: String, in file: CaseFile) -> String {
    do throws(OfficeError) {
      let key = try own()
      let bytes = try withStore { () throws(StoreError) in try store.unseal(hash, in: file.key.path, with: key) }
      if let bytes { return String(decoding: bytes, as: UTF8.self) }
      guard file.situation(of: "", today: today).erased.contains(hash) else {
        return CaseOpener.absent("sealed/\(hash)")
      }
      return CaseOpener.instead(Phrase("已按两人同意删除", "erased, as two officers agreed"))
    } catch { return CaseOpener.instead(error.message) }
  }

  /// Says that an act and what followed from it are on file, and what would have followed and did not.
  func tell(_ done: ActDone, _ post: (Message) -> Void) {
    let act = done.notes.reduce(done.summary) { $0 + Phrase("；", "; ") + $1 }
    let recorded =
      done.wasRecorded ? Phrase("此前已记录：", "Recorded already: ") : Phrase("已记录：", "Recorded: ")
    guard let first = done.withheld.first else {
      return post(.told(Toast(.done, recorded + act)))
    }
    let why = OfficeError.unmet(first.unmet).message.onOneLine
    post(
      .told(
        Toast(
          .refused,
          recorded + act + Phrase("；没有随之", "; but not: ") + first.action.name.verb
            + Phrase("：", ": ") + why)))
  }

  /// The key of this computer's officer.
  func own() throws(OfficeError) -> OfficerKey {
    try withStore { () throws(StoreError) in try keyring.key(of: officer, store, passphrase) }
  }

  /// Writes an act, now.
  @discardableResult
  func write(_ request: ActRequest) throws(OfficeError) -> ActDone {
    var request = request
    request.knownUnread = asked.files
    let done = try acts.perform(request, by: try own(), at: clock.now)
    asked.add((done.before.unread).map(\.name).filter { $0.hasPrefix("registry/") })
    return done
  }

  /// What stands in the way of an act, and what it would be.
  func dryRun(_ request: ActRequest) throws(OfficeError) -> (result: DryRunResult, unmet: [UnmetRequirement]) {
    try acts.dryRun(request, by: officer ?? "")
  }

  /// The lists of the round of a case.
  func lists(of key: CaseKey) -> RoundLists {
    RoundLists(round: RoundFolder(store: store, authority: key.authority, batch: key.batch), today: acts.today)
  }

  /// Writes the list that an act of these cases goes by.
  func writeList(of listed: ActByList, _ keys: [CaseKey], in round: RoundFolder) throws(OfficeError) -> Event {
    try acts.writeList(of: listed, keys, in: round, by: try own(), at: clock.now)
  }

  /// The request of an act with the files of this computer that its dialog names.
  func request(_ folder: String, _ intent: ActIntent) throws(OfficeError) -> ActRequest {
    var request = ActRequest(folder, intent.action, seen: intent.seen)
    request.yes = intent.yes
    for (field, path) in intent.files {
      let bytes = try contents(path)
      request.files[Store.hash(of: bytes)] = bytes
      request.action.state(field, .string(Store.hash(of: bytes)))
    }
    guard !intent.attached.isEmpty else { return request }
    var listed = request.action.fields["files"]?.array ?? []
    for path in intent.attached {
      let read = try contents(path)
      let bytes = try withStore { () throws(StoreError) in try Photograph.cleaned(read, path) }
      let sha = Store.hash(of: bytes)
      request.files[sha] = bytes
      listed.append(["kind": .string(Photograph.isPicture(bytes) ? "photo" : "paper"), "sha": .string(sha)])
    }
    request.action.state("files", .array(listed))
    return request
  }

  /// A file that the officer named, of his own computer.
  private func contents(_ path: String) throws(OfficeError) -> [UInt8] {
    // The console's own input is no file.
    guard path != "-" else { throw .store(StoreError(.badInput, path, Phrase("请给出文件名", "name a file"))) }
    do throws(MappedFile.Trouble) { return try MappedFile.contents(path) } catch {
      throw .store(StoreError(.badInput, path, error.message(path)))
    }
  }

  /// What is said of an act that was not done, reason by reason.
  func refusal(_ error: OfficeError) -> RefusedAct {
    guard case .unmet(let unmet) = error, !unmet.isEmpty else {
      return RefusedAct([.init(nil, error.message)], isFailure: true)
    }
    return RefusedAct(unmet.map { .init($0.field, $0.message) })
  }

  /// The same, with what its dialog would show now where something shown has changed.
  private func refusal(_ error: OfficeError, in folder: String, _ intent: ActIntent) -> RefusedAct {
    var refusal = refusal(error)
    if case .unmet(let unmet) = error, unmet.contains(where: { $0.code == "changed" }) {
      refusal.seen = try? dryRun(ActRequest(folder, intent.action)).result.seen
    }
    return refusal
  }
}

extension Phrase {
  static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(a.zh + b.zh, a.en + b.en) }
}

extension ActDone {
  /// What was recorded, what followed from it, and what that did to the score: `记录 研发费用 不一致、核实；85 → 80 分`.
  fileprivate var summary: Phrase {
    let detail = event.detail(situation.fold).onOneLine
    let said = Phrase(" " + detail.zh.prefix(60), " " + detail.en.prefix(80))
    if event.act == .assign, let file = situation.file {
      let name = SafeText.clean(file.current.enterprise.name, limit: 60) + " " + file.key.id
      guard let to = event.body["to"]?.string, to != event.author else {
        return (event.act?.verb ?? event.title) + Phrase(" \(name)", " \(name)")
      }
      let officer = SafeText.clean(file.registry.now.name(of: to), limit: 60)
      return Phrase("分配 \(name) 给 \(officer)", "assigned \(name) to \(officer)")
    }
    var text = (event.act?.verb ?? event.title) + (detail.zh.isEmpty ? Phrase("", "") : said)
    for next in followed { text = text + Phrase("、", ", ") + (next.act?.verb ?? next.title) }
    let judged = [before, situation].compactMap { $0.file?.assessment }
    let outcomes = judged.map { $0.outcome.word }
    if outcomes.count == 2, outcomes[0] != outcomes[1] {
      text =
        text
        + Phrase(
          "；测算结果 \(outcomes[0].zh) → \(outcomes[1].zh)", "; result \(outcomes[0].en) → \(outcomes[1].en)")
    }
    let scores = judged.compactMap { $0.score?.points }.map { Format.points($0, .line) }
    guard scores.count == 2, scores[0] != scores[1] else { return text }
    return text + Phrase("；\(scores[0]) → \(scores[1]) 分", "; \(scores[0]) → \(scores[1]) points")
  }
}
