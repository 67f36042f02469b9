package import CaseStore
package import ScoringCore

/// Bringing back 带回: what was done on a copy comes into the store.
package struct MergeService: Sendable {
  package let store: Store
  package let today: Day

  package init(store: Store, today: Day) {
    self.store = store
    self.today = today
  }

  /// Finishes what was signed on this computer, then brings back from a folder or a pack.
  /// - Parameters:
  ///   - path: of a folder or of a pack; `-` is a pack on standard input.
  ///   - passphrase: of the key that a pack is sealed to.
  ///   - isDry: says the same and writes nothing, what was signed included.
  ///   - outbox: is told how many acts were finished first and how many wait still, whatever comes of the rest.
  package func run(
    from path: String, isDry: Bool, _ passphrase: PassphraseSource = .none,
    outbox: (_ finished: Int, _ waiting: Int) -> Void = { _, _ in },
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(OfficeError) -> MergeReport {
    try withStore { () throws(StoreError) in
      // Another store, a pack that is refused, or none, is told before anything is done.
      if PackFile.isFolder(path) {
        let merge = try Merge(to: store, from: path)
        try finish(isDry, outbox)
        return try merge.run(isDry: isDry, by: try store.standard(on: today), progress: progress)
      }
      let pack = try store.unpack(path, passphrase)
      try finish(isDry, outbox)
      let standard = try store.standard(on: today)
      return try Merge.run(to: store, from: pack, isDry: isDry, by: standard, progress: progress)
    }
  }

  private func finish(_ isDry: Bool, _ told: (Int, Int) -> Void) throws(StoreError) {
    guard !isDry else { return }
    let (finished, waiting) = try store.finishOutbox(today: today)
    told(finished, waiting)
  }
}
