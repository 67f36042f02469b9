internal import CaseStore
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// The officer's drafts in the own folder: one file a form, what is to be sealed sealed to the officer's own key.
struct HostDrafts {
  let own: OfficerFolder
  let officer: String

  private static let format = "tidu.draft/1"

  /// The drafts of this officer; how many of the folder's cannot be read.
  func load() throws(StoreError) -> (drafts: [Draft], damaged: Int) {
    let (whole, damaged) = try own.drafts()
    return (whole.compactMap { read($0) }, damaged)
  }

  /// Keeps a draft as it stands now. It outlives the program, not a loss of power: it is written at every key.
  func keep(_ draft: Draft, at moment: Timestamp) throws(StoreError) {
    let sealed = draft.answers.filter { $0.value.isSealed && !$0.value.text.isEmpty }
    let open = draft.answers.filter { !$0.value.isSealed }
    var members: [JSONValue.Member] = [
      .init("about", .string(draft.slot.about)), .init("answers", Self.json(open)),
      .init("at", .string(Self.shown(moment))), .init("dialog", .string(draft.slot.dialog)),
      .init("format", .string(Self.format)), .init("name", .string(draft.name)), .init("officer", .string(officer)),
      .init("place", .string(draft.slot.place)),
      .init("title", ["en": .string(draft.title.en), "zh": .string(draft.title.zh)]),
    ]
    if !sealed.isEmpty {
      let bytes = try own.seal(Self.json(sealed).canonicalBytes, to: officer)
      members.append(.init("sealed", .string(String(decoding: bytes, as: UTF8.self))))
    }
    try own.saveDraft(JSONValue.object(members).canonicalBytes, for: place(draft.slot), sync: false)
  }

  func drop(_ draft: Draft) throws(StoreError) { try own.saveDraft(nil, for: place(draft.slot)) }

  /// A draft with its sealed part.
  func open(_ draft: Draft, with key: OfficerKey) throws(StoreError) -> Draft {
    guard let bytes = try own.draft(place(draft.slot)), let value = try? JSONValue(parsing: bytes),
      let sealed = value["sealed"]?.string
    else { return draft }
    let text = try own.unseal(Array(sealed.utf8), with: key)
    var draft = draft
    draft.answers.merge(Self.answers((try? JSONValue(parsing: text)) ?? [:], isSealed: true)) { _, new in new }
    draft.isLocked = false
    return draft
  }

  /// Names no file: the folder does that.
  private func place(_ slot: Draft.Slot) -> String {
    [officer, slot.place, slot.dialog, slot.about].joined(separator: "\n")
  }

  private func read(_ bytes: [UInt8]) -> Draft? {
    guard let value = try? JSONValue(parsing: bytes), value["format"]?.string == Self.format,
      value["officer"]?.string == officer, let place = value["place"]?.string, let dialog = value["dialog"]?.string,
      let about = value["about"]?.string, let answers = value["answers"], let title = value["title"]
    else { return nil }
    return Draft(
      Draft.Slot(place: place, dialog: dialog, about: about),
      title: Phrase(title["zh"]?.string ?? "", title["en"]?.string ?? ""), name: value["name"]?.string ?? "",
      at: value["at"]?.string ?? "", answers: Self.answers(answers, isSealed: false),
      isLocked: value["sealed"] != nil)
  }

  private static func json(_ answers: [String: Draft.Answer]) -> JSONValue {
    .object(
      answers.sorted { $0.key < $1.key }.map { field, answer in
        .init(field, ["codes": .array(answer.codes.map { .string($0) }), "text": .string(answer.text)])
      })
  }

  private static func answers(_ value: JSONValue, isSealed: Bool) -> [String: Draft.Answer] {
    Dictionary(
      (value.members ?? []).map { member in
        (
          member.key,
          Draft.Answer(
            text: member.value["text"]?.string ?? "",
            codes: (member.value["codes"]?.array ?? []).compactMap(\.string), isSealed: isSealed)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Day and minute: `11-28 10:32`.
  private static func shown(_ moment: Timestamp) -> String {
    let text = moment.text
    return String(text.dropFirst(5).prefix(11)).replacing("T", with: " ")
  }
}

/// Drafts at the desk.
extension EffectRunner {
  private var drafts: HostDrafts? { store.own.map { HostDrafts(own: $0, officer: officer ?? "") } }

  func loadDrafts(_ post: (Message) -> Void) {
    guard let drafts else { return }
    do throws(StoreError) {
      let (found, damaged) = try drafts.load()
      post(.drafts(found))
      if damaged > 0 {
        post(
          .told(Toast(.failed, Phrase("\(damaged) 份草稿已损坏，读不出", "\(damaged) drafts are damaged and cannot be read"))))
      }
    } catch { post(.told(Toast(.failed, error.message))) }
  }

  /// At once, before the next key is read: a program that is killed loses no character.
  func keepDraft(_ draft: Draft, _ post: (Message) -> Void) {
    keep(post) { own throws(StoreError) in
      try HostDrafts(own: own, officer: officer ?? "").keep(draft, at: clock.now)
    }
  }

  func dropDraft(_ draft: Draft, _ post: (Message) -> Void) {
    keep(post) { own throws(StoreError) in try HostDrafts(own: own, officer: officer ?? "").drop(draft) }
  }

  func openDraft(_ draft: Draft, _ post: (Message) -> Void) {
    guard let drafts else { return }
    do throws(OfficeError) {
      let key = try acts.own()
      post(.draft(try withStore { () throws(StoreError) in try drafts.open(draft, with: key) }))
    } catch {
      post(.told(Toast(.failed, error.message)))
      post(.draft(draft))
    }
  }
}
