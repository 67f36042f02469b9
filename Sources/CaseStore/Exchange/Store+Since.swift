package import Casework
package import ScoringCore
import SystemPackage

extension Store {
  /// Cases of which anything was written or arrived since a day, by what the events' names and the files' times say: one
  /// too many does no harm.
  package func cases(since day: Day) throws(StoreError) -> [CaseKey] {
    let first = day.description.filter(\.isNumber)
    return try cases { name, status in
      (EventFile.hash(inName: name) != nil && name.prefix(8) >= first)
        || Timestamp(seconds: status.modified).day >= day
    }
  }

  /// Cases of which something is here that is not in a copy that was taken before.
  /// - Parameter path: of the copy.
  /// - Throws: `badInput` where that is no copy, `otherStore` where it is another store's.
  package func cases(since path: String) throws(StoreError) -> [CaseKey] {
    guard let copy = try CopyRecord.read(try Disk(path: path)) else {
      throw StoreError(
        .badInput, path,
        Phrase("\(path)不是日期，也不是带出的副本", "\(path) is neither a date nor a copy that was taken along"))
    }
    guard copy.store == id else { throw .otherStore(path, copy.store, here: id) }
    return try cases { name, _ in
      EventFile.hash(inName: name).map { !copy.known.contains(String($0.prefix(16))) } ?? false
    }
  }

  private func cases(_ isNew: (String, FileStatus) -> Bool) throws(StoreError) -> [CaseKey] {
    var neighbours = Neighbours(disk)
    var found: [CaseKey] = []
    for key in try caseKeys() {
      guard let files = try neighbours.look(at: key.path) else { continue }
      if files.contains(where: { $0.status.kind == .file && isNew($0.name, $0.status) }) { found.append(key) }
    }
    return found
  }
}
