package import CaseStore
package import Casework
package import Console
package import Office
package import ScoringCore
internal import StrictJSON

/// A paper ready to be printed or written to a file.
package struct MadeSheet: Sendable {
  /// Lower-case letters, digits, `.` and `-`, without a type.
  package var name: String
  package var page: PrintedPage
  /// `nil` where there is none but the page.
  package var text: String?
  /// `nil` where it is no table.
  package var table: LaidOutList?
  /// What could not be read and may be lacking in it.
  package var unread: [UncountedFile] = []

  /// - Returns: `nil` where it does not exist in that form.
  package func bytes(_ form: PrintRequest.Form) -> [UInt8]? {
    switch form {
    case .html: Array(page.html.utf8)
    case .text: text.map { Array($0.utf8) }
    case .csv: table.map { TableCSV.bytes($0.headings, $0.rows) }
    }
  }
}

/// Makes what is printed 打印, for the screen and for commands alike.
package struct SheetMaker: Sendable {
  private let store: Store
  private let today: Day
  /// Of forms; letters and lists are in `letters`.
  private let language: Language
  private let letters: Language

  /// - Parameter letters: the language of letters and lists; the console's are Chinese.
  package init(store: Store, today: Day, _ language: Language, letters: Language = .zh) {
    self.store = store
    self.today = today
    self.language = language
    self.letters = letters
  }

  package func sheet(_ request: PrintRequest) throws(OfficeError) -> MadeSheet {
    let key = request.key
    let name = "\(request.sheet.code.prefix(14).replacing(":", with: "-"))-\(key.authority)-\(key.id.lowercased())"
    switch request.sheet {
    case .list: return try list(of: key, request.number)
    case .summary(let layout): return try summary(layout, of: key)
    case .archive: return try archive(of: key, name)
    case .filed(let hash):
      let bytes = try withStore { () throws(StoreError) in try store.file(key.path, hash) }
      guard let bytes else {
        throw .unmet([UnmetRequirement(.requirement, "noLetter", CaseOpener.gone("\(key.path)/\(hash)"))])
      }
      let text = Self.numbered(String(decoding: bytes, as: UTF8.self), request.number)
      return made(WrittenLetter(text), name)
    case .letter(let code):
      let file = try file(key)
      guard file.calls(for: code) || file.draftableLetters.contains(code) else {
        throw Self.refusal("noLetter", Self.notCalledFor(code, file), file)
      }
      var sheet = try made(file.letter(code, today: today).numbered(request.number), authority: key.authority, name)
      sheet.unread = file.allIncomplete
      return sheet
    case .scoreCard, .firstCheck, .visit: return try form(request.sheet, of: file(key), name)
    }
  }

  /// A published list.
  package func list(_ event: Event, in round: RoundFolder, number: String?) throws(OfficeError) -> MadeSheet {
    let model = try LetterModel.published(event, in: round, today: today).numbered(number)
    var sheet = try made(model, authority: round.authority, "\(model.code.rawValue)-\(round.authority)-\(round.batch)")
    let rows = model.rows["cases"] ?? []
    sheet.table = try layout(.publicList, round.authority).laidOut(rows, letters)
    return sheet
  }

  /// A summary of a round: of the cases of a tier, or of all, about which a recommendation stands; of an office's renames.
  package func summary(_ layout: ListLayout.Code, in round: RoundFolder, tier: Tier?) throws(OfficeError) -> MadeSheet {
    let rows: [[String: Phrase]]
    var tierName = Phrase.empty
    if layout == .renameSummary {
      rows = try renames(of: round.authority)
    } else {
      let isReview = layout == .reviewSummary
      let cases = try round.cases(in: Set(CaseState.allCases), tier: tier, today: today)
        .filter { $0.recommendation != nil && (!isReview || $0.type == .review) }
      let files = try round.caseFiles(cases.map(\.key), today: today)
      rows = files.map { $0.listed(today) }
      if tier != nil, let first = rows.first { tierName = first[ListField.title.rawValue] ?? .empty }
    }
    var list = try self.layout(layout, round.authority).laidOut(rows, letters)
    let head = layout == .renameSummary ? "" : LetterModel.batchName(round.batch)(letters) + tierName(letters)
    list.title = head + list.title
    let page = PrintedPage(
      title: list.title, letters, body: PrintedPage.list(list) + PrintedPage.signatures(list.signatures, letters))
    return MadeSheet(name: "\(layout.rawValue)-\(round.authority)-\(round.batch)", page: page, table: list)
  }

  // MARK: Each sort

  private func list(of key: CaseKey, _ number: String?) throws(OfficeError) -> MadeSheet {
    let round = RoundFolder(store: store, authority: key.authority, batch: key.batch)
    for event in try round.events(.notice, .announce, .forwardList).reversed()
    where try round.keys(of: event).contains(key) {
      return try list(event, in: round, number: number)
    }
    throw .unmet([UnmetRequirement(.requirement, "noList", Self.notListed)])
  }

  private func summary(_ layout: ListLayout.Code, of key: CaseKey) throws(OfficeError) -> MadeSheet {
    let round = RoundFolder(store: store, authority: key.authority, batch: key.batch)
    return try summary(layout, in: round, tier: file(key).revision.application.tier)
  }

  private func renames(of authority: String) throws(OfficeError) -> [[String: Phrase]] {
    let titles = try withStore { () throws(StoreError) in
      try store.titles(try store.standard(on: today), today: today).records.filter { $0.authority == authority }
    }
    return titles.flatMap { title in
      title.renames.map { rename in
        [
          ListField.formerName: Phrase.plain(rename.former), .enterprise: .plain(rename.name),
          .creditCode: .plain(title.creditCode), .title: title.tierName,
          .renamedOn: rename.occurred?.onPaper() ?? .empty,
          .checked: rename.keeps ? Phrase("属简单更名，称号不变", "simple; the title stays") : Phrase("需核查", "inquiry"),
        ].reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
      }
    }
  }

  private func form(_ sheet: PrintRequest.Sheet, of file: CaseFile, _ name: String) throws(OfficeError) -> MadeSheet {
    let page: PrintedPage?
    let why: Phrase
    switch sheet {
    case .scoreCard:
      page = CaseForms(file, language).scoreCard(by: try layout(.scoreCard, file.key.authority))
      why = CaseForms.noScore
    case .firstCheck:
      page = CaseForms(file, language).firstCheck(by: try layout(.firstCheck, file.key.authority))
      why = Phrase("没有适用于这一件的标准", "no edition of the standard is in force for this case")
    default:
      page = VisitSheet(file, by: try layout(.visitSheet, file.key.authority), language)?.page
      why = VisitRecord.noVisit
    }
    guard let page else { throw Self.refusal("noSheet", why, file) }
    return MadeSheet(name: name, page: page, unread: file.allIncomplete)
  }

  private func archive(of key: CaseKey, _ name: String) throws(OfficeError) -> MadeSheet {
    let archive = try CaseArchive(store, key, today: today, language)
    do throws(EditionError) { return MadeSheet(name: name, page: try archive.page, unread: archive.unread) } catch {
      throw .unmet([UnmetRequirement(.requirement, "noEdition", error.message)])
    }
  }

  // MARK: Common

  /// Why there is nothing to print of a case; of one that was not read whole nobody can say.
  private static func refusal(_ code: String, _ why: Phrase, _ file: CaseFile) -> OfficeError {
    guard let unread = file.allIncomplete.first else { return .unmet([UnmetRequirement(.requirement, code, why)]) }
    return .store(StoreError(.damaged, unread.name, unread.unmet.message))
  }

  private func file(_ key: CaseKey) throws(OfficeError) -> CaseFile {
    guard let file = try ActService(store: store, today: today).file(key) else { throw .caseGone(key) }
    return file
  }

  private func layout(_ code: ListLayout.Code, _ authority: String) throws(OfficeError) -> ListLayout {
    try withStore { () throws(StoreError) in try store.layout(code, authority: authority, on: today) }
  }

  private func made(_ model: LetterModel, authority: String, _ name: String) throws(OfficeError) -> MadeSheet {
    let letter = try withStore { () throws(StoreError) in
      try store.letter(model, authority: authority, on: today, language: letters)
    }
    return made(letter, name)
  }

  private func made(_ letter: WrittenLetter, _ name: String) -> MadeSheet {
    MadeSheet(name: name, page: LetterPage(letter, letters).page, text: letter.text)
  }

  /// A letter on file with the number that it is sent under, below its heading.
  private static func numbered(_ text: String, _ number: String?) -> String {
    guard let number, !number.allSatisfy(\.isWhitespace), let end = text.firstIndex(of: "\n") else { return text }
    return text[..<end] + "\n" + SafeText.clean(number, limit: 100) + text[end...]
  }

  private static let notListed = Phrase("这件没有列入过公示、认定或推荐名单", "this case is in no published list")

  private static func notCalledFor(_ code: LetterModel.Code, _ file: CaseFile) -> Phrase {
    let name = file.heading(of: code)
    return Phrase("经过里还没有要发“\(name.zh)”的事", "nothing on file calls for this letter: \(name.en)")
  }
}
