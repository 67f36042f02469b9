internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore

/// Pages to print, in the officer's own folder.
extension EffectRunner {
  /// Writes the sheet of a case's visit.
  /// - Returns: its path.
  func printSheet(_ key: CaseKey) throws(OfficeError) -> String {
    guard let file = try acts.opener.file(key) else { throw .caseGone(key) }
    guard let sheet = VisitSheet(file, language) else {
      throw .unmet([UnmetRequirement(.requirement, "noVisit", VisitRecord.noVisit)])
    }
    guard let own = store.own else { throw .store(store.noPlace) }
    return try withStore { () throws(StoreError) in
      try own.writePage(sheet.page.html, name: "visit-\(key.authority)-\(key.id.lowercased()).html")
    }
  }

  static func written(_ path: String) -> Phrase {
    Phrase("已写到 \(path)，用浏览器打开即可打印", "Written to \(path): a browser prints it")
  }
}
