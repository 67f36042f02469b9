import ScoringCore

extension History {
  /// Events of the folder that have no effect, or none yet, each with why: by keys that the registry gives nobody, rejected
  /// ones, and those that wait. What waits for something that is not here is not whole.
  package var withoutEffect: [UncountedFile] {
    setAside.map { UncountedFile($0) }
      + entries.compactMap { entry in
        guard let first = entry.verdict.unmet.first else { return nil }
        var kind = UncountedFile.Kind.setAside
        if case .pending(let pending) = entry.verdict, pending.isForWhatIsNotHere { kind = .missing }
        let (title, why) = (entry.event.title, entry.verdict.unmet.map(\.message))
        let (zh, en) = (why.map(\.zh).joined(separator: "；"), why.map(\.en).joined(separator: "; "))
        return UncountedFile(
          name: String(entry.id.prefix(16)),
          UnmetRequirement(
            first.ground, first.code,
            Phrase(
              "\(entry.event.author) 的“\(title.zh)”没有生效：\(zh)",
              "“\(title.en)” by \(entry.event.author) has no effect: \(en)")),
          kind)
      }
  }
}

extension Verdict.Pending {
  fileprivate var isForWhatIsNotHere: Bool {
    switch self {
    case .parent, .registry: true
    case .newerProgram, .ratify, .approval: false
    }
  }
}
