internal import CaseStore
internal import Casework
internal import Console
internal import ScoringCore

/// A case whole as lines for a person.
struct ShowText {
  private let argument: CaseArgument
  private let findings: [Finding]
  private let text: CaseText

  init(_ argument: CaseArgument, _ findings: [Finding]) throws(EditionError) {
    self.argument = argument
    self.findings = findings
    text = try CaseText(argument.opened, by: argument.standard, OutputLanguage.language)
  }

  var lines: [String] {
    let language = OutputLanguage.language
    let application = argument.opened.declared
    var lines = argument.store?.isTrial == true ? [Session.trialStore(language)] : []
    func part(_ heading: String, _ rows: [String]) {
      guard !rows.isEmpty else { return }
      lines += ["", heading] + rows.map { "  " + $0 }
    }
    // Where the registry is not whole nothing below can be relied on, and that comes first.
    let isJudged = argument.file?.registry.incomplete.isEmpty != false
    if !isJudged {
      part(localized("登记册不完整，以下不足为据", "The registry is not whole: do not rely on what follows"), uncounted)
    }
    lines += text.verdict
    part(localized("状态", "State"), state)
    if isJudged { part(localized("不算数的文件", "Files that do not count"), uncounted) }
    part(localized("企业", "Enterprise"), enterprise(application))
    part(
      localized("申报的事实", "Facts as declared"),
      application.factPaths.compactMap { path in
        if case .local(let key) = path { return local(key, of: application) }
        return application.value(at: path).map { "\(path.name(language))  \(shown($0.text(language)))" }
      })
    if !text.verified.isEmpty { lines += [""] + text.verified }
    let noticed = (argument.file?.remarks(today: StoreAccess.today) ?? []).map(\.message) + findings.map(\.message)
    part(localized("疑点", "What was noticed"), noticed.map { shown($0(language)) })
    part(localized("材料", "Documents"), papers(application))
    part(
      localized("文书", "Letters"),
      argument.opened.letters.map { letter in
        letter.name(language) + "  " + (letter.on?.description ?? localized("未制发", "not yet written"))
      })
    part(localized("经过", "What happened"), timeline)
    return lines
  }

  private var uncounted: [String] {
    (argument.file?.uncountedNotes ?? []).map { shown($0(OutputLanguage.language)) }
  }

  private var state: [String] {
    guard let file = argument.file else { return [] }
    let language = OutputLanguage.language
    var rows = [(file.fold.state ?? .notReceived).name(language)]
    if let officer = file.fold.assignee {
      rows.append(localized("承办  ", "assigned to  ") + shown(file.fold.name(of: officer)))
    }
    if let clock = file.clock(today: StoreAccess.today) {
      var words = localized(
        "审核时限  已用 \(clock.used) 个工作日，共 \(clock.limit) 个，到 \(clock.deadline)",
        "review clock  \(clock.used) of \(clock.limit) working days used, deadline \(clock.deadline)")
      if clock.isOverdue { words += localized("，逾期", ", overdue") }
      if clock.isNear { words += localized("，临期", ", near") }
      if clock.isProvisional { words += localized("（日历未公布，暂计）", " (provisional: calendar not announced)") }
      rows.append(words)
    }
    if let awaited = file.awaited {
      let what =
        file.fold.state == .inNotice ? localized("公示至  ", "notice to  ") : localized("补正期限  ", "correction due  ")
      rows.append(what + awaited.text(OutputLanguage.language))
    }
    if file.fold.isStale { rows.append(localized("审核意见已过时", "the recommendation is stale")) }
    return rows + file.contestNotes.map { shown($0(language)) }
  }

  private func enterprise(_ application: Application) -> [String] {
    let enterprise = application.enterprise
    return [
      localized("名称  ", "name  ") + shown(enterprise.name),
      localized("统一社会信用代码  ", "credit code  ") + enterprise.creditCode,
      localized("行业代码  ", "industry  ") + enterprise.industryCode,
      localized("成立  ", "registered  ") + enterprise.registered.description,
      localized("提交  ", "submitted  ") + application.submitted.description,
    ]
  }

  /// The checklist of a case; of a file what is attached.
  private func papers(_ application: Application) -> [String] {
    let language = OutputLanguage.language
    func row(_ name: String, _ year: Int?, _ file: String?, _ pages: Int?) -> [String] {
      [name, year.map(String.init), file.map { shown($0) }, pages.map { localized("\($0) 页", "\($0) pages") }]
        .compactMap(
          \.self)
    }
    guard let file = argument.file else {
      return application.materials.map {
        row($0.item.name(language), $0.year, $0.file, $0.pages).joined(separator: "  ")
      }
    }
    return file.papers.map { paper in
      let onDisk = paper.declared.flatMap { argument.opened.onDisk[$0] }.flatMap { $0 == .onFile ? nil : $0 }
      let parts =
        row(paper.item.name(language), paper.year, paper.file, paper.pages) + [word(paper.state)]
        + [onDisk?.name(language)].compactMap(\.self)
      return (parts + paper.defects.map { $0.code.name(language) }).joined(separator: "  ")
    }
  }

  private func word(_ state: SupportingDocument.State) -> String {
    switch state {
    case .open: localized("未核", "open")
    case .ok: localized("无误", "in order")
    case .missing: localized("缺件", "missing")
    case .defective: localized("有问题", "defective")
    case .notRequired: localized("不需要", "not required")
    }
  }

  private var timeline: [String] {
    (argument.file?.timeline ?? []).flatMap { line in
      let event = line.entry.event
      var parts = [
        event.on?.description ?? "", line.line(OutputLanguage.language),
        argument.file?.fold.name(of: event.author) ?? event.author, String(event.id.prefix(12)),
      ]
      if !line.isLive {
        parts.append(line.entry.verdict.word(OutputLanguage.language) ?? localized("已被取代", "replaced"))
      }
      if let note = line.byOneNote { parts.append(note(OutputLanguage.language)) }
      let fields = EventFieldsText(line.record, OutputLanguage.language).lines.map { "  " + $0 }
      return [parts.map { SafeText.clean($0, limit: .max) }.joined(separator: "  ")] + fields
    }
  }

  /// A fact of the province, by the names its rules give it.
  private func local(_ key: String, of application: Application) -> String? {
    let standard = argument.standard
    guard let values = application.local(key),
      let edition = try? standard.editionFor(
        tier: application.tier, type: application.type, submitted: application.submitted)
    else { return nil }
    let declared = standard.localFacts(
      authority: application.authority, edition: edition, tier: application.tier,
      submitted: application.submitted)
    guard let fact = declared.first(where: { $0.key == key }) else { return nil }
    let names = fact.choices.filter { values.contains($0.key) }.map { $0.name(OutputLanguage.language) }
    return "\(fact.name(OutputLanguage.language))  "
      + (names.isEmpty ? localized("无", "none") : names.joined(separator: localized("、", ", ")))
  }
}

extension Verdict {
  /// Why an event has no effect; `nil` for a valid one.
  func word(_ language: Language) -> String? {
    switch self {
    case .valid: nil
    case .pending(let pending): Phrase("待定：", "pending: ")(language) + pending.message(language)
    case .rejected(let unmet):
      Phrase("不予采纳：", "rejected: ")(language) + unmet.map { $0.message(language) }.joined(separator: "; ")
    }
  }
}
