internal import CaseStore
internal import Casework
internal import ScoringCore

/// The places of a store as a person names them: `registry`, `rounds/…`, `titles/…`, or a case by its id or folder.
struct ActPlaces {
  let store: Store
  private var cases: [String: [CaseKey]]?

  init(_ store: Store) { self.store = store }

  mutating func folder(_ name: String) throws -> String {
    if name == "registry" { return name }
    if name.hasPrefix("rounds/") || name.hasPrefix("titles/") {
      guard Self.isFolder(name) else {
        throw Complaint(
          .usage,
          say(
            "\(shown(name)) 不是批次或称号的文件夹；例如 rounds/370000/2026-1",
            "\(shown(name)) is no folder of a round or title, such as rounds/370000/2026-1"))
      }
      return name
    }
    return try key(name).path
  }

  /// The case of that id, or of that folder where an id stands in two batches.
  mutating func key(_ name: String) throws -> CaseKey {
    if cases == nil {
      let keys = try StoreAccess.told { () throws(StoreError) in try store.caseKeys() }
      cases = Dictionary(grouping: keys, by: \.id)
    }
    if let key = CaseKey(path: name.hasPrefix("cases/") ? name : "cases/" + name), cases?[key.id]?.contains(key) == true
    {
      return key
    }
    let found = cases?[name] ?? []
    guard let key = found.first else {
      throw Complaint(
        .badInput,
        say(
          "档案库里没有 \(shown(name))；tidu queue 列出全部案件", "the store has no \(shown(name)); tidu queue lists its cases"))
    }
    guard found.count == 1 else {
      let list = found.map { shown($0.path) }.joined(separator: ", ")
      throw Complaint(
        .badInput, say("\(shown(name)) 不止一件，请写明：\(list)", "\(shown(name)) is not one case; say which: \(list)"))
    }
    return key
  }

  /// Names that the program may make: two or three parts of letters, digits, dots and hyphens.
  private static func isFolder(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.first != "."
          && part.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
              || byte == 0x2D || byte == 0x2E || byte == 0x5F
          }
      }
  }
}
