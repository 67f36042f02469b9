import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// Erasing takes away what this case sealed, copied or photographed, and nothing else; it is finished whatever stops it.
@Suite struct ErasingTests {
  static let case1 = CaseKey(authority: "370000", batch: "2025-1", id: "C01")
  static let case2 = CaseKey(authority: "370000", batch: "2025-1", id: "C02")
  private let place = Workplace()
  private let store: Store
  private let founder: OfficerKey
  private let otto: OfficerKey

  init() throws {
    (store, founder) = try place.found()
    otto = try place.admit("otto", ["objection"], to: store, by: founder)
    for id in ["C01", "C02"] { _ = place.receive(store, founder, Workplace.application(id)) }
  }

  private var acts: ActService { ActService(store: store, today: Workplace.start.day) }

  @discardableResult
  private func act(
    _ name: ActName, _ fields: JSONValue, by key: OfficerKey, in folder: String = case1.path,
    files: [String: [UInt8]] = [:]
  ) throws -> ActDone {
    try acts.perform(ActRequest(folder, name, fields, files: files), by: key, at: Workplace.start)
  }

  private func lodge(in folder: String = case1.path) throws -> (text: String, identity: String, id: String) {
    let event = try act(
      .lodge, ["as": "report", "text": "原文", "identity": "某单位", "arrived": "2025-12-20"], by: otto, in: folder
    ).event
    return (event.body["text"]?.string ?? "", event.body["identity"]?.string ?? "", event.id)
  }

  private func erase(_ hashes: [String]) throws -> ActDone {
    let first = try act(
      .erase, ["files": .array(hashes.map { .string($0) }), "ground": "request"], by: otto)
    return try act(.erase, ["of": .string(first.event.id)], by: founder)
  }

  private func lies(_ hash: String) throws -> Bool {
    for folder in ["sealed", Self.case1.path, Self.case2.path] {
      if try store.disk.names(folder).contains(hash) { return true }
    }
    return false
  }

  @Test func `What the case sealed, copied or photographed goes, and it is said that copies elsewhere stay`() throws {
    let lodged = try lodge()
    let copy = try #require(try act(.redact, ["copy": "隐去身份的副本"], by: otto).event.body["copy"]?.string)
    let photo = Array("photograph".utf8)
    let sha = Store.hash(of: photo)
    try act(
      .investigate, ["step": "papers", "text": "见附件", "files": [.string(sha)]], by: otto, files: [sha: photo])
    let all = [lodged.text, lodged.identity, copy, sha]
    for hash in all { #expect(try lies(hash)) }
    let done = try erase(all)
    for hash in all { #expect(try !lies(hash)) }
    #expect(done.notes.contains { $0.zh.contains("副本和备份") && $0.en.contains("copies and backups") })
    #expect(try acts.file(Self.case1)?.situation(of: "", today: acts.today).erased == all.sorted())
  }

  @Test func `Anything else is refused by its name: another case's, a letter, the application, a stranger's`() throws {
    let other = try lodge(in: Self.case2.path)
    let own = try lodge()
    let letter = Array("请补正".utf8)
    let sent = Store.hash(of: letter)
    try act(.letter, ["code": "other", "file": .string(sent), "to": "enterprise"], by: otto, files: [sent: letter])
    // The very text of a letter that went out, copied for others to read: it stays.
    let copy = try #require(try act(.redact, ["copy": "请补正"], by: otto).event.body["copy"]?.string)
    #expect(copy == sent)
    let application = try #require(try acts.file(Self.case1)?.revision.sha)
    let others = [other.text, other.identity, sent, application, Store.hash(of: Array("x".utf8))]
    for hash in others {
      #expect { try erase([own.text, hash]) } throws: { error in
        guard case .unmet(let unmet)? = error as? OfficeError else { return false }
        return unmet.first?.code == "notErasable" && unmet.first?.about == [hash]
          && unmet.first?.message.zh.contains(hash) == true
      }
    }
    for hash in [own.text, other.text, other.identity, sent] { #expect(try lies(hash)) }
  }

  @Test func `An event of another program that names more deletes no more`() throws {
    let (own, other) = (try lodge(), try lodge(in: Self.case2.path))
    // Written past the program's own questions: every reader finds the events valid.
    func force(_ fields: JSONValue, by key: OfficerKey) throws -> Event {
      try store.perform(in: Self.case1.path, by: key, today: acts.today, at: Workplace.start) { _ in
        Action(.erase, fields)
      }.event
    }
    let files: JSONValue = [.string(own.text), .string(other.text)]
    let first = try force(["files": files, "ground": "request", "on": "2026-01-01"], by: otto)
    _ = try force(["files": files, "ground": "request", "of": .string(first.id), "on": "2026-01-01"], by: founder)
    let file = try #require(try acts.file(Self.case1))
    #expect(file.situation(of: "", today: acts.today).erased == [own.text])
    _ = acts.finishErasing(in: file.situation(of: "", today: acts.today))
    #expect(try !lies(own.text) && lies(other.text))
  }

  @Test(arguments: ["act", "open"]) func `What a kill left lying goes at the next start, and is said`(how: String)
    throws
  {
    let own = try lodge()
    let bytes = try store.disk.read("sealed/\(own.text)", limit: 1 << 20)
    _ = try erase([own.text])
    // As if the program had been killed between the event and the deletion.
    _ = try store.disk.publish(bytes, in: "sealed", names: [own.text])
    #expect(try lies(own.text))
    let told: [Phrase]
    if how == "act" {
      told = try act(.note, ["text": "一句话"], by: otto).notes
    } else {
      let file = try #require(try acts.file(Self.case1))
      told = [acts.finishErasing(in: file.situation(of: "", today: acts.today))].compactMap(\.self)
    }
    #expect(told.count == 1 && told[0].zh.contains("1 个文件现已删除") && told[0].zh.contains("副本和备份"))
    #expect(try !lies(own.text))
    #expect(try act(.note, ["text": "再一句"], by: otto).notes.isEmpty)
  }

  @Test func `A deletion that fails is said, and what is on file stays on file`() throws {
    let own = try lodge()
    let path = "\(store.path)/sealed/\(own.text)"
    // A folder of that name: no program removes it by removing a file.
    unlink(path)
    mkdir(path, 0o700)
    let done = try erase([own.text])
    #expect(done.notes.contains { $0.zh.contains("还没有删掉") })
    rmdir(path)
    place.write("x", to: "store/sealed/\(own.text)")
    #expect(try act(.note, ["text": "一句话"], by: otto).notes.count == 1 && !lies(own.text))
  }
}
