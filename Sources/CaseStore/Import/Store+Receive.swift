package import ScoringCore

extension Store {
  /// Takes applications in: each becomes a case folder with the file as received and a signed `receive` event.
  ///
  /// A bad file or row is a problem in the report with its place, and the rest goes in. What is listed as received is
  /// durable; where the store itself fails the report says so in `stopped` and nothing is half there.
  ///
  /// - Parameters:
  ///   - arrival: when each came: its day is the day of receipt.
  ///   - via: how they came: `platform`, `paper` or `import`.
  ///   - progress: called after each durable batch.
  package func receive(
    _ inputs: [ImportInput], by officer: OfficerKey, reader: ApplicationReader,
    at arrival: @escaping (Application) -> Timestamp,
    via: String = "import",
    progress: @escaping (ImportReport) -> Void = { _ in }
  ) -> ImportReport {
    var intake = Intake(
      store: self, officer: officer, reader: reader, arrival: arrival, via: via, progress: progress)
    return intake.run(inputs)
  }
}
