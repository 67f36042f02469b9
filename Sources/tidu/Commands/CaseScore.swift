internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// Scores cases of a store: by verified values, with the result by declared ones beside it.
struct CaseScore {
  let store: Store
  let standard: Standard
  /// The rules asked for in place of those in force.
  let asked: AskedRules?
  /// The authority whose overlay was given.
  let given: String?
  /// What cases have in common.
  let links: [CaseKey: [CaseLink]]
  let asOf: Day?
  /// Whether a line of text is followed by what is noticed; JSON always has it.
  let saysFindings: Bool
  let format: OutputFormat

  /// Every case, in the order of authority, batch and id.
  func all() throws -> [CaseKey] {
    try StoreAccess.withStore { () throws(StoreError) in try store.caseKeys() }
  }

  /// Prints the line of one case.
  func score(_ key: CaseKey) throws {
    let file = try CaseArgument.file(key, in: store, standard)
    let application = try onTheDay(file.current, key)
    let declared = try onTheDay(file.revision.application, key)
    do throws(EditionError) {
      let assessment = try standard.assess(application, by: asked)
      let before = try standard.assess(declared, by: asked)
      switch format {
      case .json:
        var json = JSONWriter()
        json.beginObject()
        assessment.write(members: &json)
        json.members(of: application)
        json.rules(asked?.standard ?? standard, assessment, given: given)
        json.findings(noticed(file), OutputLanguage.language)
        json.members(of: file, declared: before)
        json.endObject()
        json.newline()
        Output.write(json.bytes)
      case .text:
        var line = AssessmentLine(assessment, application, by: standard).text(in: OutputLanguage.language)
        if !file.verified.isEmpty { line += "  " + note(file, before) }
        Output.line(line)
        for finding in saysFindings ? noticed(file) : [] { Output.line("    " + finding.line(OutputLanguage.language)) }
      }
    } catch {
      throw CommandError(.badInput, "\(key.path): " + error.complaint.sentence)
    }
    // What is scored may lack a value that was verified.
    guard let unread = file.allIncomplete.first else { return }
    let why = unread.unmet.message(OutputLanguage.language)
    throw CommandError(.storeTrouble, "\(shown(key.path)): \(shown(unread.name)): \(shown(why))")
  }

  private func noticed(_ file: CaseFile) -> [Finding] {
    CaseArgument.linked(file, links) + file.findings
  }

  /// How many values are verified, and the result without them.
  private func note(_ file: CaseFile, _ declared: Assessment) -> String {
    let result = AssessmentLine.verdict(declared, OutputLanguage.language)
    return localized(
      "（核实 \(file.verified.count) 项，按申报 \(result)）", "(\(file.verified.count) verified; as declared \(result))")
  }

  private func onTheDay(_ application: Application, _ key: CaseKey) throws -> Application {
    guard let asOf else { return application }
    guard application.referenceYear < asOf.year else {
      let problem = ApplicationProblem.referenceYear(submitted: asOf.year)
      throw CommandError(.badInput, "\(key.path): " + problem.message(OutputLanguage.language))
    }
    var application = application
    application.submitted = asOf
    return application
  }
}
