package import ScoringCore
import StrictJSON

/// A file that an event of this folder names and that an erasure may take away: a sealed text or identity, a redacted
/// copy, a photograph.
package struct ErasableFile: Sendable, Hashable {
  /// SHA-256, 64 hexadecimal digits: its name on disk.
  package var sha: String
  /// What it is, with the day of the event that names it.
  package var name: Phrase
}

extension Situation {
  /// What may be erased here. What any event names as anything else, such as a letter that went out, stays.
  package var erasable: [ErasableFile] {
    let events = fold.log.map(\.event)
    let staying = Set(events.flatMap(\.filesThatStay))
    return events.flatMap(\.erasableFiles).filter { !staying.contains($0.sha) }
  }

  /// Files whose erasing two officers have agreed to, sorted: none of them is to be on disk.
  package var erased: [String] {
    let agreed = fold.log.map(\.event).filter { $0.act == .erase }.flatMap { event -> [String] in
      guard let first = fold.event(event.body.text("of") ?? ""), first.act == .erase else { return [] }
      let asked = Set(first.body.texts("files"))
      return event.body.texts("files").filter(asked.contains)
    }
    // Nearly every case: nothing was ever erased in it.
    guard !agreed.isEmpty else { return [] }
    return Set(agreed).intersection(erasable.map(\.sha)).sorted()
  }
}

extension Event {
  fileprivate var erasableFiles: [ErasableFile] {
    guard let act = act?.act else { return [] }
    let day = on.map { " \($0)" } ?? ""
    return act.fields.filter { act.isErasable($0) }.flatMap { field in
      body[field.name]?.digests.map { ErasableFile(sha: $0, name: act.name(of: field, day)) } ?? []
    }
  }

  fileprivate var filesThatStay: [String] {
    // What asks for an erasure or for a look names a file for another event.
    guard let act = act?.act, ![.erase, .view].contains(act.name) else { return [] }
    return act.fields.filter { !act.isErasable($0) }.flatMap { body[$0.name]?.digests ?? [] }
  }
}

extension Act {
  fileprivate func isErasable(_ field: Field) -> Bool {
    field.entry == .sealed || field.entry == .kept || traits.contains(.photographs) && field.name == "files"
  }

  fileprivate func name(of field: Field, _ day: String) -> Phrase {
    let name: Phrase =
      switch (name, field.name) {
      case (.lodge, "identity"): Phrase("异议人身份", "identity of an objector")
      case (.lodge, _): Phrase("异议原文", "text of an objection")
      case (.redact, _): Phrase("隐去身份的副本", "redacted copy")
      case (.finding, _): Phrase("抽查照片", "photograph of a visit")
      default: Phrase("\(wording.done.zh)附件", "\(wording.done.en): file")
      }
    return Phrase(name.zh + day, name.en + day)
  }
}

extension JSONValue {
  /// Hashes in it, however deep.
  fileprivate var digests: [String] {
    if let string { return Hexadecimal.isDigest(string) ? [string] : [] }
    return (array ?? members?.map(\.value) ?? []).flatMap(\.digests)
  }
}
