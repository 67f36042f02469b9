package import Casework
import ScoringCore
import StrictJSON

/// A request to join that was made on this computer and is not answered yet.
package struct PendingRequest: Sendable, Hashable {
  package var request: JoinRequest
  /// Where the copy came from; `nil` where its officer works in the store of the others.
  package var from: String?

  package init(request: JoinRequest, from: String?) {
    self.request = request
    self.from = from
  }
}

/// Requests to join (Casework §6.7), kept until their keys are in force: joining again goes on with the same key.
extension OfficerFolder {
  private static let folder = "requests"
  /// A request has eight short fields.
  private static let limit = 16_384

  private static func name(_ sign: String) -> String { String(sign.prefix(16)) }

  /// Every request kept here, by officer.
  /// - Throws: `damaged` where one is not what was kept.
  package func requests() throws(StoreError) -> [PendingRequest] {
    var found: [PendingRequest] = []
    for name in try disk.names(Self.folder) where name.utf8.count == 16 && Hexadecimal.bytes(name) != nil {
      guard let bytes = try kept("\(Self.folder)/\(name)", limit: Self.limit) else { continue }
      guard let value = try? JSONValue(parsing: bytes), let text = value["request"]?.string,
        let request = try? JoinRequest(reading: text)
      else { throw Self.damaged("\(path)/\(Self.folder)/\(name)") }
      found.append(PendingRequest(request: request, from: value["from"]?.string))
    }
    return found.sorted { ($0.request.officer, $0.request.sign) < ($1.request.officer, $1.request.sign) }
  }

  private static func damaged(_ path: String) -> StoreError {
    StoreError(
      .damaged, path,
      Phrase(
        "加入请求\(path)读不懂：移走后再运行一次 tidu join",
        "The request \(path) cannot be read: move it away and run tidu join once more"))
  }

  /// Keeps a request; one of the same key is replaced.
  package func keepRequest(_ pending: PendingRequest) throws(StoreError) {
    var value: JSONValue = ["request": .string(pending.request.text)]
    if let from = pending.from { value = .object((value.members ?? []) + [.init("from", .string(from))]) }
    try keep(value.canonicalBytes, "\(Self.folder)/\(Self.name(pending.request.sign))")
  }

  /// Forgets the request of a key that is in force, or ended.
  package func dropRequest(_ sign: String) throws(StoreError) {
    _ = try disk.withFolder(Self.folder) { folder in
      try? disk.files.remove(Self.name(sign), in: folder)
    }
  }
}
