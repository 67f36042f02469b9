internal import CaseStore
internal import Casework
internal import Console
internal import ConsoleHost
internal import Samples
internal import ScoringCore
internal import StrictJSON

/// A month of work in the demonstration's province, done act by act as the officers would: something in every queue.
struct DemoCasework {
  private let store: Store
  private var office: DemoOffice
  private let papers: DemoDocuments
  private var free: [CaseSummary]
  private let round = "rounds/370000/2026-1"
  /// Left as it was received, for the tour to walk to its recognition.
  private(set) var walked: TourCase?

  init(_ store: Store, _ office: DemoOffice, _ papers: DemoDocuments, today: Day) throws {
    self.store = store
    self.papers = papers
    self.office = office
    let all = try StoreAccess.withStore { () throws(StoreError) in
      _ = try store.refresh(.shared)
      return store.loadSummaries(.shared)
    }
    free = all.filter { $0.key.authority == "370000" }.sorted {
      ($0.received ?? today, $0.key) < ($1.received ?? today, $1.key)
    }
  }

  /// Keeps back the first case that does for the tour's walk.
  private mutating func keepOne(receivedBy day: Day) throws {
    let fit = free.filter { $0.tier == .innovative && $0.type == .new && $0.outcome == .meets }
    for row in fit where (row.received ?? day) < day {
      let file = try file(row.key, on: day)
      guard SamplePapers(file.revision.application).agree, let fit = TourCase(file) else { continue }
      walked = fit
      free.removeAll { $0.key == row.key }
      return
    }
  }

  /// `day(n)` is the n-th day of the month of work.
  mutating func run(_ day: (Int) -> Day) throws {
    try keepOne(receivedBy: day(5))
    let closed = take(2) { $0.outcome == .meets && $0.tier == .innovative && $0.type == .new }
    let notice = try openNotice(closed, on: day(7))
    for key in closed {
      try recommend(key, by: "reviewer-a", on: day(5))
      try sign(key, on: day(6))
      try office.act(.enterNotice, ["notice": .string(notice)], in: key.path, by: "signer", on: day(7))
      try office.act(.closeNotice, [:], in: key.path, by: "signer", on: day(19))
      try office.act(
        .decide, ["outcome": "recognise", "document": .string(localized("鲁工信公告（示例）", "Announcement (sample)"))],
        in: key.path, by: "signer-b", on: day(20))
    }
    let running = take(3) { $0.outcome == .meets && $0.tier == .specialized && $0.type == .new }
    let open = try openNotice(running, on: day(32))
    var objected = false
    for key in running {
      try recommend(key, by: "reviewer-b", on: day(29))
      try sign(key, on: day(30))
      try office.act(.enterNotice, ["notice": .string(open)], in: key.path, by: "signer", on: day(32))
      if !objected { try object(to: key, on: day(33)) }
      objected = true
    }
    try look()
    for key in take(2, { $0.outcome == .meets && $0.tier == .innovative && $0.type == .new }) {
      try recommend(key, by: "reviewer-a", on: day(31))
      try sign(key, on: day(32))
    }
    for key in take(2, { $0.outcome == .meets }) { try recommend(key, by: "reviewer-b", on: day(33)) }
    for key in take(3, { $0.outcome == .undetermined }) { try sendBack(key, by: "reviewer-a", on: day(30)) }
    for key in take(1, { $0.outcome == .undetermined }) { try sendBack(key, by: "demo", on: day(31)) }
    for key in take(2, { $0.tier == .littleGiant }) { try visit(key, on: day(30)) }
    for key in take(1, { $0.outcome == .meets && $0.tier == .innovative }) { try dispute(key, day) }
    for key in take(1, { _ in true }) {
      try assign(key, to: "reviewer-a", on: day(28))
      try office.act(
        .hold, ["reason": .string(localized("等待法院文书", "Waits for a court document"))], in: key.path, by: "reviewer-a",
        on: day(29))
    }
    for key in take(1, { _ in true }) {
      try office.act(
        .withdraw,
        ["cause": "misdirected", "reason": .string(localized("应由所在市受理", "Belongs to its own city"))], in: key.path,
        by: "demo", on: day(29))
    }
    for key in take(7, { _ in true }) { try assign(key, to: "demo", on: day(32)) }
    for key in take(6, { _ in true }) { try assign(key, to: "reviewer-a", on: day(32)) }
  }

  /// The visitor looked at everything here: what comes after is news on the Overview.
  private func look() throws {
    try StoreAccess.withStore { () throws(StoreError) in
      _ = try store.refresh(.shared)
      guard let own = store.own else { return }
      let rows = store.loadSummaries(.shared)
      for officer in [DemoStore.visitor] + DemoOffice.posts.map(\.id) {
        try SeenSnapshotStore.keep(rows, own, officer: officer)
      }
    }
  }

  /// The next cases nobody has worked on, oldest first, that are so.
  private mutating func take(_ count: Int, _ fits: (CaseSummary) -> Bool) -> [CaseKey] {
    let chosen = free.filter(fits).prefix(count).map(\.key)
    free.removeAll { chosen.contains($0.key) }
    return Array(chosen)
  }

  private func file(_ key: CaseKey, on day: Day) throws -> CaseFile {
    let file = try StoreAccess.withStore { () throws(StoreError) in try store.caseFile(key, today: day) }
    guard let file else { throw CommandError(.storeTrouble, key.path) }
    return file
  }

  private mutating func assign(_ key: CaseKey, to officer: String, on day: Day) throws {
    // What is found in order has to be there.
    papers.write(key, in: store)
    try office.act(.assign, [:], in: key.path, by: officer, on: day)
  }

  /// Takes the case, settles every paper, accepts what decides as declared, and recommends what the rules say.
  private mutating func recommend(_ key: CaseKey, by officer: String, on day: Day) throws {
    try assign(key, to: officer, on: day)
    for paper in try file(key, on: day).papers where paper.need == .required {
      var fields: [JSONValue.Member] = [.init("item", .string(paper.item.rawValue))]
      if let year = paper.year { fields.append(.init("year", .integer(Int64(year)))) }
      if let sha = paper.sha { fields.append(.init("file", .string(sha))) }
      fields.append(.init("state", paper.sha == nil ? "notRequired" : "ok"))
      if paper.sha == nil { fields.append(.init("reason", .string(localized("已在平台核对", "Checked on the platform")))) }
      try office.act(.check, .object(fields), in: key.path, by: officer, on: day)
    }
    var accepted: Set<String> = []
    while let path = try file(key, on: day).unverified.first(where: { accepted.insert($0.description).inserted }) {
      try office.act(
        .verify, ["path": .string(path.description), "how": "accepted"], in: key.path, by: officer, on: day)
    }
    try office.act(.recommend, [:], in: key.path, by: officer, on: day)
  }

  private mutating func sign(_ key: CaseKey, on day: Day) throws {
    // These were not drawn: the demonstration has visits of its own.
    try office.act(.sign, ["next": "notice"], in: key.path, by: "signer", on: day)
  }

  /// One signs while another, who has not seen it, challenges: a contest that a supervisor has to settle.
  private mutating func dispute(_ key: CaseKey, _ day: (Int) -> Day) throws {
    try recommend(key, by: "reviewer-b", on: day(30))
    // The visitor has seen the case so far: what the two do is new to him.
    let seen = Set(try file(key, on: day(30)).history.entries.map(\.id))
    try StoreAccess.withStore { () throws(StoreError) in try store.own?.markSeen(seen, in: key.path) }
    var (one, other) = (office, office)
    try DemoDispute(store: store).apart(key) {
      try one.act(.sign, ["next": "notice"], in: key.path, by: "signer", on: day(31))
    } _: { elsewhere in
      other.store = elsewhere
      try other.act(
        .challenge,
        ["section": "facts", "text": .string(localized("研发费用与审计报告不符", "R&D expense is not that of the audit report"))],
        in: key.path, by: "signer-b", on: day(31))
    }
  }

  private mutating func sendBack(_ key: CaseKey, by officer: String, on day: Day) throws {
    try assign(key, to: officer, on: day)
    let reasons: JSONValue = [
      [
        "code": "missing", "item": "audit-report",
        "text": .string(localized("请补交带有验证码的审计报告", "Send the audit report with its registration code")),
      ],
      [
        "code": "figure-differs", "item": "social-insurance",
        "text": .string(localized("社保人数与申报不一致，请说明", "The headcount differs from what was declared; explain")),
      ],
    ]
    try office.act(.return, ["reasons": reasons], in: key.path, by: officer, on: day)
  }

  private mutating func visit(_ key: CaseKey, on day: Day) throws {
    try assign(key, to: "reviewer-a", on: day)
    let order = try office.act(
      .order, ["ground": "doubt", "text": .string(localized("核对研发场地和设备", "See the R&D site and equipment"))],
      in: key.path, by: "demo", on: day)
    let items = try file(key, on: day).proposals(for: order.id).filter { $0.why != nil }.map(\.code)
    try office.act(
      .plan,
      [
        "visit": .string(order.id), "officers": ["visitor-a", "visitor-b"],
        "items": .array(items.map { .string($0) }),
        "day": .string(day.adding(days: 3).description),
      ], in: key.path, by: "demo", on: day)
  }

  /// Founds the round where it is not, and writes the list of a notice.
  private mutating func openNotice(_ keys: [CaseKey], on day: Day) throws -> String {
    let isThere = try StoreAccess.withStore { () throws(StoreError) in
      try store.history(round).entries.contains { $0.event.act == .openRound }
    }
    if !isThere {
      try office.act(
        .openRound,
        [
          "tiers": ["innovative", "specialized", "little-giant"], "types": ["new", "review"],
          "window": ["from": "2026-03-01", "until": "2026-06-30"],
          "document": .string(localized("鲁工信企业〔2026〕示例号", "Shandong notice (sample)")),
        ], in: round, by: "demo", on: day)
    }
    let list = keys.flatMap { key -> [UInt8] in
      let line: JSONValue = ["case": .string(key.path)]
      return line.canonicalBytes + [0x0A]
    }
    var days: JSONValue = [:]
    if let key = keys.first {
      let begin = Action(.enterNotice, ["first": .string(day.description)])
      days = try file(key, on: day).complete(begin, by: "", today: day).fields
    }
    let sha = try StoreAccess.withStore { () throws(StoreError) in try store.keep(list, in: round) }
    return try office.act(
      .notice,
      [
        "list": ["sha": .string(sha), "count": .integer(Int64(keys.count))],
        "document": .string(localized("公示（示例）", "Notice (sample)")), "first": days["first"] ?? .null,
        "last": days["last"] ?? .null,
      ], in: round, by: "signer", on: day
    ).id
  }

  private mutating func object(to key: CaseKey, on day: Day) throws {
    let object = try office.act(
      .lodge,
      [
        "as": "objection", "arrived": .string(day.description), "channel": "letter",
        "text": .string(localized("该企业的研发人员数与实际不符，附工资表。", "The R&D headcount is not as declared; payroll attached.")),
        "identity": .string(localized("示例单位，联系人见附件", "A sample unit, contact enclosed")),
      ], in: key.path, by: "objections", on: day)
    try office.act(.acknowledge, ["of": .string(object.id), "how": "letter"], in: key.path, by: "objections", on: day)
  }
}
