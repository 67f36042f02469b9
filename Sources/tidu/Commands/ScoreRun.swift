internal import Dispatch
internal import ScoringCore
internal import StrictJSON

/// Scores a file, in blocks of documents that the cores share; the output keeps the order of the input.
struct ScoreRun: Sendable {
  let standard: Standard
  /// Whether each line says which rules it goes by: where they are those of a store.
  var saysRules = false
  let asOf: Day?
  let format: OutputFormat
  let language: Language

  /// Documents that are read, scored and written in one go.
  private static let block = 4096

  private struct Piece: @unchecked Sendable {
    var bytes: UnsafeRawBufferPointer
    /// Lines of the file before it.
    var linesBefore: Int
  }

  /// One worker's share of a block; its buffer is used again for the next.
  private final class Share: @unchecked Sendable {
    var writer = JSONWriter()
    /// What is for people.
    var text: [UInt8] = []
    var allGood = true

    func empty() {
      writer.removeAll()
      text.removeAll(keepingCapacity: true)
    }

    /// One of the two is empty.
    func print() {
      Output.write(writer.bytes)
      Output.write(text)
    }
  }

  /// Whether every document could be scored.
  func score(_ file: InputFile) -> Bool {
    guard file.isLines else {
      let share = Share()
      score(Piece(bytes: file.bytes, linesBefore: 0), of: file.name, into: share)
      share.print()
      return share.allGood
    }
    let shares = (0..<2).map { _ in Share() }
    var pieces: [Piece] = []
    pieces.reserveCapacity(Self.block)
    for (index, line) in JSONLines(file.bytes).enumerated() where !line.isEmpty {
      pieces.append(Piece(bytes: line, linesBefore: index))
      if pieces.count == Self.block { flush(&pieces, of: file.name, shares) }
    }
    flush(&pieces, of: file.name, shares)
    return shares.allSatisfy(\.allGood)
  }

  private func flush(_ pieces: inout [Piece], of name: String, _ shares: [Share]) {
    let block = pieces
    let each = (block.count + shares.count - 1) / shares.count
    DispatchQueue.concurrentPerform(iterations: shares.count) { index in
      let share = shares[index]
      share.empty()
      for piece in block.dropFirst(index * each).prefix(each) { score(piece, of: name, into: share) }
    }
    for share in shares { share.print() }
    pieces.removeAll(keepingCapacity: true)
  }

  private func score(_ piece: Piece, of name: String, into share: Share) {
    do throws(ApplicationErrors) {
      let application = try ApplicationReader(standard: standard).withoutMaterials.read(piece.bytes, asOf: asOf)
      do throws(EditionError) {
        let assessment = try standard.assess(application)
        switch format {
        case .json:
          write(assessment, to: &share.writer)
        case .text: share.text += (AssessmentLine(assessment, application).text(in: language) + "\n").utf8
        }
      } catch {
        let place = JSONPlace(offset: 0, line: 1, column: 1, path: "submitted")
        report([ApplicationError(problem: .edition(error), place: place)], piece, name, share)
      }
    } catch {
      report(error.errors, piece, name, share)
    }
  }

  private func write(_ assessment: Assessment, to json: inout JSONWriter) {
    if saysRules {
      json.beginObject()
      assessment.write(members: &json)
      json.rules(standard, assessment)
      json.endObject()
    } else {
      assessment.write(to: &json)
    }
    json.newline()
  }

  private func report(_ errors: [ApplicationError], _ piece: Piece, _ name: String, _ share: Share) {
    share.allGood = false
    let line = CheckLine(file: name, linesBefore: piece.linesBefore, errors: errors)
    switch format {
    case .json: line.write(to: &share.writer, in: language)
    case .text: share.text += (line.text(in: language) + "\n").utf8
    }
  }
}
