import StrictJSON

/// An end of an office, a key or a role 终止, with the acts that it leaves standing (Casework §6.5).
struct RegistryEnd: Sendable {
  enum Subject: Sendable, Hashable {
    case officer(String)
    /// By public signing key.
    case key(String)
    /// By the event that gave the role.
    case role(String)
  }

  var id: String
  /// Place of its event in the registry.
  var place: Int
  var subject: Subject
  var isStolen: Bool
  /// Ids of the acts that stand, none where the end names no cut; `nil` while the file of the cut has not arrived.
  var cutoff: Set<String>?

  /// - Returns: `nil` for what ends nothing that was held: a proposal withdrawn or declined.
  init?(_ event: Event, place: Int, of ended: Event?, _ cutoffs: [String: Set<String>]) {
    guard event.act == .end, !["withdrawn", "declined"].contains(event.body.text("why")), let ended else { return nil }
    switch ended.act {
    case .officer: subject = .officer(ended.body.text("officer") ?? "")
    case .key: subject = .key(ended.body.text("sign") ?? "")
    case .found: subject = .key(ended.body["key"]?.text("sign") ?? "")
    case .role: subject = .role(ended.id)
    default: return nil
    }
    id = event.id
    self.place = place
    isStolen = event.body.text("why") == "stolen"
    cutoff = event.body["cut"].map { cutoffs[$0.text("sha") ?? ""] } ?? []
  }

  /// Takes what it is about, of two who ended each other.
  func take(from rights: inout Rights) {
    switch subject {
    case .officer(let officer): rights.officers[officer]?.isActive = false
    case .key(let key): rights.keys[key] = nil
    case .role(let event): rights = rights.without([event])
    }
  }

  /// Whether it is about an event's author, key or a role of his.
  func touches(_ event: Event, _ fold: Fold) -> Bool {
    switch subject {
    case .officer(let officer): officer == event.author
    case .key(let key): key == event.key
    case .role(let id): fold.event(id)?.body.text("officer") == event.author
    }
  }

  /// What ends that an act did not know of make of it; `nil` where they leave it standing.
  ///
  /// - Parameters:
  ///   - ends: those outside the registry that the act names.
  ///   - isEntitled: whether the act's author may do it without the roles that these events gave.
  static func verdict(_ ends: [RegistryEnd], on act: Event, isEntitled: (Set<String>) -> Bool) -> Verdict? {
    let touching = ends.filter { $0.cutoff?.contains(act.id) != true }
    var roles: Set<String> = []
    var deciding = touching.filter { end in
      switch end.subject {
      case .officer(let officer): return officer == act.author
      case .key(let key): return key == act.key
      case .role(let event):
        roles.insert(event)
        return false
      }
    }
    if !roles.isEmpty, !isEntitled(roles) {
      deciding += touching.filter { if case .role = $0.subject { true } else { false } }
    }
    guard !deciding.isEmpty else { return nil }
    if let waiting = deciding.first(where: { $0.cutoff == nil }) { return .pending(.registry(waiting.id)) }
    return deciding.contains(where: \.isStolen) ? .rejected([.ended]) : .pending(.ratify)
  }
}
