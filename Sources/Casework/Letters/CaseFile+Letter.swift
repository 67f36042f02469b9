package import ScoringCore
import StrictJSON

extension CaseFile {
  /// The data of a letter about this case.
  ///
  /// - Parameter action: what is about to be written (`return`, `endTitle`), completed; `nil` takes the newest on file.
  package func letter(_ code: LetterModel.Code, for action: Action? = nil, today: Day) -> LetterModel {
    var letter = LetterModel(code: code, values: common(today), rows: [:])
    letter[.heading] = heading(of: code, for: action)
    func body(_ act: ActName) -> JSONValue? {
      action.map(\.fields) ?? fold.log.last { $0.event.act == act }?.event.body
    }
    switch code {
    case .return: letter.correct(self, body(.return), today)
    case .refusal: letter.refuse(self, action)
    case .recognition: letter.recognise(self)
    case .cancellation:
      letter.recognise(self)
      let ending = body(.endTitle)
      letter[.ending] = ending.map { Self.ending($0.text("how")) } ?? .empty
      letter[.ended] = ending?.day("from")?.onPaper() ?? .empty
      letter[.barUntil] = ending?.day("barUntil")?.onPaper() ?? .empty
      letter[.reason] = .plain(ending?.text("text"))
    case .noticeList, .forwardingList, .recognitionList: letter.rows["cases"] = [listed(today)]
    }
    return letter
  }

  /// What a letter about this case is called: the province does not refuse a little giant, it does not recommend it, and
  /// the ministry alone recognises one.
  package func heading(of code: LetterModel.Code, for action: Action? = nil) -> Phrase {
    switch code {
    case .refusal where isRefusedByMinistry: Phrase("认定结果告知书", "Outcome at the ministry")
    case .refusal: isNotRecommended ? Phrase("不予推荐通知书", "Not recommended") : code.name
    case .recognition where isOfMinistry: Phrase("认定结果告知书", "Recognition by the ministry")
    case .recognition where revision.application.type == .review: Phrase("复核通过通知书", "Review passed")
    case .cancellation:
      Self.ending(
        (action?.fields ?? fold.log.last { $0.event.act == .endTitle }?.event.body)?.text("how")
      ).joined(Phrase("称号通知书", " of a title")).capitalized
    default: code.name
    }
  }

  private static func ending(_ how: String?) -> Phrase {
    switch how {
    case "cancelled", nil: Phrase("取消", "cancellation")
    case "revoked": Phrase("撤销", "revocation")
    default: Phrase("终止", "ending")
    }
  }

  var isNotRecommended: Bool { revision.application.tier == .littleGiant && !isRefusedByMinistry }

  private var isRefusedByMinistry: Bool { refusing?.act == .ministry }

  /// The ministry recognised it.
  var isOfMinistry: Bool { fold.title.flatMap { fold.event($0.given) }?.act == .ministry }

  /// What refused last, or proposed to.
  var refusing: Event? {
    let refusing: Set<ActName> = [.ministry, .decide, .recommend]
    return fold.log.last { $0.event.act.map(refusing.contains) ?? false }?.event
  }

  /// Who signs.
  var signature: Phrase { settings.signature(authority: revision.application.authority) }

  /// The title as letters call it.
  package var titleName: Phrase {
    let rules = assessment.flatMap { standard.edition($0.edition)?[revision.application.tier] }
    return rules?.title ?? rules?.name ?? revision.application.tier.name
  }

  func common(_ today: Day) -> [String: Phrase] {
    let application = revision.application
    let tier = assessment.flatMap { standard.edition($0.edition)?[application.tier]?.name }
    let holder = title(today: today)
    let values: [LetterPlaceholder: Phrase] = [
      .today: today.onPaper(settings.dateStyle), .case: .plain(application.id),
      .enterprise: .plain(holder?.name ?? application.enterprise.name),
      .formerNames: Phrase(
        holder?.formerNames.joined(separator: "、") ?? "", holder?.formerNames.joined(separator: ", ") ?? ""),
      .creditCode: .plain(holder?.creditCode ?? application.enterprise.creditCode),
      .tier: tier ?? application.tier.name, .title: titleName, .authority: signature,
      .objections: settings.objectionsTo.map { .plain($0) } ?? signature,
      .division: .plain(application.division.flatMap { Divisions.shared[$0]?.name }),
      .batch: LetterWords.batch(application.batch), .received: fold.receipt?.on?.onPaper() ?? .empty,
    ]
    return Dictionary(uniqueKeysWithValues: values.map { ($0.rawValue, $1) })
  }
}

extension OfficeSettings {
  /// Who signs for an authority.
  package func signature(authority: String) -> Phrase {
    signature.map { .plain($0) } ?? Authorities.shared[authority]?.office ?? .plain(authority)
  }
}

extension LetterModel {
  fileprivate mutating func correct(_ file: CaseFile, _ body: JSONValue?, _ today: Day) {
    let due = body?.day("due").map { due -> Phrase in
      let on = body?.day("on") ?? today
      let calendar = file.settings.calendar
      let isStated = body?.number("days").map { calendar.workingDay($0, after: on).day } != due
      let counted = calendar.counted(to: due, since: isStated ? nil : on.adding(days: 1))
      return counted.day.onPaper().joined(counted.mark)
    }
    self[.due] = due ?? .empty
    self[.days] = .plain(body?.number("days").map(String.init))
    rows["reasons"] = file.reasons(body, isOfPapers: true)
  }

  fileprivate mutating func refuse(_ file: CaseFile, _ action: Action?) {
    let refusing = file.refusing
    self[.document] = .plain(action == nil ? refusing?.body.text("document") : nil)
    if action == nil, refusing?.act == .ministry {
      // It is not this office's decision: it passes on what the ministry announced.
      self[.refused] = Phrase(
        "未获工业和信息化部认定", "not recognised by the Ministry of Industry and Information Technology")
      rows["reasons"] = [
        [
          "index": .plain("1"),
          "text": Phrase(
            "本单位没有记录工业和信息化部的具体理由，以其公布的文件为准。",
            "This office has no reasons of the ministry on record; its document holds."),
        ]
      ]
      return
    }
    self[.refused] = file.isNotRecommended ? Phrase("不予推荐", "not recommended") : Phrase("不予认定", "refused")
    self[.basis] = file.basis
    let decided = refusing?.act == .decide ? refusing?.body : file.fold.recommendation?.body ?? refusing?.body
    let own = file.reasons(action.map(\.fields) ?? decided, isOfPapers: false)
    let computed = file.explanation.map(FailedCondition.all) ?? []
    rows["reasons"] = LetterModel.indexed(own + computed.map(\.row))
  }

  fileprivate mutating func recognise(_ file: CaseFile) {
    let title = file.fold.title
    self[.basis] = file.basis
    self[.decidedBy] = file.isOfMinistry ? Phrase("工业和信息化部", "the ministry") : Phrase("我单位", "this office")
    self[.document] = .plain(title.flatMap { file.fold.event($0.given) }?.body.text("document"))
    self[.number] = .plain(title?.number)
    self[.from] = title?.from?.onPaper() ?? .empty
    self[.until] = title?.until?.onPaper() ?? .empty
  }

  /// Rows with their numbers.
  static func indexed(_ rows: [[String: Phrase]]) -> [[String: Phrase]] {
    rows.enumerated().map { index, row in row.merging(["index": .plain(String(index + 1))]) { $1 } }
  }
}

extension FailedCondition {
  fileprivate var row: [String: Phrase] {
    [
      "about": name, "text": text, "clause": citation?.document ?? .empty,
      "place": citation?.place ?? .empty,
    ]
  }
}

extension CaseFile {
  /// The document that the title rests on.
  fileprivate var basis: Phrase { assessment.flatMap { standard.edition($0.edition)?.document } ?? .empty }

  /// Reasons as officers stated them; one that says nothing but a word says that word.
  fileprivate func reasons(_ body: JSONValue?, isOfPapers: Bool) -> [[String: Phrase]] {
    let rows = (body?.list("reasons") ?? []).map { reason -> [String: Phrase] in
      let stated = reason.text("code") ?? ""
      let code = DefectCode(rawValue: stated)
      let item = reason.text("item").flatMap(MaterialItem.init(rawValue:))
      let fact = reason.text("path").flatMap { FactPath($0) }?.name
      let text = reason.text("text") ?? ""
      return [
        "about": item.map { about($0, stated) } ?? fact ?? .empty,
        "code": code == .other || code?.says(text) == true ? .empty : code?.name ?? .plain(stated),
        "text": text.isEmpty ? .empty : Phrase(text, code.map { $0.inEnglish(text) } ?? text),
      ]
    }
    return LetterModel.indexed(rows)
  }
}

extension DefectCode {
  /// Whether a reason as it is on file begins with the sentence of its code, which says all that its name does.
  fileprivate func says(_ text: String) -> Bool { !sentence.zh.isEmpty && text.hasPrefix(sentence.zh) }

  /// A reason as it is on file, with its own sentence in English.
  fileprivate func inEnglish(_ text: String) -> String {
    guard says(text) else { return text }
    return sentence.en + text.dropFirst(sentence.zh.count)
  }
}
