import Casework
package import ScoringCore

extension Store {
  /// The sealing keys in force of officers in office: whom a pack can be for.
  /// - Throws: `noKey`, with everybody who has none.
  package func packRecipients(_ officers: [String]) throws(StoreError) -> [PackRecipient] {
    let registry = try wholeRegistry()
    var recipients: [PackRecipient] = []
    var without: [String] = []
    for officer in Set(officers).sorted() {
      let seals = registry.now.isInOffice(officer) ? registry.sealingKeys(of: [officer]) : []
      recipients += seals.map { PackRecipient(officer: officer, seal: $0) }
      if seals.isEmpty { without.append(registry.now.name(of: officer)) }
    }
    guard without.isEmpty else {
      throw StoreError(
        .noKey, "registry",
        Phrase(
          "\(without.joined(separator: "、"))不在任，或没有登记的密钥，没有人能打开这个包；请主管先登记其密钥",
          "\(without.joined(separator: ", ")): not in office or without a registered key, so nobody could open the pack; have a supervisor register a key first"
        ))
    }
    return recipients
  }

  /// The officers of an authority who are in office and have a key, for a pack that goes to an office.
  package func officersWithKeys(of authority: String) throws(StoreError) -> [String] {
    let registry = try wholeRegistry()
    return registry.now.officers.values.filter {
      $0.authority == authority && $0.isActive && !registry.sealingKeys(of: [$0.id]).isEmpty
    }.map(\.id).sorted()
  }

  /// Checks a pack and unpacks it beside the store's own files, where nobody takes them for any.
  /// - Parameters:
  ///   - path: of the file; `-` for standard input.
  ///   - source: gives the passphrase of the key that it is sealed to.
  package func unpack(_ path: String, _ source: PassphraseSource) throws(StoreError) -> UnpackedPack {
    guard let own else { throw noPlace }
    let reader = PackReader(store: id, registry: try officers()) { head throws(StoreError) in
      try own.open(sealedTo: Set(head.recipients.map(\.seal)), source)
    }
    disk.sweep([temporaryFolder])
    guard path == "-" else { return try reader.unpack(path, on: disk) }
    return try reader.unpack(PackInput(0, disk.files, name: path), name: path, on: disk)
  }
}

extension TakeAlong {
  /// Makes one pack of all that goes along.
  /// - Parameters:
  ///   - key: of its maker.
  ///   - recipients: whom it is for.
  package func packWriter(by key: OfficerKey, for recipients: [PackRecipient], at moment: Timestamp) throws(StoreError)
    -> PackWriter
  {
    try PackWriter(
      try list(), on: store.disk, store: store.id, by: key, for: recipients, at: moment,
      isFromCopy: store.isCopy)
  }

  /// Throws where a pack cannot be written to a path: in the store itself, over something, or nowhere.
  package func checkPack(_ path: String) throws(StoreError) {
    try checkPlace(path)
    try PackFile.check(path)
  }
}

extension Merge {
  /// Brings back from a pack that was checked.
  package static func run(
    to store: Store, from pack: UnpackedPack, isDry: Bool, by standard: Standard,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> MergeReport {
    try pack.withFiles { disk throws(StoreError) in
      let stated = pack.head.statement
      return try Merge(to: store, from: disk, id: stated.store, isFromCopy: stated.isFromCopy).run(
        isDry: isDry, by: standard, progress: progress)
    }
  }
}
