import CaseStore
import Foundation
import ScoringCore

/// One command at one place: what it does undisturbed, and what comes of it when a call goes wrong.
struct Trial {
  let scene: Scene
  let place: Place
  private let template: String
  private let reference: Outcome
  /// What is on file before and after an undisturbed run.
  private let before: Contents
  private let after: Contents
  /// What a check of the whole store finds that needs somebody, after an undisturbed run.
  private let findings: Set<String>

  var calls: [Call] { reference.calls }

  struct Unfit: Error { let what: String }

  /// - Throws: where the undisturbed command does not do what is to be tried.
  init(_ scene: Scene, of office: Office, at place: Place) throws {
    self.scene = scene
    self.place = place
    template = place.file("template")
    for folder in [template, place.root] { Folder.remove(folder) }
    mkdir(place.folder, 0o755)
    Folder.copy(office.moment(scene.moment), to: place.root)
    if scene.isFresh || scene.writes {
      Self.forget(place)
    } else {
      // Remembered is what an undisturbed run left.
      _ = place.run(scene.invocation)
    }
    Folder.copy(scene.writes ? place.root : place.root + "/own", to: template)
    before = Contents(place.store)
    reference = place.run(scene.invocation, counts: true)
    after = Contents(place.store)
    findings = scene.writes ? Self.findings(place, scene.invocation.day) : []
    guard reference.status == 0 else { throw Unfit(what: "\(reference.status) \(reference.errors)") }
    guard (before == after) != scene.writes else { throw Unfit(what: "on file: \(after.beyond(before))") }
  }

  /// What is in the own folder and can be known again.
  private static func forget(_ place: Place) {
    let own = place.root + "/own/tidu"
    for store in Folder.names(own) {
      for name in ["index", "verified", "aside"] { unlink(own + "/" + store + "/" + name) }
    }
  }

  private func restore() {
    if scene.writes {
      Folder.remove(place.root)
      Folder.copy(template, to: place.root)
    } else {
      Folder.remove(place.root + "/own")
      Folder.copy(template, to: place.root + "/own")
    }
  }

  private static func findings(_ place: Place, _ day: String) -> Set<String> {
    var found: Set<String> = []
    guard let today = Day(day) else { return [] }
    do {
      let store = try Store.open(place.store, environment: [:])
      StoreVerifier(
        store, today: today,
        report: { if $0.need != .nobody { found.insert("\($0.kind.rawValue): \($0.message.en)") } }
      ).run()
    } catch { found.insert("\(error.message.en)") }
    return found
  }

  // MARK: the rules

  /// Makes one call go wrong and holds what comes of it against the rules.
  /// - Parameter checks: at last the whole store is checked.
  /// - Returns: what is wrong, in words; `nil` where nothing is.
  func judge(_ call: Int, _ fault: String, checks: Bool) -> String? {
    restore()
    let outcome = place.run(scene.invocation, fault: (call, fault))
    if outcome.hung { return "it hangs" }
    if outcome.crashed { return "it ends with \(outcome.status): \(outcome.errors.suffix(400))" }
    return scene.writes ? judgeWriting(outcome, checks: checks) : judgeReading(outcome)
  }

  /// Either the right answer, or that something could not be read; and afterwards the right answer again.
  private func judgeReading(_ outcome: Outcome) -> String? {
    if !outcome.wasKilled, !isRight(outcome) {
      guard outcome.status == 4 || outcome.status == 5 && asks(outcome) || isOfInput(outcome) else {
        return "a wrong answer with status \(outcome.status): \(words(outcome))"
      }
      guard
        !outcome.errors.isEmpty || asks(outcome) || outcome.output.contains(#/"incomplete":\[[^\]]|"error":"/#)
          || isFinding(outcome)
      else { return "status \(outcome.status) without a word: \(words(outcome))" }
    }
    let again = place.run(scene.invocation)
    return isRight(again) ? nil : "it stays wrong: \(again.status) \(words(again))"
  }

  private func isRight(_ outcome: Outcome) -> Bool {
    outcome.status == reference.status && outcome.output == reference.output
  }

  /// It is refused until somebody says that it be done without what could not be read.
  private func asks(_ outcome: Outcome) -> Bool {
    (outcome.output + outcome.errors).contains(#/"code":"unread"|--yes unread/#)
  }

  /// What was handed in or is to be handed out is no part of the store: it is named as bad input.
  private func isOfInput(_ outcome: Outcome) -> Bool {
    guard outcome.status == 3, let path = outcome.struck?.path else { return false }
    return !path.hasPrefix("/store") && !path.hasPrefix("/own")
  }

  /// A check says what is wrong where its answers stand.
  private func isFinding(_ outcome: Outcome) -> Bool {
    scene.invocation.arguments.first == "verify" && !outcome.output.isEmpty
  }

  /// What is told as done is on file and what is told as failed is not; asked for again, it is on file once.
  private func judgeWriting(_ outcome: Outcome, checks: Bool) -> String? {
    let now = Contents(place.store)
    if let doubled = now.doubled { return "a count was given twice: \(doubled)" }
    if !now.isWithin(after) { return "on file is what was not asked for: \(now.beyond(after))" }
    let said = outcome.output + outcome.errors
    let told = outcome.wasKilled ? said == reference.output + reference.errors && !said.isEmpty : outcome.status == 0
    if told, now != after {
      return "told as done, and not on file: \(after.beyond(now))"
    }
    if !outcome.wasKilled, outcome.status != 0 {
      guard outcome.status == 4 || outcome.status == 5 && asks(outcome) || isOfInput(outcome), !said.isEmpty else {
        return "status \(outcome.status): \(words(outcome))"
      }
      // Without its first file there is no store; a command on a round says that it goes on where it stopped.
      let new = now.files.contains("store.json") ? now.beyond(before) : []
      if !new.isEmpty, !said.contains(#/is not certain|is on file/#), new.count != dones(outcome), !scene.isOfRound {
        return "told as not done, and on file: \(new) \(words(outcome))"
      }
    }
    return told ? nil : judgeRepeated(outcome, checks: checks)
  }

  /// How many acts the answer says are done.
  private func dones(_ outcome: Outcome) -> Int {
    outcome.output.matches(of: #/"done":true|  recorded  /#).count
      + outcome.output.matches(of: #/^(\d+) (imported|titles entered)/#).reduce(0) { $0 + (Int($1.output.1) ?? 0) }
  }

  private func judgeRepeated(_ outcome: Outcome, checks: Bool) -> String? {
    var again = scene.invocation
    if scene.isBatch {
      // What was told as done is not asked for again.
      let lines = again.input.split(separator: "\n")
      let answers = outcome.output.split(separator: "\n").map { $0.contains("\"done\":true") }
      let left = lines.enumerated().filter { index, _ in index >= answers.count || !answers[index] }
      again.input = left.map { $0.element + "\n" }.joined()
    }
    let second = place.run(again)
    guard second.status == 0 else { return "it cannot be repeated: \(second.status) \(words(second))" }
    let now = Contents(place.store)
    if let doubled = now.doubled { return "repeated, a count was given twice: \(doubled)" }
    guard now == after else {
      return "repeated, there is more: \(now.beyond(after)), less: \(after.beyond(now)), files: "
        + now.files.symmetricDifference(after.files).sorted().joined(separator: " ")
    }
    guard checks else { return nil }
    let found = Self.findings(place, scene.invocation.day).subtracting(findings)
    return found.isEmpty ? nil : "repeated, the check finds: \(found.sorted())"
  }

  private func words(_ outcome: Outcome) -> String {
    "\(outcome.output.prefix(300)) / \(outcome.errors.prefix(400))".replacing("\n", with: " ⏎ ")
  }
}
