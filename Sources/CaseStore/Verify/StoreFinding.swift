package import ScoringCore

/// One thing that a check of a store found 核验所见 (Casework §10).
package struct StoreFinding: Sendable, Hashable {
  /// What it touches.
  package enum Effect: String, Sendable, Hashable {
    case none
    /// What becomes of a case, a title or a round.
    case state
    /// Who may do what.
    case rights
    /// Nobody can say before it is read.
    case unknown
  }

  /// Who has to do something about it.
  package enum Need: Sendable, Hashable {
    case nobody
    case person
    /// A file that counts could not be read as what its name says.
    case reading
  }

  /// Path from the store's root; `nil` where it is of no one file.
  package var file: String?
  package var kind: Kind
  package var effect: Effect
  /// What is wrong, in a sentence.
  package var message: Phrase

  package init(_ kind: Kind, _ file: String?, _ message: Phrase) {
    self.file = file
    self.kind = kind
    self.message = message
    let isRegistry = file.map { $0 == "registry" || $0.hasPrefix("registry/") } ?? false
    effect = kind.effect == .state && isRegistry ? .rights : kind.effect
  }

  /// What to do.
  package var remedy: Phrase { kind.remedy }
  package var need: Need { kind.need }
}

extension StoreFinding {
  /// A file that could not be read.
  init(_ error: StoreError, _ file: String) {
    let kind: Kind =
      switch error.kind {
      case .denied: .denied
      case .unsafePath: .notPlain
      case .tooLarge: .tooLarge
      default: .unread
      }
    self.init(kind, file, error.message)
  }

  /// The same where the good bytes lie beside it, under this name: then it is harmless.
  func replaced(by good: String?) -> StoreFinding {
    guard let good else { return self }
    return StoreFinding(
      .replaced, file, Phrase("\(message.zh)；好的一份是 \(good)", "\(message.en); the good copy is \(good)"))
  }

  /// What the disk is otherwise than the store's rules ask.
  init(_ trait: DiskTrait) { self.init(.disk, nil, trait.message) }

  /// A store that could not even be opened: `store.json` and the founding event do not belong together.
  package init(opening error: StoreError) { self.init(.store, "store.json", error.message) }
}

extension Store {
  /// What is to be told of the disk it lies on; nothing is written for the look.
  package var diskFindings: [StoreFinding] { disk.traits(writing: false).map { StoreFinding($0) } }
}
