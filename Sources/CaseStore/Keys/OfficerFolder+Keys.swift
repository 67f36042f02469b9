import ScoringCore

extension OfficerFolder {
  private static func name(_ info: KeyInfo) -> String { "\(info.sign.prefix(16)).key.json" }

  /// The keys kept here, by officer.
  package func keys() throws(StoreError) -> [KeyInfo] {
    try files().map(\.info).sorted { ($0.officer, $0.sign) < ($1.officer, $1.sign) }
  }

  private func files() throws(StoreError) -> [KeyFile] {
    var files: [KeyFile] = []
    for name in try disk.names("keys") where name.hasSuffix(".key.json") {
      let place = "\(path)/keys/\(name)"
      do throws(StoreError) {
        guard let bytes = try kept("keys/\(name)", limit: 65_536) else { continue }
        files.append(try KeyFile(reading: bytes, path: place))
      } catch {
        throw error.kind == .damaged ? KeyFile.damaged(place) : error
      }
    }
    return files
  }

  /// Makes a key of this device for an officer and keeps it.
  /// - Parameter passphrase: `nil` leaves it unprotected.
  package func makeKey(officer: String, passphrase: String?, at moment: Timestamp) throws(StoreError)
    -> OfficerKey
  {
    try OfficerKey.checkOfficer(officer)
    let key = OfficerKey(officer: officer)
    try save(key, passphrase: passphrase, at: moment)
    try setCount(to: 0, of: key.sign)
    return key
  }

  /// - Parameter cost: of guessing the passphrase; only tests take less.
  func save(
    _ key: OfficerKey, passphrase: String?, at moment: Timestamp, cost: KeyFile.Cost = KeyFile.Cost()
  ) throws(StoreError) {
    ProcessMemory.withhold
    let file = try KeyFile(key, passphrase: passphrase, made: moment, cost: cost)
    try keep(file.bytes, "keys/\(OfficerFolder.name(file.info))")
  }

  /// Opens a key.
  /// - Parameters:
  ///   - officer: `nil` where the folder keeps keys of one officer only.
  ///   - sign: which of several keys of his; `nil` takes the one made last.
  ///   - name: what an officer is called where there is no such key.
  package func open(
    officer: String? = nil, sign: String? = nil, _ source: PassphraseSource, called name: (String) -> String = { $0 }
  ) throws(StoreError) -> OfficerKey {
    ProcessMemory.withhold
    let (file, place) = try file(officer, sign, name)
    return try file.open({ question throws(StoreError) in try source.passphrase(question) }, path: place)
  }

  /// Opens the key kept here that something was sealed to; `nil` where there is none.
  /// - Parameter seals: public sealing keys.
  func open(sealedTo seals: Set<String>, _ source: PassphraseSource) throws(StoreError) -> OfficerKey? {
    guard let file = try files().first(where: { seals.contains($0.info.seal) }) else { return nil }
    ProcessMemory.withhold
    let place = "\(path)/keys/\(OfficerFolder.name(file.info))"
    return try file.open({ question throws(StoreError) in try source.passphrase(question) }, path: place)
  }

  /// Puts a key under another passphrase, or takes it off with `nil`.
  package func setPassphrase(
    officer: String? = nil, from source: PassphraseSource, to passphrase: String?, at moment: Timestamp
  ) throws(StoreError) {
    try save(try open(officer: officer, source), passphrase: passphrase, at: moment)
  }

  private func file(
    _ officer: String?, _ sign: String?, _ name: (String) -> String
  ) throws(StoreError) -> (KeyFile, String) {
    let files = try files().filter { officer == nil || $0.info.officer == officer }
    guard let file = files.last(where: { sign == nil || $0.info.sign == sign }) else {
      throw StoreError(
        .noKey, path,
        Phrase(
          "本机没有\(officer.map { "“\(name($0))”" } ?? "")可用于这个库的密钥；用 tidu join 生成、由主管登记，或用 tidu keys 查看",
          "There is no key \(officer.map { "of \(name($0)) " } ?? "")for this store on this device; make one with tidu join for a supervisor to register, look with tidu keys"
        ))
    }
    let officers = Set(files.map(\.info.officer))
    guard officers.count == 1 else {
      // The option takes the id: it stands beside each name.
      let names = officers.sorted().map { id in name(id).contains(id) ? name(id) : "\(id) \(name(id))" }
      throw StoreError(
        .noKey, path,
        Phrase(
          "本机有多人的密钥（\(names.joined(separator: "、"))），请用 --officer 指明",
          "Keys of several officers are here (\(names.joined(separator: ", "))); say which with --officer"
        ))
    }
    return (file, "\(path)/keys/\(OfficerFolder.name(file.info))")
  }
}
