import Casework
package import ScoringCore

/// What the case screens show, as lines of text.
package struct CaseText: Sendable {
  private let dossier: CaseDossier
  private let file: CaseFile?
  private let language: Language

  /// - Throws: when no edition is in force for the case.
  package init(_ opened: OpenedCase, by standard: Standard, _ language: Language) throws(EditionError) {
    dossier = try CaseDossier(opened, by: standard)
    file = opened.file
    self.language = language
  }

  /// Where what is said of a name begins: English names are the longer ones.
  private var column: Int { language == .zh ? 36 : 48 }

  /// Whose case it is, by which rules it goes, the verdict and what made it.
  package var verdict: [String] {
    let rules = [
      dossier.current.name(language), RuleWords.edition(dossier.edition)(language),
      dossier.overlay?(language) ?? "", dossier.division(language),
    ].filter { !$0.isEmpty }
    let line = VerdictLine(current: dossier.current, language: language, glyphs: .line)
    let outcome = (dossier.current.outcome ?? .undetermined).word(language)
    let result = [outcome, line.score ?? "", line.reason].filter { !$0.isEmpty } + line.summaries
    return [
      [dossier.caseID, SafeText.clean(dossier.name)].joined(separator: "  "),
      rules.joined(separator: "  "), result.joined(separator: "   "),
    ]
  }

  /// The verdict by declared values, and each value that was verified: declared → verified, and what it was read from.
  /// Empty where nothing was verified.
  package var verified: [String] {
    guard let file, !file.verified.isEmpty else { return [] }
    let values = FactTexts(file)
    var lines = [Phrase("核实", "Verified")(language)]
    if let declared = dossier.columns.first(where: { $0.kind == .verified })?.explanation {
      let score = VerdictLine(current: declared, language: language, glyphs: .line).score
      let verdict = [(declared.outcome ?? .undetermined).word(language), score ?? ""].joined(separator: "  ")
      lines.append(TextColumns.line(Phrase("按申报值", "by declared values")(language), verdict, indent: 2, at: column))
    }
    for (_, fact) in file.verified.sorted(by: { $0.key < $1.key }) {
      let value = fact.value.map { values.text($0, fact.path) } ?? Phrase("未填", "not stated")
      let change = "\(values.declared(fact.path)(language)) → \(value(language))"
      let source = file.source(of: fact)(language)
      lines.append(
        TextColumns.line(fact.path.name(language), change + "   " + source, indent: 2, at: column))
    }
    return lines
  }

  /// The whole tree down to clause, comparison and fact, deciding first; or only what decides.
  package func explanation(onlyDeciding: Bool) -> [String] {
    let cells = BreakdownCells(language: language, glyphs: .line)
    let folded = onlyDeciding ? [] : Self.closed(dossier.current)
    return ExplainRows(cells: cells, sources: dossier.sourcesInFull, folds: Set(folded)).rows(dossier.current)
      .map { TextColumns.line($0.text, $0.detail, indent: 2 * $0.depth, at: column) }
  }

  /// What is missing and what it would change; the cheapest single moves for this tier and the next.
  package var advice: [String] {
    let context = Context(
      language: language, glyphs: .line, size: Size(100, 40), today: Day(number: 0),
      session: Session(officer: "", officerName: "", function: Phrase("", ""), authority: nil))
    return MissingScreen(dossier).lines(context).map {
      TextColumns.line($0.text, $0.detail, indent: $0.isHeading || $0.text.isEmpty ? 0 : 2, at: column)
    }
  }

  /// Nodes that are shut at first.
  private static func closed(_ root: Explanation) -> [String] {
    root.children.flatMap { ($0.decides ? [] : [$0.id]) + closed($0) }
  }
}
