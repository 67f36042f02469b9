/// Names a case by its folder: `cases/<authority>/<batch>/<id>`.
package struct CaseKey: Sendable, Hashable, Comparable {
  package var authority: String
  package var batch: String
  package var id: String

  package init(authority: String, batch: String, id: String) {
    self.authority = authority
    self.batch = batch
    self.id = id
  }

  /// The folder's path from the store's root; this is what an event states as its `case`.
  package var path: String { "cases/\(authority)/\(batch)/\(id)" }

  /// The case of a folder; `nil` for a path that is no case's.
  package init?(path: String) {
    let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard names.count == 4, names[0] == "cases", !names.contains("") else { return nil }
    self.init(authority: names[1], batch: names[2], id: names[3])
  }

  package static func < (a: CaseKey, b: CaseKey) -> Bool {
    (a.authority, a.batch, a.id) < (b.authority, b.batch, b.id)
  }
}
