internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore

/// A sentence for the person at the keyboard and the status to leave with.
struct CommandError: Error {
  var status: Status
  var sentence: String

  init(_ status: Status, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }

  /// What an error says on a command line; `nil` for one that is of the parser.
  init?(_ error: any Error) {
    switch error {
    case let complaint as CommandError: self = complaint
    case let error as OfficeError: self.init(error)
    case let error as StoreError: self.init(error)
    default: return nil
    }
  }

  init(_ error: StoreError) {
    self.init(Status(error), shown(error.message(OutputLanguage.language), limit: 8_192))
  }

  /// The one place where what an office says is put for a command line: its options and commands are named here alone.
  init(_ error: OfficeError) {
    let message = error.message(OutputLanguage.language)
    switch error {
    case .store(let error): self.init(error)
    case .unmet(let unmet):
      self.init(
        .notPermitted, unmet.map { shown($0.message(OutputLanguage.language)) + $0.answer }.joined(separator: "\n"))
    case .noSuchCase:
      self.init(.badInput, shown(message) + localized("；tidu queue 列出全部申报件", "; tidu queue lists its cases"))
    case .noSuchAct:
      self.init(.usage, shown(message) + localized("；tidu act --help 列出全部", "; tidu act --help lists them"))
    case .sampleRule:
      self.init(
        .usage, localized("--rate 应在 0 到 10000 之间，--least 不能为负", "--rate is 0 to 10000, --least not negative"))
    default: self.init(Status(error), shown(message))
    }
  }
}

extension Status {
  init(_ error: StoreError) {
    switch error.kind {
    case .badInput, .settings: self = .badInput
    case .noKey, .passphrase, .otherStore, .untrusted: self = .notPermitted
    default: self = .storeTrouble
    }
  }

  fileprivate init(_ error: OfficeError) {
    switch error {
    case .store(let error): self.init(error)
    case .notAFolder, .notARound, .noSuchAct, .noSuchEvent, .severalEvents, .sampleRule: self = .usage
    case .noSuchCase, .severalCases, .otherRound, .noSuchList: self = .badInput
    case .caseGone, .damagedList, .damagedPopulation: self = .storeTrouble
    case .unmet, .noList, .noneReady, .noPlan, .planIsDrawn, .nothingToDrawFrom, .everyVisitPlanned,
      .nothingToTake:
      self = .notPermitted
    }
  }
}
