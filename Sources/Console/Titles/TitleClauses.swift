import Casework
import ScoringCore

/// What the Measures say of each act on a title, by the edition in force on the day.
enum TitleClauses {
  static func of(_ act: ActName, _ tier: Tier, today: Day) -> Phrase {
    let edition = (try? Standard.shared.editionFor(tier: tier, type: .new, submitted: today)) ?? ""
    let isNew = edition == "2026-2"
    let rule: Phrase =
      switch act {
      case .update:
        isNew
          ? Phrase("每年 5 月 31 日前更新；一个有效期内两次未更新，取消称号", "by 31 May each year; two misses in one term cancel the title")
          : Phrase("每年 4 月 30 日前更新；未更新的，失去复核资格", "by 30 April each year; a miss loses the right to review")
      case .change:
        Phrase(
          "重大变更须在 3 个月内报告；逾期的，失去复核资格或取消称号",
          "a major change is reported within 3 months; late, the review is lost or the title cancelled")
      case .inquiry, .recordHearing, .drop:
        Phrase("先核查，听取企业陈述，再由另一人决定", "an inquiry, then the enterprise is heard, then another officer decides")
      default:
        isNew
          ? Phrase(
            "失信、事故、偷漏税、造假：取消，至少三年不得申报；造假的取消全部层级",
            "dishonesty, accidents, evasion, false data: cancelled, barred three years; false data ends every tier")
          : Phrase(
            "失信、事故、偷漏税、造假：取消，至少三年不得申报",
            "dishonesty, accidents, evasion, false data: cancelled, and barred for at least three years")
      }
    return RuleWords.edition(edition).joined(Phrase("：", ": ")).joined(rule)
  }
}
