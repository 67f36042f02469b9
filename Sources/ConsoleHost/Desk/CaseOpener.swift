package import CaseStore
package import Casework
package import Console
package import Office
package import ScoringCore
internal import StrictJSON

/// Reads a case of a store whole, for a screen, a page or a program: its events, and its letters and redacted copies as
/// texts.
package struct CaseOpener: Sendable {
  private let store: Store
  private let today: Day

  /// Opens cases of a store as they stand on a day.
  package init(store: Store, today: Day) {
    self.store = store
    self.today = today
  }

  /// The case with its events; `nil` where it is not in the store.
  package func file(_ key: CaseKey) throws(OfficeError) -> CaseFile? {
    try ActService(store: store, today: today).file(key)
  }

  /// Deletes what was agreed to be erased in the case and still lies there; what to say of it, where anything did.
  package func finishErasing(_ file: CaseFile) -> Phrase? {
    ActService(store: store, today: today).finishErasing(in: file.situation(of: "", today: today))
  }

  /// The case with its texts, and the letters that its state could call for.
  package func opened(_ file: CaseFile) -> OpenedCase {
    var opened = OpenedCase(file)
    // Where that is damaged everything is marked as new: nothing is hidden.
    do throws(StoreError) { opened.seen = try store.own?.seen(file.key.path) } catch { opened.seen = [] }
    let erased = file.situation(of: "", today: today).erased
    for entry in file.history.entries where entry.verdict.isValid {
      let body = entry.event.body
      if let copy = body["copy"]?.string, !erased.contains(copy) {
        opened.texts[copy] = text(file.key, copy, &opened)
      }
      let isLetter = entry.event.act == .letter
      let letter = isLetter ? body["file"]?.string : body["letter"]?.string
      guard let letter else { continue }
      let code = isLetter ? body["code"]?.string ?? "" : entry.event.kind
      let name =
        LetterModel.Code(rawValue: code).map { file.heading(of: $0) } ?? entry.event.act?.verb ?? Phrase(code, code)
      opened.letters.append(
        LetterRecord(code: code, name: name, on: entry.event.on, file: letter, text: text(file.key, letter, &opened)))
    }
    for code in file.draftableLetters {
      let model = file.letter(code, for: draft(code, file), today: today)
      let text: String
      do throws(StoreError) {
        text = try store.letter(model, authority: file.key.authority, on: today, language: .zh).text
      } catch {
        opened.unread.append(UncountedFile(error))
        text = Self.instead(error.message)
      }
      opened.letters.append(LetterRecord(code: code.rawValue, name: file.heading(of: code), text: text))
    }
    return opened
  }

  /// The same with a look at every paper.
  package func whole(_ file: CaseFile) -> OpenedCase {
    var opened = opened(file)
    opened.onDisk = onDisk(file)
    for (paper, state) in opened.onDisk where state == .unread {
      let name = paper.file ?? paper.sha ?? ""
      opened.unread.append(
        UncountedFile(
          name: "\(file.key.path)/\(name)", UnmetRequirement(.bytes, "bytes", DocumentOnDisk.unread.name), .unread))
    }
    opened.unread.sort { $0.name < $1.name }
    return opened
  }

  /// What lies in the store in the place of each paper of the case; every one is read for that.
  package func onDisk(_ file: CaseFile) -> [DeclaredFile: DocumentOnDisk] {
    let declared = Set(file.papers.compactMap(\.declared))
    return Dictionary(uniqueKeysWithValues: declared.map { ($0, store.documentOnDisk(file.key, $0)) })
  }

  /// A return with the defects of the checklist, to show how its letter would read.
  private func draft(_ code: LetterModel.Code, _ file: CaseFile) -> Action? {
    guard code == .return else { return nil }
    let codes = Set(file.papers.flatMap(\.defects).map(\.code.rawValue))
    let reasons = codes.sorted().map { JSONValue.string($0) }
    return file.complete(Action(.return, ["reasons": .array(reasons)]), by: "", today: today)
  }

  /// A file kept by its hash in the case's folder; where it cannot be had, why.
  private func text(_ key: CaseKey, _ hash: String, _ opened: inout OpenedCase) -> String {
    let path = "\(key.path)/\(hash)"
    do throws(StoreError) {
      if let bytes = try store.file(key.path, hash) { return String(decoding: bytes, as: UTF8.self) }
      opened.unread.append(.gone(path))
      return Self.absent(path)
    } catch {
      opened.unread.append(UncountedFile(error))
      return Self.instead(error.message)
    }
  }

  /// What is shown in place of a text that is not here.
  static func absent(_ path: String) -> String { instead(gone(path)) }

  /// A file kept by its hash is not here.
  static func gone(_ path: String) -> Phrase {
    Phrase("\(path)不在：请从备份或其他机关的副本取回", "\(path) is not here: get it from a copy or another office")
  }

  /// What is shown in place of a text that cannot be had: texts have no language.
  static func instead(_ why: Phrase) -> String { "〔\(why.zh)\n\(why.en)〕" }
}
