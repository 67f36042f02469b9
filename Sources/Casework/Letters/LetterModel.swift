package import ScoringCore
import StrictJSON

/// What a letter or list is made from 文书 (Letters §1): values for the placeholders of a template that the office can
/// edit.
package struct LetterModel: Sendable, Hashable {
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case `return`, refusal
    case noticeList = "notice-list"
    case forwardingList = "recommendation-list"
    case recognition, cancellation

    package var name: Phrase {
      switch self {
      case .return: Phrase("补正通知书", "Return for correction")
      case .refusal: Phrase("不予认定通知书", "Refusal")
      case .noticeList: Phrase("公示名单", "Notice list")
      case .forwardingList: Phrase("推荐名单", "Recommendation list")
      case .recognition: Phrase("认定通知书", "Recognition")
      case .cancellation: Phrase("取消称号通知书", "Cancellation")
      }
    }
  }

  package var code: Code
  /// By placeholder: `enterprise`, `creditCode`, `due` … Text from files is in them: escape it for the form written.
  package var values: [String: Phrase]
  /// Repeated parts by name: `reasons`, `cases`; each a list of values.
  package var rows: [String: [[String: Phrase]]]

  package init(code: Code, values: [String: Phrase], rows: [String: [[String: Phrase]]]) {
    self.code = code
    self.values = values
    self.rows = rows
  }
}

extension CaseFile {
  /// The data of a letter about this case.
  ///
  /// - Parameter action: what is about to be written (`return`, `endTitle`), completed; `nil` takes the newest on file.
  package func letter(_ code: LetterModel.Code, for action: Action? = nil, today: Day) -> LetterModel {
    var letter = LetterModel(code: code, values: common(today), rows: [:])
    func body(_ act: ActName) -> JSONValue? {
      action.map(\.fields) ?? fold.log.last { $0.event.act == act }?.event.body
    }
    switch code {
    case .return:
      let due = body(.return)?.day("due").map { due in
        let on = body(.return)?.day("on") ?? today
        let isStated = body(.return)?.number("days").map { settings.calendar.workingDay($0, after: on).day } != due
        return settings.calendar.counted(to: due, since: isStated ? nil : on.adding(days: 1)).text
      }
      letter.values["due"] = due ?? Phrase("", "")
      letter.set("days", body(.return)?.number("days").map(String.init))
      letter.rows["reasons"] = reasons(body(.return))
    case .refusal:
      letter.rows["reasons"] = action.map { reasons($0.fields) } ?? refusal
      // The province does not recognise a little giant: it recommends it or not.
      let isNotRecommended = revision.application.tier == .littleGiant && refusing?.act != .ministry
      letter.values["refused"] = isNotRecommended ? Phrase("不予推荐", "not recommended") : Phrase("不予认定", "refused")
      letter.rows["clauses"] = (explanation?.deciding ?? []).compactMap(\.citation).map {
        ["document": $0.document, "place": $0.place]
      }
    case .recognition, .cancellation:
      letter.set("number", fold.title?.number)
      letter.set("from", fold.title?.from?.description)
      letter.set("until", fold.title?.until?.description)
      let ending = body(.endTitle)
      letter.set("ended", ending?.text("from"))
      letter.set("barUntil", ending?.text("barUntil"))
      letter.set("reason", ending?.text("text"))
    case .noticeList, .forwardingList: letter.rows["cases"] = [common(today)]
    }
    return letter
  }

  /// What refused last, or proposed to.
  private var refusing: Event? {
    let refusing: Set<ActName> = [.ministry, .decide, .recommend]
    return fold.log.last { $0.event.act.map(refusing.contains) ?? false }?.event
  }

  /// Reasons of the refusal that stands: the ministry's, else the decision's, else those proposed.
  private var refusal: [[String: Phrase]] {
    let last = refusing
    switch last?.act {
    case .ministry:
      let document = last?.body.text("document") ?? ""
      return [
        [
          "index": Phrase("1", "1"), "code": Phrase("工业和信息化部未予认定", "Not recognised by the ministry"),
          "about": Phrase("", ""), "text": Phrase(document, document),
        ]
      ]
    case .decide: return reasons(last?.body)
    default: return reasons(fold.recommendation?.body ?? last?.body)
    }
  }

  private func common(_ today: Day) -> [String: Phrase] {
    let application = revision.application
    func same(_ text: String) -> Phrase { Phrase(text, text) }
    let rules = assessment.flatMap { standard.edition($0.edition)?[application.tier] }
    let name = rules?.name ?? application.tier.name
    let holder = title(today: today)
    return [
      "today": same(today.description), "case": same(application.id),
      "enterprise": same(holder?.name ?? application.enterprise.name),
      "formerNames": Phrase(
        holder?.formerNames.joined(separator: "、") ?? "", holder?.formerNames.joined(separator: ", ") ?? ""),
      "creditCode": same(holder?.creditCode ?? application.enterprise.creditCode), "tier": name,
      "title": rules?.title ?? name,
      "authority": Authorities.shared[application.authority]?.name ?? same(application.authority),
      "division": same(application.division.flatMap { Divisions.shared[$0]?.name } ?? ""),
      "batch": same(application.batch), "received": same(fold.receipt?.on?.description ?? ""),
    ]
  }

  private func reasons(_ body: JSONValue?) -> [[String: Phrase]] {
    (body?.list("reasons") ?? []).enumerated().map { index, reason in
      let code = reason.text("code") ?? ""
      let item = reason.text("item").flatMap(MaterialItem.init(rawValue:))?.name
      let fact = reason.text("path").flatMap { FactPath($0) }?.name
      let text = reason.text("text") ?? ""
      return [
        "index": Phrase("\(index + 1)", "\(index + 1)"),
        "code": DefectCode(rawValue: code)?.name ?? Phrase(code, code),
        "about": item ?? fact ?? Phrase("", ""), "text": Phrase(text, text),
      ]
    }
  }
}

extension LetterModel {
  /// A list of several cases: their rows under `cases`, numbered in the order given.
  package static func list(_ code: Code, _ files: [CaseFile], values: [String: Phrase], today: Day) -> LetterModel {
    let rows = files.enumerated().map { index, file in
      (file.letter(code, today: today).rows["cases"]?.first ?? [:])
        .merging(["index": Phrase("\(index + 1)", "\(index + 1)")]) { $1 }
    }
    return LetterModel(code: code, values: values, rows: ["cases": rows])
  }

  /// A list as an event of a round names it: its document and days.
  package static func list(
    _ code: Code, _ files: [CaseFile], of event: Event, authority: String, today: Day
  ) -> LetterModel {
    func same(_ text: String?) -> Phrase { Phrase(text ?? "", text ?? "") }
    let last = event.body.day("last").flatMap { last in
      files.first?.noticeLast(first: event.body.day("first"), last: last)
    }
    let values = [
      "document": same(event.body.text("document")), "first": same(event.body.text("first")),
      "last": last?.text ?? same(event.body.text("last")),
      "authority": Authorities.shared[authority]?.name ?? same(authority),
      "batch": same(event.folder.split(separator: "/").last.map(String.init)), "today": same(today.description),
    ]
    return list(code, files, values: values, today: today)
  }

  fileprivate mutating func set(_ name: String, _ text: String?) {
    values[name] = Phrase(text ?? "", text ?? "")
  }
}
