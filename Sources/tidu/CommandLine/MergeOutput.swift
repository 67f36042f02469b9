internal import CaseStore
internal import Casework
internal import Console
internal import ScoringCore
internal import StrictJSON

/// What a merge came to, for a person and for a program.
struct MergeOutput {
  private let report: MergeReport
  private let isDry: Bool
  private let rights: Rights?
  /// What is new for the officer; empty where nobody is named.
  private let news: [News]
  private var language: Language { OutputLanguage.language }

  init(_ report: MergeReport, _ store: Store, officer: String?, isDry: Bool) {
    self.report = report
    self.isDry = isDry
    rights = try? store.officers().now
    news = SeenSnapshot(report.rows.compactMap(\.before)).news(report.rows.map(\.after), officer: officer ?? "")
  }

  // MARK: for a person

  var text: String {
    var lines = [
      isDry
        ? localized(
          "预览，没有写：会带回 \(report.new) 个文件（办理 \(report.acts) 项），已有 \(report.same) 个，不带 \(report.refused.count) 个",
          "preview, nothing written: \(report.new) files would come (\(report.acts) acts), \(report.same) are here already, \(report.refused.count) stay"
        )
        : localized(
          "已带回 \(report.new) 个文件（办理 \(report.acts) 项），已有 \(report.same) 个，不带 \(report.refused.count) 个",
          "\(report.new) files came (\(report.acts) acts), \(report.same) were here already, \(report.refused.count) stay"
        )
    ]
    lines += section(localized("新变化：", "What is new:"), news.map { "\($0.text(language))\(cases($0.cases))" })
    lines += section(
      localized("有了争议，请主管研究确定：", "Contested now, for a supervisor to settle:"), report.contested.map(line))
    lines += section(localized("效力变了的办理：", "Acts that count otherwise now:"), report.verdicts.map(line))
    return lines.joined(separator: "\n")
  }

  private static let limit = 20

  private func section(_ title: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let rest = lines.count - Self.limit
    let more = rest > 0 ? [localized("  还有 \(rest) 处", "  and \(rest) more")] : []
    return [title] + lines.prefix(Self.limit).map { "  " + shown($0) } + more
  }

  private func cases(_ keys: [CaseKey]) -> String {
    let names = keys.prefix(5).map(\.id).joined(separator: localized("、", ", "))
    return "\(localized("：", ": "))\(names)\(keys.count > 5 ? " …" : "")"
  }

  private func line(_ contested: MergeReport.Contested) -> String {
    "\(place(contested.folder))  \(contested.question.name { rights?.name(of: $0) ?? $0 }(language))"
  }

  private func line(_ change: MergeReport.VerdictChange) -> String {
    let who = rights?.name(of: change.event.author) ?? change.event.author
    let act = change.event.act?.title(language) ?? change.event.kind
    return
      "\(place(change.folder))  \(who) “\(act)”\(localized("：", ": "))\(word(change.before)) → \(word(change.after))"
  }

  private func place(_ folder: String) -> String { CaseKey(path: folder)?.id ?? folder }

  private func word(_ verdict: Verdict?) -> String {
    switch verdict {
    case nil: localized("密钥未登记", "key unknown")
    case .valid: localized("有效", "counts")
    case .pending, .rejected:
      verdict?.unmet.map { $0.message(language) }.joined(separator: localized("；", "; ")) ?? ""
    }
  }

  // MARK: for a program

  /// The last line: the counts, then what they are about.
  var json: JSONValue {
    [
      "acts": .integer(Int64(report.acts)), "changed": .array(report.verdicts.map(object)),
      "contested": .integer(Int64(report.contested.count)), "new": .integer(Int64(report.new)),
      "news": .array(
        news.map { line in
          ["cases": .array(line.cases.map { .string($0.path) }), "text": .string(line.text(language))]
        }),
      "questions": .array(
        report.contested.map { ["folder": .string($0.folder), "question": .string($0.question.text)] }),
      "refused": .integer(Int64(report.refused.count)), "same": .integer(Int64(report.same)),
    ]
  }

  private func object(_ change: MergeReport.VerdictChange) -> JSONValue {
    [
      "after": .string(code(change.after)), "before": .string(code(change.before)),
      "event": .string(change.event.id), "folder": .string(change.folder),
    ]
  }

  private func code(_ verdict: Verdict?) -> String {
    switch verdict {
    case nil: "setAside"
    case .valid: "valid"
    case .pending: "pending"
    case .rejected: "rejected"
    }
  }
}
