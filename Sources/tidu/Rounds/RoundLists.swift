internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// The one way the lists of a round are written 名单: the file first, then the round's event that names it; one event in
/// each case follows, and a list that was not entered whole is gone on with.
struct RoundLists {
  let acts: Acts
  let round: RoundFolder

  /// The id of a list that stands for the one that will be written, where an act is only foreseen.
  static let foreseen = String(repeating: "0", count: 64)

  /// Keeps a list and writes the event that names it.
  func write(
    _ kind: String, _ lines: [JSONValue], as field: String = "list", _ fields: [JSONValue.Member], by key: OfficerKey
  ) throws(Refusal) -> Event {
    let bytes: [UInt8] = lines.flatMap { $0.canonicalBytes + [0x0A] }
    let hash = Store.hash(of: bytes)
    let named: JSONValue = ["count": .integer(Int64(lines.count)), "sha": .string(hash)]
    let request = ActRequest(round.path, kind, .object(fields + [.init(field, named)]), files: [hash: bytes])
    return try acts.perform(request, by: key)
  }

  /// First and last day of a notice as they will be computed for each of its cases.
  func days(_ key: CaseKey, first: JSONValue?) throws -> [JSONValue.Member] {
    let begin: JSONValue = first.map { ["first": $0] } ?? [:]
    let whole = try round.caseFile(key, today: acts.today).complete(
      Action("enterNotice", begin), by: "", today: acts.today)
    return ["first", "last"].compactMap { name in whole.fields[name].map { .init(name, $0) } }
  }

  /// The newest list, of this document where one is named, whose cases that are not entered yet are as wanted.
  func unfinished(
    _ kind: String, document: String? = nil, where isWanted: (Set<CaseKey>) -> Bool
  ) throws -> Event? {
    try round.events(kind).last { list in
      guard document == nil || list.body["document"]?.string == document else { return false }
      return isWanted(
        Set(try round.keys(of: list).filter { !isEntered(try round.caseFile($0, today: acts.today), by: list) }))
    }
  }

  /// Whether a case has its event of a list.
  func isEntered(_ file: CaseFile, by list: Event) -> Bool {
    switch list.kind {
    case "notice": file.has("enterNotice", "notice", list.id)
    case "forwardList": file.has("forward", "list", list.id)
    case "draw": file.has("sampled", "draw", list.id)
    // An announcement is named by its document.
    default: file.has("decide", "document", list.body["document"]?.string ?? "")
    }
  }
}

extension LetterModel {
  /// A list as it is published: a notice's, or the recommendations to the ministry.
  static func published(_ list: Event, in round: RoundFolder, today: Day) throws -> LetterModel {
    let files = try round.keys(of: list).map { try round.caseFile($0, today: today) }
    let code: LetterModel.Code = list.kind == "notice" ? .noticeList : .recommendationList
    return LetterModel.list(code, files, of: list, authority: round.authority, today: today)
  }
}
