import Casework
package import ScoringCore
import StrictJSON

extension Store {
  /// Enters the titles of a register kept in spreadsheets: one signed event a row, in a folder of the title's own.
  ///
  /// A bad row is a problem in the report with its place, and the rest goes in; a title that is there is entered once. The
  /// table is kept as it was received, in the office's folder of the rounds, and every event names it as its source.
  ///
  /// - Parameter today: the day of the entries.
  package func enterTitles(
    _ tables: [(bytes: [UInt8], name: String)], by officer: OfficerKey, _ standard: Standard = .shared, today: Day,
    at moment: Timestamp
  ) -> ImportReport {
    var report = ImportReport()
    do throws(StoreError) {
      try settle(by: officer)
      var intake = TitleIntake(
        store: self, officer: officer, registry: try wholeRegistry(), standard: standard, today: today,
        given: try titles(standard, today: today).records)
      for table in tables { try intake.take(table.bytes, file: table.name, at: moment, &report) }
    } catch { report.stopped = error }
    return report
  }
}

/// One run of an import of titles.
private struct TitleIntake {
  let store: Store
  let officer: OfficerKey
  let registry: Registry
  let standard: Standard
  let today: Day
  /// The register as it is.
  let given: [TitleRecord]
  private var taken: Set<String> = []

  init(
    store: Store, officer: OfficerKey, registry: Registry, standard: Standard, today: Day, given: [TitleRecord]
  ) {
    self.store = store
    self.officer = officer
    self.registry = registry
    self.standard = standard
    self.today = today
    self.given = given
  }

  /// A row that may go in.
  private struct Title {
    var folder: String
    var authority: String
    var body: JSONValue
    var history: History
  }

  mutating func take(_ bytes: [UInt8], file: String, at moment: Timestamp, _ report: inout ImportReport)
    throws(StoreError)
  {
    var rows: [CSVTable.Row] = []
    var problems: [ImportProblem] = []
    CSVTable.read(
      bytes.starts(with: TextEncoding.byteOrderMark) ? bytes.dropFirst(3) : bytes[...], of: .titles, file: file,
      take: { rows.append($0) }, report: { problems.append($0) })
    var titles: [Title] = []
    for row in rows {
      do throws(Refusal) {
        if let title = try title(row, source: Hexadecimal.sha256(bytes)) {
          titles.append(title)
        } else {
          report.alreadyThere += 1
        }
      } catch {
        switch error {
        case .store(let error): throw error
        case .unmet(let unmet):
          for one in unmet {
            let path = one.field ?? one.about.first
            problems.append(
              ImportProblem(
                kind: one.ground == .schema ? .schema : one.code == "conflict" ? .conflict : .permission, file: file,
                line: row.line, column: path.flatMap { row.columns[$0] }, path: path, message: one.message))
          }
        }
      }
    }
    report.problems += problems.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    var progress = Batch.Progress()
    defer { report.titles += progress.durable.map { titles[$0].folder } }
    try write(titles, source: bytes, at: moment, &progress)
  }

  // MARK: one row

  /// - Returns: `nil` for a title that is in the register already, as the row states it.
  private mutating func title(_ row: CSVTable.Row, source: String) throws(Refusal) -> Title? {
    func text(_ name: String) -> String? { row.object[name]?.string }
    func wrong(_ path: String, _ zh: String, _ en: String) -> UnmetRequirement {
      UnmetRequirement(.schema, "schema", Phrase(zh, en), about: [path])
    }
    var unmet: [UnmetRequirement] = []
    func day(_ name: String) -> Day? {
      guard let text = text(name) else { return nil }
      if let day = Day(text) { return day }
      unmet.append(wrong(name, "“\(text)”不是日期", "“\(text)” is not a date"))
      return nil
    }
    for name in ["authority", "tier", "creditCode", "name", "from"] where text(name) == nil {
      unmet.append(wrong(name, "没有填写", "is not stated"))
    }
    let authority = text("authority") ?? ""
    if text("authority") != nil, Authorities.shared[authority] == nil {
      unmet.append(wrong("authority", "没有主管部门“\(authority)”", "There is no authority “\(authority)”"))
    }
    if let code = text("creditCode"), !CreditCode.isWellFormed(code.utf8) {
      unmet.append(
        wrong("creditCode", "统一社会信用代码应为 18 位数字和大写字母", "A credit code is 18 digits and capitals"))
    }
    let tier = text("tier").flatMap { word in
      Tier.allCases.first { tier in tier.rawValue == word || standard.names(of: tier).contains(word) }
    }
    if text("tier") != nil, tier == nil {
      let all = Tier.allCases.map(\.rawValue).joined(separator: ", ")
      unmet.append(wrong("tier", "没有这个层级；可用：\(all)", "There is no such tier; known: \(all)"))
    }
    let (from, stated) = (day("from"), day("until"))
    guard unmet.isEmpty, let tier, let from else { throw .unmet(unmet) }
    let until = stated ?? standard.edition(of: tier, on: from).titles.until(from)
    let creditCode = text("creditCode") ?? ""
    let folder = TitleRules.folder(authority: authority, creditCode: creditCode, tier: tier, from: from)
    if let record = given.first(where: { $0.creditCode == creditCode && $0.tier == tier && $0.from == from }) {
      let isSame = record.until == until && record.authority == authority && record.number == text("number")
      guard !isSame else { return nil }
      throw .unmet([conflict(in: record.folder)])
    }
    guard taken.insert(folder).inserted else { throw .unmet([conflict(in: folder)]) }
    var members: [JSONValue.Member] = [
      .init("tier", .string(tier.rawValue)), .init("creditCode", .string(creditCode)),
      .init("name", .string(text("name") ?? "")), .init("from", .string(from.description)),
      .init("until", .string(until.description)), .init("source", .string(source)),
    ]
    if let number = text("number") { members.append(.init("number", .string(number))) }
    let action = Action(.registerTitle, .object(members))
    let history: History
    do throws(StoreError) { history = try store.history(folder) } catch { throw .store(error) }
    let situation = Situation(.folder(history, registry), officer: officer.officer, today: today, standard)
    let whole: Action
    (whole, unmet) = situation.prepare(action)
    guard unmet.isEmpty else { throw .unmet(unmet) }
    return Title(folder: folder, authority: authority, body: whole.body(on: today), history: history)
  }

  private func conflict(in folder: String) -> UnmetRequirement {
    UnmetRequirement(
      .requirement, "conflict",
      Phrase(
        "这个称号已登记在\(folder)，内容不同或重复，未予登记",
        "This title is in \(folder) already, stated otherwise or twice; it was not entered"))
  }

  // MARK: writing

  private func write(
    _ titles: [Title], source: [UInt8], at moment: Timestamp, _ progress: inout Batch.Progress
  ) throws(StoreError) {
    guard !titles.isEmpty else { return }
    guard let own = store.own else { throw store.noPlace }
    let (store, officer, registry) = (store, officer, registry)
    try own.locked { () throws(StoreError) in
      let number = try store.nextNumber(of: officer, known: 0, own)
      var batch = try Batch(store.disk)
      for authority in Set(titles.map(\.authority)).sorted() {
        try batch.stage(source, in: "rounds/\(authority)/office", names: [Hexadecimal.sha256(source)])
      }
      var events: [EventFile] = []
      for title in titles {
        let file = try store.sign(
          .registerTitle, body: title.body, in: title.folder, parents: title.history.heads,
          registry: registry.heads, number: number + events.count, by: officer, at: moment)
        var history = title.history
        if let event = try? Event(file) { history.append(event) }
        guard history.entries.contains(where: { $0.id == file.id && $0.verdict.isValid }) else {
          throw StoreError(.badInput, title.folder, Phrase("这个密钥不能登记称号", "This key cannot enter titles"))
        }
        try batch.stage(file.bytes, in: title.folder, names: file.names, second: true)
        events.append(file)
      }
      try store.deliver(batch, events, own, &progress)
    }
  }
}
