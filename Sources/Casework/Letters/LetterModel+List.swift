package import ScoringCore
package import StrictJSON

extension LetterModel {
  /// A list of several cases: their rows under `cases`, numbered in the order given.
  ///
  /// - Parameters:
  ///   - body: of the event that names the list, or of the act that will: its document and days.
  ///   - settings: of the office whose list it is.
  package static func list(
    _ code: Code, _ files: [CaseFile], _ body: JSONValue, authority: String, batch: String, settings: OfficeSettings,
    today: Day
  ) -> LetterModel {
    let signature = settings.signature(authority: authority)
    let rows = indexed(files.map { $0.listed(today) })
    var model = LetterModel(code: code, values: [:], rows: ["cases": rows])
    let titles = files.reduce(into: [Phrase]()) { if !$0.contains($1.titleName) { $0.append($1.titleName) } }
    model[.heading] = LetterWords.heading(
      code, batch: batch, titles: titles,
      isReview: !files.isEmpty && files.allSatisfy { $0.revision.application.type == .review },
      isForwarded: !files.isEmpty && files.allSatisfy { $0.revision.application.tier == .littleGiant })
    model[.document] = .plain(body.text("document"))
    model[.first] = body.day("first")?.onPaper() ?? .empty
    let last = body.day("last")
    let counted = last.flatMap { files.first?.noticeLast(first: body.day("first"), last: $0) }
    model[.last] = last.map { $0.onPaper().joined(counted?.mark ?? .empty) } ?? .empty
    model[.authority] = signature
    model[.objections] = settings.objectionsTo.map { .plain($0) } ?? signature
    model[.batch] = LetterWords.batch(batch)
    model[.title] = titles.joined(Phrase("、", ", "))
    model[.tier] = model[.title]
    model[.today] = today.onPaper(settings.dateStyle)
    return model
  }
}

extension CaseFile {
  /// What lists and summaries know of a case, by the fields that a layout names.
  package func listed(_ today: Day) -> [String: Phrase] {
    let application = revision.application
    var row = common(today)
    row[ListField.city.rawValue] = row[LetterPlaceholder.division.rawValue]
    row[ListField.industry.rawValue] = .plain(application.enterprise.industryCode)
    row[ListField.type.rawValue] = application.type == .review ? Phrase("复核", "review") : Phrase("新申请", "new")
    row[ListField.title.rawValue] = titleName
    let proposal = fold.recommendation?.body.text("outcome")
    let isGiant = application.tier == .littleGiant
    row[ListField.opinion.rawValue] =
      switch proposal {
      case "pass": isGiant ? Phrase("同意推荐", "recommended") : Phrase("拟通过", "to pass")
      case "refuse": isGiant ? Phrase("不予推荐", "not recommended") : Phrase("拟不予通过", "to be refused")
      default: .empty
      }
    row[ListField.conclusion.rawValue] =
      switch proposal {
      case "pass": Phrase("通过", "passed")
      case "refuse": Phrase("未通过", "failed")
      default: .empty
      }
    if proposal == "refuse" {
      let reasons = letter(.refusal, today: today).rows["reasons"] ?? []
      row[ListField.failReasons.rawValue] = reasons.map { reason in
        [reason["about"], reason["text"]].compactMap(\.self).filter { !$0.zh.isEmpty }.joined(Phrase("：", ": "))
      }.map { Phrase($0.zh.last == "。" ? String($0.zh.dropLast()) : $0.zh, $0.en) }.joined(Phrase("；", "; "))
    }
    return row
  }
}
