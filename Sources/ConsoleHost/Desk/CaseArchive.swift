internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore

/// One case whole on a page for the archive 归档: what was applied for, what the rules say and why, what happened, and
/// the letters. What is sealed stays sealed: of an objection only the redacted copy is in it.
struct CaseArchive {
  private let file: CaseFile
  private let opened: OpenedCase
  private let language: Language

  init(_ store: Store, _ key: CaseKey, today: Day, _ language: Language) throws(OfficeError) {
    let opener = CaseOpener(store: store, today: today)
    guard let found = try opener.file(key) else { throw OfficeError.caseGone(key) }
    file = found
    opened = opener.whole(found)
    self.language = language
  }

  /// What of the case could not be read.
  var unread: [UncountedFile] { file.allIncomplete + opened.unread }

  var page: PrintedPage {
    get throws(EditionError) {
      let application = file.revision.application
      let enterprise = application.enterprise
      let text = try CaseText(opened, by: file.standard, language)
      let parts: [(String, [String])] = [
        (say("测算结果", "Verdict"), text.verdict),
        (
          say("企业", "Enterprise"),
          [
            enterprise.name, enterprise.creditCode, enterprise.industryCode,
            say("提交 ", "submitted ") + application.submitted.description,
            say("第 \(file.revision.number) 次申报 ", "revision \(file.revision.number) ") + file.revision.sha,
          ]
        ), (say("申报的事实", "Facts as declared"), facts(application)),
        (say("核实的事实", "Facts as verified"), verified), (say("材料", "Documents"), papers),
        (say("评分说明", "Explanation"), text.explanation(onlyDeciding: false)),
        (say("经过", "What happened"), timeline),
        (
          say("异议（隐去身份的副本）", "Objections (redacted)"),
          opened.texts.keys.sorted().compactMap { opened.texts[$0] }.flatMap(EventFieldsText.lines)
        ),
      ]
      let letters = opened.letters.filter { $0.on != nil }.map { letter in
        PrintedPage.section(
          [letter.name(language), letter.on?.description ?? ""].joined(separator: " "),
          letter.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      }
      return PrintedPage(
        title: "\(application.id)  \(enterprise.name)", language,
        body: (parts.map { PrintedPage.section($0.0, $0.1) } + letters).joined())
    }
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func facts(_ application: Application) -> [String] {
    application.factPaths.compactMap { path in
      application.value(at: path).map { "\(path.name(language))  \($0.text(language))" }
    }
  }

  private var verified: [String] {
    file.verified.values.sorted { $0.path.description < $1.path.description }.map { fact in
      let value = fact.value?.text(language) ?? say("不予采信", "struck")
      return "\(fact.path.name(language))  \(value)  \(fact.author)  \(fact.on)"
    }
  }

  private var papers: [String] {
    file.papers.map { paper in
      [
        paper.item.name(language), paper.year.map(String.init),
        paper.state.name(language), paper.sha,
        paper.declared.flatMap { opened.onDisk[$0] }?.name(language),
      ]
      .compactMap(\.self).joined(separator: "  ")
    }
  }

  private var timeline: [String] {
    file.timeline.flatMap { line in
      let event = line.entry.event
      let head = [
        event.on?.description ?? "", line.line(language), file.fold.name(of: event.author),
        line.entry.verdict.isValid ? "" : say("（无效）", "(no effect)"), String(event.id.prefix(12)),
      ].filter { !$0.isEmpty }.joined(separator: "  ")
      return [head] + EventFieldsText(line.record, language).lines.map { "  " + $0 }
    }
  }
}
