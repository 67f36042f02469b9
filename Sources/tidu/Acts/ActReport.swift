internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// What came of one act, for a person and for a program.
struct ActReport {
  private enum Outcome {
    case done(ActDone)
    case permitted(DryRunResult)
    case refused([UnmetRequirement])
    case failed(CommandError)
  }

  private let place: String
  private let act: ActName?
  private let outcome: Outcome

  init(_ result: ActResult) {
    place = result.place
    act = result.act
    outcome =
      switch result.outcome {
      case .done(let done): .done(done)
      case .permitted(let dry): .permitted(dry)
      case .refused(let unmet): .refused(unmet)
      case .failed(let error): .failed(CommandError(error))
      }
  }

  /// Of what could not be read as an act.
  init(_ complaint: CommandError) {
    (place, act) = ("", nil)
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
    var members: [JSONValue.Member] = [.init("act", .string(act?.rawValue ?? "")), .init("case", .string(place))]
    switch outcome {
    case .done(let done):
      members += [.init("done", true), .init("event", .string(done.event.id))] + filled(done.filled, done.event.body)
      if done.wasRecorded { members.append(.init("recordedAlready", true)) }
      if !done.followed.isEmpty {
        members.append(
          .init(
            "followed",
            .array(done.followed.map { ["act": .string($0.kind), "event": .string($0.id)] })))
      }
      if !done.withheld.isEmpty {
        members.append(
          .init(
            "withheld",
            .array(
              done.withheld.map { action, unmet in
                ["act": .string(action.name.rawValue), "unmet": .array(unmet.map { $0.json(language) })]
              })))
      }
      if !done.notes.isEmpty { members.append(.init("notes", .array(done.notes.map { .string($0(language)) }))) }
    case .permitted(let dry):
      members += [.init("fields", dry.action.fields), .init("permitted", true)] + filled(dry.filled, dry.action.fields)
      if !dry.changes.isEmpty {
        members.append(.init("changes", .array(dry.changes.map { $0.json(language) })))
      }
      if !dry.notes.isEmpty { members.append(.init("notes", .array(dry.notes.map { .string($0(language)) }))) }
      if !dry.seen.isEmpty { members.append(.init("seen", .array(dry.seen.map { .string($0) }))) }
    case .refused(let unmet):
      members += [.init("done", false), .init("unmet", .array(unmet.map { $0.json(language) }))]
    case .failed(let complaint): members += [.init("done", false), .init("error", .string(complaint.sentence))]
    }
    return .object(members)
  }

  /// A line for what was done; one more for each requirement that is not met.
  func lines(_ language: Language) -> (good: Bool, text: String) {
    let head = "\(shown(place))  \(act?.title(language) ?? "")"
    switch outcome {
    case .done(let done):
      var lines = [head + said(done) + done.event.id.prefix(12) + words(done.filled, language)]
      lines += done.followed.map {
        localized("  随之：", "  and with it: ") + shown($0.title(language)) + "  " + $0.id.prefix(12)
      }
      lines += done.withheld.map { action, unmet in
        let why = unmet.map { shown($0.message(language)) }.joined(separator: localized("；", "; "))
        return localized("  没有随之办理：", "  but not: ") + action.name.title(language) + "  " + why
      }
      lines += done.notes.map { "  " + shown($0(language)) }
      return (true, lines.joined(separator: "\n"))
    case .permitted(let dry):
      let lines = dry.notes.map { "  " + shown($0(language)) } + dry.changes.shown(language)
      return (
        true,
        ([head + localized("  可以办理", "  is permitted") + words(dry.filled, language)] + lines)
          .joined(separator: "\n")
      )
    case .refused(let unmet):
      return (
        false,
        ([head + localized("  不能办理：", "  is not permitted:")]
          + unmet.map { "  " + shown($0.message(language)) + $0.answer })
          .joined(separator: "\n")
      )
    case .failed(let complaint): return (false, head + "  " + complaint.sentence)
    }
  }

  private func said(_ done: ActDone) -> String {
    done.wasRecorded
      ? localized("  此前已记录  ", "  recorded already  ") : localized("  已记录  ", "  recorded  ")
  }

  /// What the program filled in and what decides something.
  private func filled(_ filled: [FieldText], _ fields: JSONValue) -> [JSONValue.Member] {
    filled.isEmpty
      ? [] : [.init("filled", .object(filled.map { .init($0.name, fields[$0.name] ?? .null) }))]
  }

  private func words(_ filled: [FieldText], _ language: Language) -> String {
    filled.map { "  " + $0.label(language) + localized("：", ": ") + shown($0.text(language)) }.joined()
  }

  /// Prints it: what was done on standard output, what was not on standard error; for a program all on standard output.
  func tell(in format: OutputFormat) {
    switch format {
    case .json:
      Output.object(json(OutputLanguage.language))
    case .text:
      let (isGood, text) = lines(OutputLanguage.language)
      if isGood { Output.line(text) } else { Output.printError(text) }
    }
  }
}

extension FieldChange {
  /// One object; `before` is absent where it is new, `after` where it goes.
  func json(_ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [.init("label", .string(label(language))), .init("name", .string(name))]
    if let before { members.append(.init("before", .string(before(language)))) }
    if let after { members.append(.init("after", .string(after(language)))) }
    return .object(members)
  }
}

extension [FieldChange] {
  /// Line by line, safe to print.
  func shown(_ language: Language) -> [String] {
    flatMap { $0.lines(language) }.map { "  " + SafeText.clean($0, limit: .max) }
  }
}

extension UnmetRequirement {
  /// How a command answers a question.
  var answer: String { isQuestion ? localized("（--yes \(code)）", " (--yes \(code))") : "" }

  func json(_ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .string(code)), .init("ground", .string(ground.rawValue)),
      .init("message", .string(message(language))),
    ]
    if let field { members.append(.init("field", .string(field))) }
    if !about.isEmpty { members.append(.init("about", .array(about.map { .string($0) }))) }
    return .object(members)
  }
}
