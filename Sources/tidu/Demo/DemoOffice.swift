internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// The people of the demonstration, made by posts and not by names, and a hand to let them act.
struct DemoOffice {
  var store: Store
  private(set) var keys: [String: OfficerKey] = [:]
  private let moment: @Sendable (Day, Int) -> Timestamp
  private var acts = 0

  /// Agrees to what the founder proposes: a supervisor of the whole.
  private static let second = "supervisor"

  /// Officer id, post, roles; the second supervisor first.
  static let posts: [(id: String, name: Phrase, roles: [String])] = [
    (second, Phrase("主管", "Supervisor"), ["supervisor"]),
    ("reviewer-a", Phrase("审核员甲", "Reviewer A"), ["reviewer"]),
    ("reviewer-b", Phrase("审核员乙", "Reviewer B"), ["reviewer"]),
    ("signer", Phrase("签批人甲", "Signing officer A"), ["signer"]),
    ("signer-b", Phrase("签批人乙", "Signing officer B"), ["signer"]),
    ("visitor-a", Phrase("抽查员甲", "Spot-check officer A"), ["spotCheck"]),
    ("visitor-b", Phrase("抽查员乙", "Spot-check officer B"), ["spotCheck"]),
    ("objections", Phrase("异议处理员", "Objection officer"), ["objection"]),
    ("registrar", Phrase("管理员", "Administrator"), ["administrator"]),
  ]

  /// Whether an officer of the demonstration, the visitor apart, has this id.
  static func has(_ officer: String) -> Bool { posts.contains { $0.id == officer } }

  /// Admits the officers, with a key each in the own folder.
  init(_ store: Store, founder: OfficerKey, on day: Day, moment: @escaping @Sendable (Day, Int) -> Timestamp) throws {
    self.store = store
    self.moment = moment
    keys[founder.officer] = founder
    for post in Self.posts {
      let key = try StoreAccess.withStore { () throws(StoreError) -> OfficerKey in
        guard let own = store.own else { throw StoreError(.noKey, store.path, Phrase("没有密钥", "no key")) }
        return try own.makeKey(officer: post.id, passphrase: nil, at: moment(day, 0))
      }
      let proof = try StoreAccess.withStore { () throws(StoreError) in try key.proof(device: "demo") }
      try enter(
        .officer,
        [
          "officer": .string(post.id), "name": .string(post.name(OutputLanguage.language)), "authority": "370000",
          "state": "active",
        ], by: founder.officer, on: day)
      try enter(
        .key,
        [
          "officer": .string(post.id), "device": "demo", "sign": .string(key.sign), "seal": .string(key.seal),
          "proof": .string(proof),
        ], by: founder.officer, on: day)
      for role in post.roles {
        try enter(
          .role,
          [
            "officer": .string(post.id), "role": .string(role),
            "authority": post.id == Self.second ? "*" : "370000",
          ], by: founder.officer, on: day)
      }
      keys[post.id] = key
      if post.id == Self.second {
        try act(
          .root, ["supervisors": [.string(founder.officer), .string(post.id)], "threshold": 1], in: "registry",
          by: founder.officer, on: day)
      }
    }
  }

  /// An entry of the registry, and the second supervisor's approval where it takes two.
  private mutating func enter(_ name: ActName, _ fields: JSONValue, by officer: String, on day: Day) throws {
    let event = try act(name, fields, in: "registry", by: officer, on: day)
    let isWaiting = try StoreAccess.withStore { () throws(StoreError) in
      try store.officers().awaiting.contains { $0.id == event.id }
    }
    if isWaiting { try act(.approve, ["of": .string(event.id)], in: "registry", by: Self.second, on: day) }
  }

  /// What waits for the visitor's approval: an officer and a setting that the administrator proposes.
  mutating func propose(on day: Day) throws {
    try act(
      .officer,
      [
        "officer": "reviewer-c", "name": .string(localized("审核员丙", "Reviewer C")), "authority": "370000",
        "state": "active",
      ], in: "registry", by: "registrar", on: day)
    let file = Array("correctionDays: 15\n".utf8)
    let sha = Store.hash(of: file)
    try act(
      .settings,
      [
        "authority": "370000", "file": .string(sha), "from": .string(day.adding(days: 30).description),
        "what": "settings",
      ], files: [sha: file], in: "registry", by: "registrar", on: day)
  }

  /// Performs one act; a refusal is a fault of the demonstration and is told with its reasons.
  @discardableResult
  mutating func act(
    _ name: ActName, _ fields: JSONValue, files: [String: [UInt8]] = [:], in folder: String, by officer: String,
    on day: Day
  ) throws -> Event {
    guard let key = keys[officer] else { throw CommandError(.notPermitted, officer) }
    acts += 1
    let at = moment(day, acts)
    do throws(OfficeError) {
      return try ActService(store: store, today: day, letters: OutputLanguage.language).perform(
        ActRequest(folder, name, fields, files: files), by: key, at: at
      ).event
    } catch {
      guard case .unmet(let unmet) = error else { throw error }
      throw CommandError(
        .notPermitted, "\(name) \(folder): " + unmet.map { $0.message(OutputLanguage.language) }.joined(separator: "; ")
      )
    }
  }
}
