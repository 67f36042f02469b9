package import Casework
package import ScoringCore
import StrictJSON

/// What offices go by and what is proposed, in words.
extension Store {
  /// Every document that counts or waits, by authority, sort and day.
  package func settingsDocuments(today: Day) throws(StoreError) -> [SettingsDocument] {
    let registry = try officers()
    let proposed = registry.awaiting.compactMap(Rights.InForce.init(proposal:))
    var documents: [SettingsDocument] = []
    for one in registry.now.settings { documents.append(document(one, registry.now, isProposed: false, today: today)) }
    for one in proposed { documents.append(document(one, registry.now, isProposed: true, today: today)) }
    return documents.sorted {
      ($0.authority, $0.what, $0.from, $0.id) < ($1.authority, $1.what, $1.from, $1.id)
    }
  }

  /// The document of an event of settings; `nil` for another event.
  package func settingsDocument(of event: Event, today: Day) throws(StoreError) -> SettingsDocument? {
    guard let one = Rights.InForce(proposal: event) else { return nil }
    let registry = try officers()
    return document(one, registry.now, isProposed: registry.awaiting.contains { $0.id == event.id }, today: today)
  }

  /// What a file would say and change that nobody has proposed yet.
  /// - Throws: `settings`, with the place of what is wrong.
  package func settingsDraft(
    _ what: String, _ bytes: [UInt8], authority: String, from: Day, today: Day
  ) throws(StoreError) -> SettingsDocument {
    try checkSettings(what, bytes, authority: authority)
    let one = Rights.InForce(event: "", authority: authority, what: what, from: from, sha: "")
    return document(one, try officers().now, isProposed: true, today: today, bytes)
  }

  /// What an authority goes by on a day; the program's own where nobody has set anything.
  package func settingsDocument(
    _ what: String, authority: String, on day: Day
  ) throws(StoreError) -> SettingsDocument {
    let rights = try officers().now
    if let one = rights.inForce(what, authority: authority, on: day) {
      return document(one, rights, isProposed: false, today: day)
    }
    var own = SettingsDocument(id: "", authority: authority, what: what, from: day, isInForce: true)
    own.texts = SettingsContent(own: what, authority: authority).words
    return own
  }

  /// The program's own letters, as a letters file has them, with the layouts of lists.
  package static var ownLetters: String { BuiltInLetters.yaml + "\n" + BuiltInLayouts.yaml }

  private func document(
    _ one: Rights.InForce, _ rights: Rights, isProposed: Bool, today: Day, _ bytes: [UInt8]? = nil
  ) -> SettingsDocument {
    let now = rights.inForce(one.what, authority: one.authority, on: today)
    var document = SettingsDocument(
      id: one.event, authority: one.authority, what: one.what, from: one.from, isProposed: isProposed,
      isInForce: now?.event == one.event)
    // What it takes the place of: of a proposal what holds on its first day, and today where that is past.
    let day = isProposed ? max(one.from, today) : one.from
    let others = rights.settings.filter {
      $0.what == one.what && $0.authority == one.authority && $0.from <= day && $0.event != one.event
    }
    let base = others.max { ($0.from, $0.event) < ($1.from, $1.event) }
    document.baseFrom = base?.from
    do throws(StoreError) {
      let own =
        if let bytes {
          try SettingsContent(one.what, bytes, authority: one.authority, file: "\(one.what) \(one.authority)")
        } else {
          try content(one)
        }
      document.texts = own.words
      var before = SettingsContent(own: one.what, authority: one.authority)
      if let base {
        do throws(StoreError) { before = try content(base) } catch { document.baseTrouble = error.message }
      }
      if document.baseTrouble == nil { document.changes = own.changes(from: before) }
    } catch { document.trouble = error.message }
    return document
  }

  /// Asks that the file of a proposal of settings can be had and is in order: nobody approves what nobody can read.
  package func requireSettings(of proposal: Event) throws(StoreError) {
    if let one = Rights.InForce(proposal: proposal) { _ = try content(one) }
  }

  private func content(_ one: Rights.InForce) throws(StoreError) -> SettingsContent {
    let file = try settingsFile(one.sha, of: one.authority)
    return try SettingsContent(one.what, file.bytes, authority: one.authority, file: file.path)
  }
}

extension Rights.InForce {
  /// What a proposal of settings would put in force; `nil` for another event.
  fileprivate init?(proposal event: Event) {
    guard event.act == .settings, let from = event.body["from"]?.string.flatMap({ Day($0) }) else { return nil }
    self.init(
      event: event.id, authority: event.body["authority"]?.string ?? "", what: event.body["what"]?.string ?? "",
      from: from, sha: event.body["file"]?.string ?? "")
  }
}
