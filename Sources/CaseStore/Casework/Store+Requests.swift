package import Casework

extension Store {
  /// What the officers at this computer wait for before they can sign, of all or of one; none where each has a key in
  /// force. What has been answered is forgotten.
  package func pendingRequests(of officer: String? = nil, _ registry: Registry) throws(StoreError) -> [PendingRequest] {
    guard let own else { return [] }
    var waiting: [PendingRequest] = []
    for pending in try own.requests() where officer == nil || pending.request.officer == officer {
      if registry.now.keys[pending.request.sign] == pending.request.officer {
        try own.dropRequest(pending.request.sign)
      } else {
        waiting.append(pending)
      }
    }
    let keys = try own.keys()
    return waiting.filter { pending in
      !keys.contains { $0.officer == pending.request.officer && registry.now.keys[$0.sign] == $0.officer }
    }
  }
}
