package import ScoringCore

/// What a template may name in `{{ }}` 占位符; the page `Documentation/Placeholders.md` is made from this table.
package enum LetterPlaceholder: String, Sendable, Hashable, CaseIterable {
  case heading, documentNumber, today, authority, objections
  case enterprise, formerNames, creditCode, division, `case`, batch, tier, title, received
  case due, days
  case refused, basis
  case decidedBy, document, number, from, until
  case ending, ended, barUntil, reason
  case first, last, list
  case reasons, cases
  case index, about, code, text, clause, place

  /// Where it has a value: in every letter, in some, or in the rows of a repeated part.
  package enum Place: Sendable, Hashable {
    case everywhere, aboutOne
    case letters([LetterModel.Code])
    case rows([LetterPlaceholder])
  }

  package var place: Place {
    switch self {
    case .heading, .documentNumber, .today, .authority, .objections, .batch, .title, .tier: .everywhere
    case .enterprise, .formerNames, .creditCode, .division, .case, .received: .aboutOne
    case .due, .days: .letters([.return])
    case .refused: .letters([.refusal])
    case .basis: .letters([.refusal, .recognition])
    case .decidedBy, .from, .until: .letters([.recognition, .cancellation])
    case .number: .letters([.recognition, .cancellation])
    case .document: .letters([.refusal, .recognition] + LetterModel.Code.lists)
    case .ending, .ended, .barUntil, .reason: .letters([.cancellation])
    case .first, .last: .letters([.noticeList])
    case .list, .cases: .letters(LetterModel.Code.lists)
    case .reasons: .letters([.return, .refusal])
    case .index: .rows([.reasons, .cases])
    case .about, .code, .text, .clause, .place: .rows([.reasons])
    }
  }

  /// Keeps the line ends that its author wrote; in any other value they become blanks.
  package var keepsLines: Bool { self == .text || self == .reason || self == .list }

  package var meaning: Phrase {
    switch self {
    case .heading: Phrase("标题，按文书、层级和结果", "Heading, by letter, tier and outcome")
    case .documentNumber: Phrase("文号，打印时填写", "Number of this paper, given when it is printed")
    case .today: Phrase("落款日期，写法按本机关设置", "Day under the letter, written as the office sets")
    case .authority: Phrase("本机关全称（设置 signature）", "Full name of the office (setting signature)")
    case .objections:
      Phrase("异议和咨询提到哪里（设置 objectionsTo）；没有设置的为本机关全称", "Where objections go (setting objectionsTo), else the office")
    case .enterprise: Phrase("企业名称", "The enterprise")
    case .formerNames: Phrase("原名", "Former names")
    case .creditCode: Phrase("统一社会信用代码", "Credit code")
    case .division: Phrase("所在市", "City")
    case .case: Phrase("申报编号", "Id of the case")
    case .batch: Phrase("批次：2026年第1批", "Batch")
    case .tier: Phrase("层级", "Tier")
    case .title: Phrase("称号全称：专精特新“小巨人”企业", "The title in full")
    case .received: Phrase("收件日期", "Day of receipt")
    case .due: Phrase("补正期限", "Day by which to correct it")
    case .days: Phrase("补正工作日数", "Working days given")
    case .refused: Phrase("不予认定，或不予推荐", "Refused, or not recommended")
    case .basis: Phrase("依据的管理办法", "The document that the title rests on")
    case .decidedBy: Phrase("谁认定的：本机关，或工业和信息化部", "Who decided: the office, or the ministry")
    case .document: Phrase("决定、公告、公示的文号或标题", "Number or title of the decision or list")
    case .number: Phrase("证书编号", "Number of the certificate")
    case .from: Phrase("有效期起", "First day of the term")
    case .until: Phrase("有效期止", "Last day of the term")
    case .ending: Phrase("取消、撤销，或终止", "How it ends")
    case .ended: Phrase("自哪一天起终止", "Day from which it ends")
    case .barUntil: Phrase("到哪一天不得申报", "Last day on which it may not apply")
    case .reason: Phrase("终止的依据和理由", "Grounds of the ending")
    case .first: Phrase("公示第一天", "First day of the notice")
    case .last: Phrase("公示最后一天", "Last day of the notice")
    case .list: Phrase("按版式排好的名单，网页里是表格", "The list by its layout; a table on a page")
    case .reasons: Phrase("逐条理由", "Each reason")
    case .cases: Phrase("逐家企业", "Each enterprise")
    case .index: Phrase("序号", "Number in the row")
    case .about: Phrase("材料（年度、页码）、数据项，或不符合的条件", "Paper with year and page, fact, or condition not met")
    case .code: Phrase("问题的名称", "What is wrong, in a word")
    case .text: Phrase("写给企业的话", "What the enterprise is told")
    case .clause: Phrase("依据的文件", "Document of the clause")
    case .place: Phrase("条款", "Place in it")
    }
  }
}
