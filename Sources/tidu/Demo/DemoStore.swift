internal import CaseStore
internal import Console
internal import Foundation
internal import Samples
internal import ScoringCore
internal import StrictJSON

/// The built-in store: a believable spring of 2026 in one province and a little in all others, in a temporary folder
/// that goes when the demonstration ends.
struct DemoStore {
  let store: Store
  let folder: URL
  /// The case that the tour walks to its recognition.
  private(set) var walked: TourCase?
  let papers: DemoDocuments

  /// The day the demonstration takes place: both editions are at work then, one for what came in March and one for
  /// what came in April.
  static let today = "2026-04-15"
  /// The officer as whom a visitor begins.
  static let visitor = "demo"

  /// Founds the store and takes the applications in, each on a day soon after its submission.
  init() throws {
    DemoFolder.sweep()
    folder = try DemoFolder.make()
    var environment = StoreAccess.environment
    environment["XDG_DATA_HOME"] = folder.appendingPathComponent("own").path
    let path = folder.appendingPathComponent("store").path
    let applications: [UInt8]
    (applications, papers) = Self.applications()
    store = try StoreAccess.withStore { () throws(StoreError) in
      try Store.create(
        path, founder: .init(officer: Self.visitor, name: localized("省级审核员", "Provincial reviewer")), passphrase: nil,
        trial: true, at: Self.moment(Self.start), environment: environment)
    }
    let key = try StoreAccess.withStore { () throws(StoreError) -> OfficerKey in
      guard let own = store.own else { throw StoreError(.noKey, path, Phrase("没有密钥", "no key")) }
      return try own.open(PassphraseSource.none)
    }
    let report = store.receive(
      [.bytes(applications, name: "demo.ndjson")], by: key, reader: ApplicationReader(standard: .shared),
      at: { Self.moment($0.submitted.adding(days: 1 + Int($0.submitted.number) % 2)) }, via: "platform")
    if let stopped = report.stopped { throw stopped }
    let office = try DemoOffice(store, founder: key, on: Self.start) { day, act in
      Timestamp(seconds: Self.moment(day).seconds + Int64(act * 7))
    }
    func day(_ number: Int) -> Day { Self.start.adding(days: number) }
    var titles = DemoTitles(store, office)
    try titles.run(day)
    var work = try DemoCasework(store, office, papers, today: Self.end)
    try work.run(day)
    var registrar = office
    try registrar.propose(on: day(31))
    walked = work.walked
    // The first screen counts what stands now.
    _ = try StoreAccess.withStore { () throws(StoreError) in try store.refresh(.shared) }
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  private static var start: Day { Day("2026-03-12") ?? Day(number: 20_524) }
  private static var end: Day { Day(today) ?? Day(number: 20_558) }

  /// Half past nine in the morning, UTC+8.
  private static func moment(_ day: Day) -> Timestamp {
    Timestamp(seconds: Int64(day.number) * 86_400 + 5_400)
  }

  private static func applications() -> ([UInt8], DemoDocuments) {
    let elsewhere = Authorities.shared.all.map(\.key).filter { $0 != "370000" }
    let submitted = start...end.adding(days: -2)
    var writer = JSONWriter()
    var papers = DemoDocuments()
    for samples in [
      SampleApplications(seed: 2026, count: 220, authorities: ["370000"], days: submitted),
      SampleApplications(seed: 4, count: 60, authorities: elsewhere, days: submitted),
    ] {
      for sample in samples {
        papers.attached(to: sample).write(to: &writer)
        writer.newline()
      }
    }
    return (writer.bytes, papers)
  }
}
