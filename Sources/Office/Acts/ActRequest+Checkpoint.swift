package import CaseStore
internal import Casework
internal import StrictJSON

extension ActRequest {
  /// A checkpoint 存证: the list of every event of the store, as a check of all of it has just found them, after the last
  /// one that the office wrote; `nil` where that one holds all but itself.
  package init?(checkpointOf office: String, _ check: StoreVerifier) {
    let list = check.checkpointList()
    let sha = Store.hash(of: list)
    var fields: [JSONValue.Member] = [
      .init("count", .integer(Int64(check.held.count))), .init("office", .string(office)), .init("root", .string(sha)),
    ]
    let last = check.registry.entries.last { entry in
      entry.verdict.isValid && entry.event.act == .checkpoint && entry.event.body["office"]?.string == office
    }
    if let last, last.event.body["root"]?.string == Store.hash(of: check.checkpointList(without: last.id)) {
      return nil
    }
    if let last { fields.append(.init("previous", .string(last.id))) }
    self.init("registry", .checkpoint, .object(fields), files: [sha: list])
  }
}
