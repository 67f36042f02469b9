/// Names a case by its folder: `cases/<authority>/<batch>/<id>`.
public struct CaseKey: Sendable, Hashable, Comparable {
  public var authority: String
  public var batch: String
  public var id: String

  public init(authority: String, batch: String, id: String) {
    self.authority = authority
    self.batch = batch
    self.id = id
  }

  /// The folder's path from the store's root; this is what an event states as its `case`.
  public var path: String { "cases/\(authority)/\(batch)/\(id)" }

  public static func < (a: CaseKey, b: CaseKey) -> Bool {
    (a.authority, a.batch, a.id) < (b.authority, b.batch, b.id)
  }
}
