internal import ScoringCore
internal import StrictJSON

/// Scores a file, in blocks of documents that the cores share; the output keeps the order of the input.
struct ScoreRun: Sendable {
  let standard: Standard
  /// Whether each line says which rules it goes by: where they are those of a store, or asked for.
  var saysRules = false
  /// The rules asked for in place of those in force.
  var asked: AskedRules?
  /// The authority whose overlay was given.
  var given: String?
  let asOf: Day?
  /// Whether each line says what a machine notices: reading for it takes longer than scoring.
  var saysFindings = false
  let format: OutputFormat
  let language: Language

  private typealias Document = DocumentBlocks.Document

  /// One worker's share of a block; its buffer is used again for the next.
  private final class Share: @unchecked Sendable {
    var writer = JSONWriter()
    /// What is for people.
    var text: [UInt8] = []
    var allGood = true

    /// Of which one is empty.
    func print() {
      Output.write(writer.bytes)
      Output.write(text)
      writer.removeAll()
      text.removeAll(keepingCapacity: true)
    }
  }

  /// Whether every document could be scored.
  func score(_ file: InputFile) -> Bool {
    let shares = (0..<DocumentBlocks.workers).map { _ in Share() }
    let reader = ApplicationReader(standard: standard).withoutMaterials.asking(asked)
    func print() { for share in shares { share.print() } }
    if file.isLines {
      DocumentBlocks.run(file.bytes) {
        score($0, of: file.name, by: reader, into: shares[$1])
      } done: {
        print()
      }
    } else {
      score(Document(bytes: file.bytes, linesBefore: 0), of: file.name, by: reader, into: shares[0])
      print()
    }
    return shares.allSatisfy(\.allGood)
  }

  private func score(_ document: Document, of name: String, by reader: ApplicationReader, into share: Share) {
    do throws(ApplicationErrors) {
      let application = try reader.read(document.bytes, asOf: asOf)
      do throws(EditionError) {
        let assessment = try standard.assess(application, by: asked)
        switch format {
        case .json: write(assessment, application, to: &share.writer)
        case .text:
          share.text += (AssessmentLine(assessment, application, by: standard).text(in: language) + "\n").utf8
          for finding in saysFindings ? noticed(application) : [] {
            share.text += ("    " + finding.line(language) + "\n").utf8
          }
        }
      } catch {
        let path = error.asked == nil ? "submitted" : "tier"
        let place = JSONPlace(offset: 0, line: 1, column: 1, path: path)
        report([ApplicationError(problem: .edition(error), place: place)], document, name, share)
      }
    } catch {
      report(error.errors, document, name, share)
    }
  }

  private func noticed(_ application: Application) -> [Finding] {
    (asked?.standard ?? standard).findings(of: application)
  }

  private func write(_ assessment: Assessment, _ application: Application, to json: inout JSONWriter) {
    json.beginObject()
    assessment.write(members: &json)
    json.members(of: application)
    if saysRules { json.rules(asked?.standard ?? standard, assessment, given: given) }
    if saysFindings { json.findings(noticed(application), language) }
    json.endObject()
    json.newline()
  }

  private func report(_ errors: [ApplicationError], _ document: Document, _ name: String, _ share: Share) {
    share.allGood = false
    let line = CheckLine(file: name, linesBefore: document.linesBefore, errors: errors)
    switch format {
    case .json: line.write(to: &share.writer, in: language)
    case .text: share.text += (line.text(in: language) + "\n").utf8
    }
  }
}
