internal import Casework
internal import ScoringCore
internal import StrictJSON

/// A notice as it stands today: days left, and what became of the cases listed.
struct NoticeRow {
  let list: Event
  let first: String
  let last: Day?
  let left: Int
  let listed: Int
  var inNotice = 0
  var closed = 0
  /// Back in review, or gone from the notice some other way.
  var pulled = 0
  var notEntered = 0
  var openObjections = 0

  init(_ list: Event, in round: RoundFolder, today: Day) throws {
    self.list = list
    first = list.body["first"]?.string ?? ""
    last = list.body["last"]?.string.flatMap { Day($0) }
    left = last.map { max(0, Int($0.number - today.number) + 1) } ?? 0
    let keys = try round.keys(of: list)
    listed = keys.count
    for key in keys {
      let file = try round.caseFile(key, today: today)
      openObjections += file.fold.open("objection").count
      let noticed = file.fold.stage?.notice.map { id in
        file.history.entries.contains { $0.id == id && $0.event.body["notice"]?.string == list.id }
      }
      if noticed == true {
        if file.fold.state == .inNotice { inNotice += 1 } else { closed += 1 }
      } else if file.has("enterNotice", "notice", list.id) {
        pulled += 1
      } else {
        notEntered += 1
      }
    }
  }

  private var document: String { list.body["document"]?.string ?? "" }

  var json: JSONValue {
    [
      "closed": .integer(Int64(closed)), "daysLeft": .integer(Int64(left)), "document": .string(document),
      "first": .string(first), "inNotice": .integer(Int64(inNotice)), "last": .string(last?.description ?? ""),
      "list": .string(list.id), "listed": .integer(Int64(listed)), "notEntered": .integer(Int64(notEntered)),
      "openObjections": .integer(Int64(openObjections)), "pulled": .integer(Int64(pulled)),
    ]
  }

  var line: String {
    let days = "\(first) – \(last?.description ?? "")"
    return say(
      "\(list.id.prefix(12))  \(shown(document))  \(days)  还剩 \(left) 天  列 \(listed)  公示中 \(inNotice)  已结束 \(closed)  撤回审核 \(pulled)  未列入 \(notEntered)  未答复异议 \(openObjections)",
      "\(list.id.prefix(12))  \(shown(document))  \(days)  days left \(left)  listed \(listed)  in notice \(inNotice)  closed \(closed)  back in review \(pulled)  not entered \(notEntered)  open objections \(openObjections)"
    )
  }
}
