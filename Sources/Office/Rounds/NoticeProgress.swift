package import Casework
package import ScoringCore
internal import StrictJSON

/// A notice as it stands today: days left, and what became of the cases listed.
package struct NoticeProgress: Sendable {
  /// The round's event that names its list.
  package let list: Event
  /// Its first day, as stated.
  package let first: String
  /// Its last day, and whether it may still change; the latest where cases of it run longer.
  package private(set) var last: CountedDay?
  /// Days that it still runs, today among them.
  package private(set) var left: Int
  /// How many cases are listed.
  package let listed: Int
  /// In notice now.
  package private(set) var inNotice = 0
  /// Closed after its last day, whatever came of the case since.
  package private(set) var closed = 0
  /// Back in review, or gone from the notice some other way, such as withdrawn while it ran.
  package private(set) var pulled = 0
  /// Listed, but never entered.
  package private(set) var notEntered = 0
  /// Objections not answered.
  package private(set) var openObjections = 0

  /// How a notice of a round stands on a day.
  package init(_ list: Event, in round: RoundFolder, today: Day) throws(OfficeError) {
    self.list = list
    first = list.body["first"]?.string ?? ""
    let stated = list.body["last"]?.string.flatMap { Day($0) }
    func days(to last: Day) -> Int { max(0, Int(last.number - today.number) + 1) }
    left = stated.map(days) ?? 0
    let keys = try round.keys(of: list)
    listed = keys.count
    for key in keys {
      let file = try round.caseFile(key, today: today)
      if last == nil { last = stated.map { file.noticeLast(first: Day(first), last: $0) } }
      openObjections += file.fold.open("objection").count
      let noticed = file.fold.stage?.notice.flatMap { id in
        file.history.entries.first { $0.id == id && $0.event.body["notice"]?.string == list.id }?.id
      }
      if noticed != nil, file.fold.state == .inNotice {
        inNotice += 1
        if let longer = file.fold.stage?.noticeLast, longer > last?.day ?? longer.adding(days: -1) {
          last = file.awaited
          left = days(to: longer)
        }
      } else if let noticed, file.fold.hasClosed(notice: noticed) {
        closed += 1
      } else if file.has(.enterNotice, "notice", list.id) {
        pulled += 1
      } else {
        notEntered += 1
      }
    }
  }

  /// What it is called.
  package var document: String { list.body["document"]?.string ?? "" }
}
