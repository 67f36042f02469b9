package import Casework
package import ScoringCore
package import StrictJSON

/// The lists of a round 名单: the file is written first, then the round's event that names it; one event in each case
/// follows, and a list that was not entered whole is gone on with.
package struct RoundLists: Sendable {
  /// Where they lie.
  package let round: RoundFolder
  /// The day that cases are read on.
  package let today: Day

  /// The lists of a round.
  package init(round: RoundFolder, today: Day) {
    self.round = round
    self.today = today
  }

  /// The id of a list that stands for the one that will be written, where an act is only foreseen.
  package static let unwritten = String(repeating: "0", count: 64)

  /// First and last day of a notice as they will be computed for each of its cases.
  package func days(_ key: CaseKey, first: JSONValue?) throws(OfficeError) -> [JSONValue.Member] {
    let begin: JSONValue = first.map { ["first": $0] } ?? [:]
    let file = try round.caseFile(key, today: today)
    // The days are those of the office's settings.
    if let unread = file.incomplete.first { throw .without(unread) }
    let whole = file.complete(
      Action(.enterNotice, begin), by: "", today: today)
    return ["first", "last"].compactMap { name in whole.fields[name].map { .init(name, $0) } }
  }

  /// The newest list, of this document where one is named, whose cases that are not entered yet are as wanted.
  package func unfinished(
    _ act: ActName, document: String? = nil, where isWanted: (Set<CaseKey>) -> Bool
  ) throws(OfficeError) -> Event? {
    for list in try round.events(act).reversed() {
      guard document == nil || list.body["document"]?.string == document else { continue }
      var left: Set<CaseKey> = []
      for key in try round.keys(of: list) where try !isEntered(key, by: list) { left.insert(key) }
      if isWanted(left) { return list }
    }
    return nil
  }

  /// Whether a case has its event of a list.
  /// - Throws: where it is not to be seen and the case cannot be read whole.
  func isEntered(_ key: CaseKey, by list: Event) throws(OfficeError) -> Bool {
    let file = try round.partialCaseFile(key, today: today)
    guard let entry = FileList.entry(of: list) else { return false }
    if file.history.entries.contains(where: { $0.verdict.isValid && FileList.entry(by: $0.event) == entry }) {
      return true
    }
    try round.require(file)
    return false
  }

  /// The list of an act of these cases that was begun and not entered whole: it is gone on with.
  func begun(_ act: ActByList, _ keys: [CaseKey]) throws(OfficeError) -> Event? {
    // A notice is gone on with whatever it is called; an announcement is named by its document.
    try unfinished(act.list, document: act.list == .notice ? nil : (act.action.fields["document"] ?? "").string) {
      $0.isSuperset(of: keys)
    }
  }

  /// The act that names the list which an act of these cases goes by.
  func request(_ act: ActByList, _ keys: [CaseKey]) throws(OfficeError) -> ActRequest {
    var members = [JSONValue.Member("document", act.action.fields["document"] ?? "")]
    if act.list == .notice, let first = keys.first { members += try days(first, first: act.action.fields["first"]) }
    let lines = keys.map { key -> JSONValue in ["case": .string(key.path)] }
    return round.request(act.list, lines, members)
  }
}
