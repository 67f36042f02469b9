internal import CaseStore
internal import Casework
internal import Console
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// Does the acts of the console on cases: writes the files an act names, signs it, and reads the case again.
struct HostActs {
  let store: Store
  let today: Day
  var keyring = HostKeyring()

  /// The case with its events.
  func file(_ key: CaseKey) throws(StoreError) -> CaseFile? {
    try store.caseFile(key, try store.standard(on: today), today: today)
  }

  /// Does one act and tells what came of it.
  func perform(_ key: CaseKey, _ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) {
    do throws(Refusal) {
      try act(key, kind, fields)
      let standard = try stored { () throws(StoreError) in try store.standard(on: today) }
      if let file = try stored({ () throws(StoreError) in try file(key) }) {
        var opened = opened(file)
        if kind == "view", let sealed = fields["sealed"]?.string {
          opened.texts[sealed] = try stored { () throws(StoreError) in try unsealed(sealed) }
        }
        post(.opened(key, opened))
      }
      if let row = try stored({ () throws(StoreError) in try store.refresh(key, standard) }) {
        post(.changed([row], gone: []))
      }
      post(.told(Toast(.done, Phrase("已记录：", "Recorded: ") + ActionWords.kind(kind))))
    } catch {
      post(.told(toast(error)))
    }
  }

  /// A case with its letters and redacted copies as texts.
  func opened(_ file: CaseFile) -> OpenedCase {
    var opened = OpenedCase(file)
    opened.seen = (try? store.own?.seen(file.key.path)) ?? nil
    for entry in file.history.entries where entry.verdict.isValid {
      let body = entry.event.body
      if let copy = body["copy"]?.string { opened.texts[copy] = text(file.key, copy) }
      let letter = entry.event.kind == "letter" ? body["file"]?.string : body["letter"]?.string
      guard let letter, let text = text(file.key, letter) else { continue }
      let code = entry.event.kind == "letter" ? body["code"]?.string ?? "" : entry.event.kind
      let name = LetterModel.Code(rawValue: code)?.name ?? ActionWords.kind(code)
      opened.letters.append(LetterRecord(code: code, name: name, on: entry.event.on, text: text))
    }
    for code in drafts(file) {
      let model = file.letter(code, for: draft(code, file), today: today)
      guard let letter = try? store.letter(model, authority: file.key.authority, on: today, language: .zh) else {
        continue
      }
      opened.letters.append(LetterRecord(code: code.rawValue, name: code.name, text: letter.text))
    }
    return opened
  }

  /// Letters that the state of the case could call for.
  private func drafts(_ file: CaseFile) -> [LetterModel.Code] {
    if file.fold.title != nil { return [.recognition] }
    if file.fold.recommendation?.body["outcome"]?.string == "refuse" { return [.refusal] }
    return file.fold.state == .inReview && file.papers.contains { !$0.defects.isEmpty } ? [.return] : []
  }

  /// A return with the defects of the checklist, to show how its letter would read.
  private func draft(_ code: LetterModel.Code, _ file: CaseFile) -> Action? {
    guard code == .return else { return nil }
    let reasons = file.papers.flatMap { paper in
      paper.defects.map { defect -> JSONValue in
        [
          "code": .string(defect.code.rawValue), "item": .string(paper.item.rawValue),
          "text": .string([defect.code.sentence.zh, defect.text ?? ""].joined()),
        ]
      }
    }
    return file.complete(Action("return", ["reasons": .array(reasons)]), by: "", today: today)
  }

  private func text(_ key: CaseKey, _ hash: String) -> String? {
    (try? store.file(key.path, hash)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func unsealed(_ hash: String) throws(StoreError) -> String? {
    try store.unseal(hash, with: try own()).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The key of this computer's officer.
  func own() throws(StoreError) -> OfficerKey {
    try keyring.key(of: HostSession.officer(of: store), store, PassphraseSource(file: Self.passphraseFile))
  }

  /// Signs and writes an act.
  func act(_ key: CaseKey, _ kind: String, _ fields: JSONValue) throws(Refusal) {
    let officer = try stored { () throws(StoreError) in try own() }
    let whole = try stored { () throws(StoreError) in try files(key, kind, fields) }
    _ = try store.perform(Action(kind, whole), on: key, by: officer, today: today, at: .now())
  }

  /// Whether each case permits an act, without doing it.
  func foresee(_ keys: [CaseKey], _ kind: String, _ fields: JSONValue) -> [Prospect] {
    let officer = HostSession.officer(of: store) ?? ""
    return keys.map { key in
      do throws(StoreError) {
        guard let file = try file(key) else {
          return Prospect(key, refusals: [Phrase("没有这个案件", "There is no such case")])
        }
        let whole = file.complete(Action(kind, foreseen(kind, fields)), by: officer, today: today)
        return Prospect(key, refusals: file.permitted(whole, by: officer, today: today).map(\.message))
      } catch { return Prospect(key, refusals: [error.message]) }
    }
  }

  /// The letter of a return is made with the act; until then any hash stands for it.
  private func foreseen(_ kind: String, _ fields: JSONValue) -> JSONValue {
    guard kind == "return", fields["letter"] == nil else { return fields }
    return .object((fields.members ?? []) + [.init("letter", .string(store.id))])
  }

  /// Does an act on each case, one by one, and tells how many were done and why the first other was not.
  func performAll(_ keys: [CaseKey], _ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) {
    var done = 0
    var refused: [Toast] = []
    for key in keys {
      do throws(Refusal) {
        try act(key, kind, fields)
        done += 1
        let row = try stored { () throws(StoreError) in try store.refresh(key, try store.standard(on: today)) }
        if let row { post(.changed([row], gone: [])) }
      } catch { refused.append(toast(error)) }
    }
    let first = refused.first?.text ?? Phrase("", "")
    post(
      .told(
        refused.isEmpty
          ? Toast(.done, Phrase("已办 \(done) 件", "\(done) done"))
          : Toast(
            .refused,
            Phrase(
              "已办 \(done) 件，\(refused.count) 件不行：\(first.zh)", "\(done) done, \(refused.count) not: \(first.en)"))))
  }

  func toast(_ refusal: Refusal) -> Toast {
    switch refusal {
    case .unmet(let unmet):
      let first = unmet.first?.message ?? Phrase("不允许", "not permitted")
      let more = unmet.count - 1
      return Toast(
        .refused,
        more > 0 ? first + Phrase("（另有 \(more) 条）", " (and \(more) more)") : first)
    case .store(let error): return Toast(.failed, error.message)
    }
  }

  /// Writes the texts that an act names by hash, and puts the hashes in their place.
  private func files(_ key: CaseKey, _ kind: String, _ fields: JSONValue) throws(StoreError) -> JSONValue {
    guard var members = fields.members else { return fields }
    func text(_ name: String) -> [UInt8]? { fields[name]?.string.map { Array($0.utf8) } }
    func put(_ name: String, _ value: String) {
      members.removeAll { $0.key == name }
      members.append(.init(name, .string(value)))
    }
    switch kind {
    case "lodge":
      put("against", key.path)
      for name in ["text", "identity"] {
        if let bytes = text(name), !bytes.isEmpty { put(name, try store.seal(bytes, to: try sealing())) }
      }
    case "redact":
      if let bytes = text("text") {
        put("copy", try store.keep(bytes, in: key.path))
        members.removeAll { $0.key == "text" }
      }
    case "return":
      guard let file = try file(key) else { break }
      let action = file.complete(Action(kind, fields), by: "", today: today)
      let letter = try store.letter(
        file.letter(.return, for: action, today: today), authority: key.authority, on: today, language: .zh)
      put("letter", try store.keep(Array(letter.text.utf8), in: key.path))
    case "investigate": members.append(.init("files", .array([])))
    default: break
    }
    return .object(members)
  }

  /// Public sealing keys of the officers who may open what is sealed.
  private func sealing() throws(StoreError) -> [String] {
    let registry = try store.officers()
    return registry.entries.filter(\.verdict.isValid).compactMap { entry in
      let body = entry.event.body
      guard let officer = body["officer"]?.string, registry.now.holdsAnywhere(officer, [.objection]) else { return nil }
      return entry.event.kind == "key" ? body["seal"]?.string : body["key"]?["seal"]?.string
    }
  }

  static var passphraseFile: String? {
    let file = ProcessInfo.processInfo.environment["TIDU_PASSPHRASE_FILE"] ?? ""
    return file.isEmpty ? nil : file
  }

  func stored<T>(_ work: () throws(StoreError) -> T) throws(Refusal) -> T {
    do throws(StoreError) { return try work() } catch { throw .store(error) }
  }
}

extension Phrase {
  static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(a.zh + b.zh, a.en + b.en) }
}
