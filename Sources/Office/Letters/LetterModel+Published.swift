internal import CaseStore
package import Casework
package import ScoringCore
package import StrictJSON

extension LetterModel {
  /// A list as it is published, under the day that it was made: a notice's, an announcement's, or the recommendations to the ministry.
  package static func published(
    _ list: Event, in round: RoundFolder, today: Day
  ) throws(OfficeError) -> LetterModel {
    let files = try round.caseFiles(round.keys(of: list), today: today)
    let code: LetterModel.Code =
      switch list.act {
      case .notice: .noticeList
      case .announce: .recognitionList
      default: .forwardingList
      }
    return try LetterModel.list(code, files, list.body, in: round, today: list.on ?? today)
  }

  /// A list of a round, of these cases.
  package static func list(
    _ code: Code, _ files: [CaseFile], _ body: JSONValue, in round: RoundFolder, today: Day
  ) throws(OfficeError) -> LetterModel {
    let settings = try withStore { () throws(StoreError) in
      try round.store.settings(round.authority, on: today).settings
    }
    return .list(
      code, files, body, authority: round.authority, batch: round.batch, settings: settings, today: today)
  }
}
