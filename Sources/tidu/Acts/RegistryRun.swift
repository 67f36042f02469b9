internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// Options of every command that acts in the registry.
struct RegistryOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions
  @OptionGroup var answers: AnswerOption

  @Flag(
    help: ArgumentHelp(localized("只看会怎样、缺什么，不办理", "Only say what would come of it and what is missing; do nothing")))
  var dryRun = false
}

/// Acts of the registry, one after another, each told as it comes: what `tidu act registry` does, by names.
struct RegistryRun {
  let store: Store
  let names: RegistryNames
  private let options: RegistryOptions
  private var batch: ActBatch
  private var status = Status.done

  init(_ options: RegistryOptions) throws {
    let store = try StoreAccess.open(options.common)
    self.store = store
    self.options = options
    names = RegistryNames(try StoreAccess.withStore { () throws(StoreError) in try store.officers() })
    batch = StoreAccess.batch(store, options.common, options.answers)
  }

  /// Who acts.
  mutating func actor() throws -> String { try batch.actor() }

  mutating func act(_ name: ActName, _ fields: JSONValue, files: [String: [UInt8]] = [:]) {
    tell(ActRequest("registry", name, fields, files: files), isDry: options.dryRun)
  }

  /// The same on a case.
  mutating func act(_ request: ActRequest) { tell(request, isDry: options.dryRun) }

  private mutating func tell(_ request: ActRequest, isDry: Bool) {
    let report = ActReport(batch.run(request, isDry: isDry))
    report.tell(in: options.common.format(whenPiped: .text))
    status.note(report.status)
  }

  /// Proposes what a request to join asks for; who asks for what is shown first, with the fingerprint to compare.
  mutating func admit(_ text: String) throws {
    let registry = names.registry
    let (request, acts) = try Self.office { () throws(OfficeError) in
      let request = try ActRequest.joining(text)
      return (request, try ActRequest.admitting(request, in: registry))
    }
    for line in request.lines(OutputLanguage.language) { Output.printError(shown(line)) }
    // A key of an officer who is only about to be entered cannot be looked at before he is.
    for act in options.dryRun ? Array(acts.prefix(1)) : acts {
      tell(act, isDry: options.dryRun)
      guard status == .done else { return }
    }
  }

  static func office<T>(_ work: () throws(OfficeError) -> T) throws -> T {
    do throws(OfficeError) { return try work() } catch { throw CommandError(error) }
  }

  /// Approves proposals in the order in which they were made, each shown as what it changes before it is done.
  mutating func approve(_ proposals: [Event]) {
    for proposal in proposals {
      let request = ActRequest("registry", .approve, ["of": .string(proposal.id)])
      if !options.dryRun, options.common.format(whenPiped: .text) == .text {
        let foreseen = ActReport(batch.run(request, isDry: true))
        // What stands in the way is told by the act itself.
        if foreseen.status == .done { foreseen.tell(in: .text) }
      }
      tell(request, isDry: options.dryRun)
    }
  }

  /// Takes back one's own proposals and declines those of others.
  mutating func withdraw(_ proposals: [Event]) throws {
    let actor = try actor()
    for proposal in proposals.reversed() {
      act(.end, ["of": .string(proposal.id), "why": proposal.author == actor ? "withdrawn" : "declined"])
    }
  }

  /// All that was asked for so far was done.
  var isDone: Bool { status == .done }

  /// Leaves with what became of all of it.
  func leave() throws { if status != .done { throw status.code } }
}
