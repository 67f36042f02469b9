@testable import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// What a store amounts to, and what is said, wherever an officer looks.
struct DamageLook {
  /// What everything amounts to, by what an officer calls it.
  private(set) var truth: [String: String] = [:]
  private(set) var rights = Rights()
  /// Under the case's name on the screen, and in `show`.
  private(set) var head: Set<String> = []
  /// Beside the rows of the queue, and of the register of titles.
  private(set) var queue: Set<String> = []
  /// By what uses the file: a list, a letter, a key.
  private(set) var use: Set<String> = []
  /// What `tidu verify` finds.
  private(set) var verify: Set<StoreFinding> = []

  /// - Parameters:
  ///   - isOwn: the officer's own folder is looked at, of which `tidu verify` knows nothing.
  ///   - rules: the standard where nothing that it goes by was touched.
  init(_ scene: DamageScene, isOwn: Bool, _ rules: Standard? = nil) throws {
    if !isOwn { verify = Set(scene.office.findings()) }
    do {
      let store = try scene.reopen()
      if let another = store.isAnother { queue.insert(another.message.zh) }
      let standard = try rules ?? store.standard(on: DamageScene.today)
      readQueue(store, standard)
      for key in [scene.case1, scene.case2] { readCase(key, store, scene, standard) }
      readLists(store, scene)
      readSettings(store, scene)
      readSealed(store, scene)
      readOwn(store, scene)
      act(store, scene)
    } catch let error as StoreError { use.insert("打开：\(error.message.zh)") }
  }

  private mutating func said(_ what: String, _ body: () throws -> String) {
    do { truth[what] = try body() } catch let error as StoreError {
      use.insert("\(what)：\(error.message.zh)")
    } catch let error as OfficeError { use.insert("\(what)：\(error.message.zh)") } catch {
      use.insert("\(what)：\(error)")
    }
  }

  private mutating func readQueue(_ store: Store, _ standard: Standard) {
    do {
      let changes = try store.refresh(standard)
      if let note = changes.note { queue.insert(note.zh) }
      queue.formUnion(changes.unreadable.map(\.message.zh))
      for (key, files) in changes.incomplete {
        queue.formUnion(files.map { "\(key.id) \($0.name)：\($0.unmet.message.zh)" })
      }
      queue.formUnion(
        try (changes.unread + store.settingsUnread(on: DamageScene.today)).map { "\($0.name)：\($0.unmet.message.zh)" })
      for var row in store.loadSummaries(standard) {
        (row.incomplete, row.pending) = ([], 0)
        truth["队列中的 \(row.key.id)"] = String(describing: row)
      }
      let titles = try store.titles(standard, today: DamageScene.today).records
      truth["称号名册"] = titles.map { "\($0.name) \($0.status)" }.joined(separator: "、")
      queue.formUnion(store.titlesUnread.map { "名册：\($0.name)：\($0.unmet.message.zh)" })
    } catch { queue.insert(error.message.zh) }
  }

  private mutating func readCase(_ key: CaseKey, _ store: Store, _ scene: DamageScene, _ standard: Standard) {
    do {
      guard let file = try store.caseFile(key, standard, today: DamageScene.today) else {
        head.insert("\(key.id)：没有这个申报件")
        return
      }
      rights = file.registry.now
      head.formUnion(file.uncountedNotes.map { "\(key.id) \($0.zh)" })
      for entry in file.history.entries where !entry.verdict.isValid {
        head.insert("\(key.id) \(entry.event.title.zh)：\(entry.verdict.unmet.map(\.message.zh).joined(separator: "；"))")
      }
      let answers = file.fold.live.mapValues { $0.map(\.id) }
      truth["\(key.id) 的办理"] =
        answers.map { "\($0.key.text) \($0.value)" }.sorted().joined(separator: "\n")
        + file.history.entries.filter(\.verdict.isValid).map(\.id).sorted().joined()
      truth["\(key.id) 的申请"] = file.revision.sha + file.revisions.map(\.sha).joined()
      truth["\(key.id) 的结果"] = String(describing: file.assessment?.outcome) + file.standard.digest
      for paper in file.papers {
        guard let declared = paper.declared else { continue }
        let state = store.documentOnDisk(key, declared)
        if [.onFile, .unhashed].contains(state) {
          truth["材料 \(declared.file ?? "")"] = state.rawValue
        } else {
          head.insert("\(key.id) 材料 \(declared.file ?? "")：\(state.name.zh)")
        }
      }
    } catch { head.insert("\(key.id)：\(error.message.zh)") }
    guard key == scene.case1 else { return }
    for (what, sha) in [("副本", scene.office.copy), ("文书", (try? scene.mark("letter")) ?? "")] {
      said(what) {
        guard let bytes = try store.file(key.path, sha) else {
          throw Self.absent("\(key.path)/\(sha)")
        }
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  private mutating func readLists(_ store: Store, _ scene: DamageScene) {
    let round = RoundFolder(store: store, authority: "370000", batch: "2025-1")
    var events: [Event] = []
    said("批次") {
      events = try round.events(.notice, .forwardList, .announce, .planDraw, .draw)
      return events.map(\.id).joined()
    }
    for event in events {
      said("\(event.title.zh)的名单") {
        try round.lines(of: event).map { String(decoding: $0.canonicalBytes, as: UTF8.self) }.joined()
      }
    }
  }

  private mutating func readSettings(_ store: Store, _ scene: DamageScene) {
    for (what, later) in [("设置", 0), ("三十天后的设置", 30)] {
      said(what) {
        let settings = try store.settings("370000", on: DamageScene.today.adding(days: later)).settings
        return "\(settings.reviewDays) \(settings.calendar.digest)"
      }
    }
    said("文书模板") { try store.letters("370000", on: DamageScene.today).map { Store.hash(of: $0) } ?? "程序自带" }
  }

  private mutating func readSealed(_ store: Store, _ scene: DamageScene) {
    for (what, mark) in [("密封的原文", "text"), ("密封的身份", "identity")] {
      said(what) {
        let sha = try scene.mark(mark)
        guard let bytes = try store.unseal(sha, in: scene.case1.path, with: scene.key("otto")) else {
          throw Self.absent("sealed/\(sha)")
        }
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  private mutating func readOwn(_ store: Store, _ scene: DamageScene) {
    guard let own = store.own else { return }
    said("密钥") { try own.open(officer: "rita", PassphraseSource.none).sign }
    said("有口令的密钥") { try own.open(officer: "kai", PassphraseSource(file: nil) { _ in DamageScene.secret }).sign }
    said("已阅标记") { String(describing: try own.seen(scene.case1.path)?.sorted()) }
    for (what, place) in [("保存的视图", "console/views"), ("上次看过的变化", "console/look")] {
      said(what) { String(describing: try own.draft(place)) }
    }
  }

  /// A note by the officer beside it, with the count that it is given.
  private mutating func act(_ store: Store, _ scene: DamageScene) {
    do {
      let event = try store.perform(
        Action(.note, ["text": "看过"]), in: scene.case1.path, by: scene.key("rita"), today: DamageScene.today,
        at: Workplace.start)
      truth["签署的计数"] = String(event.seq)
    } catch Refusal.unmet(let unmet) {
      use.insert("办理：" + unmet.map { ($0.isQuestion ? "先问：" : "不办：") + $0.message.zh }.joined(separator: "；"))
    } catch Refusal.store(let error) { use.insert("办理：不办：\(error.message.zh)") } catch { use.insert("\(error)") }
  }

  private static func absent(_ path: String) -> StoreError {
    StoreError(.missing, path, Phrase("\(path)不在", "\(path) is not here"))
  }

  // MARK: against what was before

  /// What is said now and was not said then.
  func new(since before: DamageLook) -> DamageLook {
    var new = self
    new.head.subtract(before.head)
    new.queue.subtract(before.queue)
    new.use.subtract(before.use)
    new.verify.subtract(before.verify)
    return new
  }

  /// What amounts to something else now, as an officer calls it.
  func changes(since before: DamageLook) -> [String] {
    let keys = Set(truth.keys).union(before.truth.keys).filter { truth[$0] != before.truth[$0] }
    return keys.sorted() + (rights == before.rights ? [] : ["权限"])
  }

  /// All that is said, for a person who looks at a failure.
  var said: String {
    "\(head.sorted()) \(queue.sorted()) \(use.sorted()) \(verify.map { "\($0.kind) \($0.file ?? "")" }.sorted())"
  }

  /// Whether anything is said outside of `tidu verify`.
  var isNamed: Bool { !head.isEmpty || !queue.isEmpty || !use.isEmpty }
}
