internal import CaseStore
internal import Casework
internal import Console
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// Does the acts of the console on cases, and reads each case again.
struct HostActs {
  let store: Store
  let today: Day
  var keyring = HostKeyring()
  /// Whose hand it is; nobody's where it is only looked at.
  var officer: String?

  var acts: Acts { Acts(store: store, today: today) }

  /// The case with its events.
  func file(_ key: CaseKey) throws(StoreError) -> CaseFile? { try acts.file(key) }

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
      post(.told(Self.recorded(kind)))
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

  /// What is said when an act is on file.
  static func recorded(_ kind: String) -> Toast {
    Toast(.done, Phrase("已记录：", "Recorded: ") + ActionWords.kind(kind))
  }

  /// The key of this computer's officer.
  func own() throws(StoreError) -> OfficerKey {
    try keyring.key(of: officer, store, PassphraseSource(file: Self.passphraseFile))
  }

  /// Signs and writes an act.
  func act(_ key: CaseKey, _ kind: String, _ fields: JSONValue) throws(Refusal) {
    let officer = try stored { () throws(StoreError) in try own() }
    if Self.isListed(kind, fields) {
      // A list never holds a case that cannot be entered.
      let foreseen = ActRequest(key.path, kind, entered(kind, fields, list: RoundLists.foreseen))
      let unmet = try acts.foresee(foreseen, by: officer.officer).unmet
      guard unmet.isEmpty else { throw .unmet(unmet) }
    }
    let list = try writeList(kind, [key], fields, by: officer)
    try acts.perform(try named(key.path, kind, entered(kind, fields, list: list)), by: officer)
  }

  /// The request of an act whose dialog names a file of this computer by its path: the field that names it by its hash.
  func named(_ folder: String, _ kind: String, _ fields: JSONValue) throws(Refusal) -> ActRequest {
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
  private func contents(_ path: String) throws(Refusal) -> [UInt8] {
    do throws(Complaint) {
      // The console's own input is no file.
      guard path != StandardInput.name else { throw Complaint(.badInput, say("请给出文件名", "name a file")) }
      return try InputFile.contents(path)
    } catch {
      throw .store(StoreError(.badInput, path, Phrase(error.sentence, error.sentence)))
    }
  }

  /// Whether each case permits an act, without doing it.
  func foresee(_ keys: [CaseKey], _ kind: String, _ fields: JSONValue) -> [Prospect] {
    let officer = officer ?? ""
    return keys.map { key in
      do throws(Refusal) {
        let whole = entered(kind, fields, list: RoundLists.foreseen)
        let unmet = try acts.foresee(ActRequest(key.path, kind, whole), by: officer).unmet
        return Prospect(key, refusals: unmet.map(\.message))
      } catch {
        switch error {
        case .unmet(let unmet): return Prospect(key, refusals: unmet.map(\.message))
        case .store(let error): return Prospect(key, refusals: [error.message])
        }
      }
    }
  }

  /// Does an act on each case, one by one, and reports of each whether it was done or why not.
  func performAll(_ keys: [CaseKey], _ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) {
    var report: [Prospect] = []
    var wanted = keys
    if Self.isListed(kind, fields) {
      let foreseen = foresee(keys, kind, fields)
      report += foreseen.filter { !$0.refusals.isEmpty }
      wanted = foreseen.filter(\.refusals.isEmpty).map(\.key)
    }
    for round in Dictionary(grouping: wanted, by: { [$0.authority, $0.batch] }).values {
      do throws(Refusal) {
        let officer = try stored { () throws(StoreError) in try own() }
        let list = try writeList(kind, round, fields, by: officer)
        let whole = entered(kind, fields, list: list)
        for key in round { report.append(performOne(key, ActRequest(key.path, kind, whole), officer, post)) }
      } catch { report += round.map { Prospect($0, refusals: [toast(error).text.onOneLine]) } }
    }
    let order = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    post(.reported(kind: kind, report.sorted { (order[$0.key] ?? 0) < (order[$1.key] ?? 0) }))
  }

  private func performOne(
    _ key: CaseKey, _ request: ActRequest, _ officer: OfficerKey, _ post: (Message) -> Void
  ) -> Prospect {
    do throws(Refusal) {
      try acts.perform(request, by: officer)
      let row = try stored { () throws(StoreError) in try store.refresh(key, try store.standard(on: today)) }
      if let row { post(.changed([row], gone: [])) }
      return Prospect(key, refusals: [])
    } catch { return Prospect(key, refusals: [toast(error).text.onOneLine]) }
  }

  func toast(_ refusal: Refusal) -> Toast {
    switch refusal {
    case .unmet(let unmet):
      let each = unmet.map(\.message)
      let text = Phrase(each.map(\.zh).joined(separator: "\n"), each.map(\.en).joined(separator: "\n"))
      return Toast(.refused, each.isEmpty ? Phrase("不允许", "not permitted") : text)
    case .store(let error): return Toast(.failed, error.message)
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
