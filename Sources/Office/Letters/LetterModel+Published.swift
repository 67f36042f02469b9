package import Casework
package import ScoringCore

extension LetterModel {
  /// A list as it is published: a notice's, or the recommendations to the ministry.
  package static func published(
    _ list: Event, in round: RoundFolder, today: Day
  ) throws(OfficeError) -> LetterModel {
    let files = try round.caseFiles(round.keys(of: list), today: today)
    let code: LetterModel.Code = list.act == .notice ? .noticeList : .forwardingList
    return LetterModel.list(code, files, of: list, authority: round.authority, today: today)
  }
}
