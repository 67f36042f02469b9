internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

extension Lottery.Chosen {
  /// The case and why it is chosen.
  var text: String {
    let id = CaseKey(path: path)?.id ?? path
    return shown(id) + (by == .ground ? localized("  必抽", "  certain") : localized("  抽中", "  drawn"))
  }
}

/// A notice as it stands, for a program and for a person.
extension NoticeProgress {
  var json: JSONValue {
    [
      "closed": .integer(Int64(closed)), "daysLeft": .integer(Int64(left)), "document": .string(document),
      "first": .string(first), "inNotice": .integer(Int64(inNotice)), "last": .string(last?.day.description ?? ""),
      "list": .string(list.id), "listed": .integer(Int64(listed)), "notEntered": .integer(Int64(notEntered)),
      "openObjections": .integer(Int64(openObjections)), "provisional": .bool(last?.provisional ?? false),
      "pulled": .integer(Int64(pulled)),
    ]
  }

  var line: String {
    let days = "\(first) – \(last?.text(OutputLanguage.language) ?? "")"
    return localized(
      "\(list.id.prefix(12))  \(shown(document))  \(days)  还剩 \(left) 天  列 \(listed)  公示中 \(inNotice)  已结束 \(closed)  退出公示 \(pulled)  未列入 \(notEntered)  未答复异议 \(openObjections)",
      "\(list.id.prefix(12))  \(shown(document))  \(days)  days left \(left)  listed \(listed)  in notice \(inNotice)  closed \(closed)  taken out \(pulled)  not entered \(notEntered)  open objections \(openObjections)"
    )
  }
}
