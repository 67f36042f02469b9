internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// What came of one act, for a person and for a program.
struct ActReport {
  private enum Outcome {
    case done(String)
    case permitted(JSONValue)
    case refused([Unmet])
    case failed(Complaint)
  }

  private let place: String
  private let kind: String
  private let outcome: Outcome

  init(_ result: ActResult) {
    place = result.place
    kind = result.kind
    outcome =
      switch result.outcome {
      case .done(let id): .done(id)
      case .permitted(let fields): .permitted(fields)
      case .refused(let unmet): .refused(unmet)
      case .failed(let error): .failed(Complaint(error))
      }
  }

  /// Of what could not be read as an act.
  init(_ complaint: Complaint) {
    (place, kind) = ("", "")
    outcome = .failed(complaint)
  }

  var status: Status {
    switch outcome {
    case .done, .permitted: .done
    case .refused: .notPermitted
    case .failed(let complaint): complaint.status
    }
  }

  func json(_ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [.init("act", .string(kind)), .init("case", .string(place))]
    switch outcome {
    case .done(let id): members += [.init("done", true), .init("event", .string(id))]
    case .permitted(let fields): members += [.init("fields", fields), .init("permitted", true)]
    case .refused(let unmet):
      members += [.init("done", false), .init("unmet", .array(unmet.map { $0.json(language) }))]
    case .failed(let complaint): members += [.init("done", false), .init("error", .string(complaint.sentence))]
    }
    return .object(members)
  }

  /// A line for what was done; one more for each requirement that is not met.
  func lines(_ language: Language) -> (good: Bool, text: String) {
    let title = Kind.named(kind)?.title(language) ?? shown(kind)
    let head = "\(shown(place))  \(title)"
    switch outcome {
    case .done(let id): return (true, head + say("  已记录  ", "  recorded  ") + id.prefix(12))
    case .permitted: return (true, head + say("  可以办理", "  is permitted"))
    case .refused(let unmet):
      return (
        false,
        ([head + say("  不能办理：", "  is not permitted:")] + unmet.map { "  " + shown($0.message(language)) })
          .joined(separator: "\n")
      )
    case .failed(let complaint): return (false, head + "  " + complaint.sentence)
    }
  }

  /// Prints it: what was done on standard output, what was not on standard error; for a program all on standard output.
  func tell(in format: OutputFormat) {
    switch format {
    case .json:
      var line = JSONLine()
      line.object(json(Speech.language))
      Output.write(line.bytes)
    case .text:
      let (isGood, text) = lines(Speech.language)
      if isGood { Output.line(text) } else { Output.complain(text) }
    }
  }
}

extension Unmet {
  func json(_ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .string(code)), .init("ground", .string(ground.rawValue)),
      .init("message", .string(message(language))),
    ]
    if !about.isEmpty { members.append(.init("about", .array(about.map { .string($0) }))) }
    return .object(members)
  }
}
