internal import CaseStore
internal import Casework
internal import Console
internal import ConsoleHost
internal import Office
internal import ScoringCore

/// One case whole on a page for the archive 归档: what was applied for, what the rules say and why, what happened, and
/// the letters. What is sealed stays sealed: of an objection only the redacted copy is in it.
struct CaseArchive {
  private let file: CaseFile
  private let opened: OpenedCase

  init(_ store: Store, _ key: CaseKey, today: Day) throws {
    let opener = CaseOpener(store: store, today: today)
    guard let found = try opener.file(key) else { throw OfficeError.caseGone(key) }
    file = found
    opened = opener.whole(found)
  }

  /// What of the case could not be read.
  var unread: [UncountedFile] { file.allIncomplete + opened.unread }

  var page: PrintedPage {
    get throws {
      let language = OutputLanguage.language
      let application = file.revision.application
      let enterprise = application.enterprise
      do throws(EditionError) {
        let text = try CaseText(opened, by: file.standard, language)
        let parts: [(String, [String])] = [
          (localized("测算结果", "Verdict"), text.verdict),
          (
            localized("企业", "Enterprise"),
            [
              enterprise.name, enterprise.creditCode, enterprise.industryCode,
              localized("提交 ", "submitted ") + application.submitted.description,
              localized("第 \(file.revision.number) 次申报 ", "revision \(file.revision.number) ") + file.revision.sha,
            ]
          ), (localized("申报的事实", "Facts as declared"), facts(application)),
          (localized("核实的事实", "Facts as verified"), verified), (localized("材料", "Documents"), papers),
          (localized("评分说明", "Explanation"), text.explanation(onlyDeciding: false)),
          (localized("经过", "What happened"), timeline),
          (
            localized("异议（隐去身份的副本）", "Objections (redacted)"),
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
      } catch { throw error.complaint }
    }
  }

  private func facts(_ application: Application) -> [String] {
    application.factPaths.compactMap { path in
      application.value(at: path).map { "\(path.name(OutputLanguage.language))  \($0.text(OutputLanguage.language))" }
    }
  }

  private var verified: [String] {
    file.verified.values.sorted { $0.path.description < $1.path.description }.map { fact in
      let value = fact.value?.text(OutputLanguage.language) ?? localized("不予采信", "struck")
      return "\(fact.path.name(OutputLanguage.language))  \(value)  \(fact.author)  \(fact.on)"
    }
  }

  private var papers: [String] {
    file.papers.map { paper in
      [
        paper.item.name(OutputLanguage.language), paper.year.map(String.init),
        paper.state.name(OutputLanguage.language), paper.sha,
        paper.declared.flatMap { opened.onDisk[$0] }?.name(OutputLanguage.language),
      ]
      .compactMap(\.self).joined(separator: "  ")
    }
  }

  private var timeline: [String] {
    file.timeline.flatMap { line in
      let event = line.entry.event
      let head = [
        event.on?.description ?? "", line.line(OutputLanguage.language), file.fold.name(of: event.author),
        line.entry.verdict.isValid ? "" : localized("（无效）", "(no effect)"), String(event.id.prefix(12)),
      ].filter { !$0.isEmpty }.joined(separator: "  ")
      return [head] + EventFieldsText(line.record, OutputLanguage.language).lines.map { "  " + $0 }
    }
  }
}
