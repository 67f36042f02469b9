package import ScoringCore
import Casework

/// The queues of an office: queries over summaries, not places. A case may stand in several.
package enum QueueTab: String, Sendable, Hashable, CaseIterable {
  case all, mine, unassigned, returned, held, toSign, spotCheck, toPublish, inNotice, objections
  case atMinistry, contested, done

  package var name: Phrase {
    switch self {
    case .all: Phrase("全部", "All")
    case .mine: Phrase("我的", "Mine")
    case .unassigned: Phrase("未分配", "Unassigned")
    case .returned: Phrase("退回", "Returned")
    case .held: Phrase("搁置", "Held")
    case .toSign: Phrase("待签", "To sign")
    case .spotCheck: Phrase("抽查", "Spot check")
    case .toPublish: Phrase("待公示", "To publish")
    case .inNotice: Phrase("公示", "In notice")
    case .objections: Phrase("异议", "Objections")
    case .atMinistry: Phrase("已报工信部", "At ministry")
    case .contested: Phrase("争议", "Contested")
    case .done: Phrase("已办结", "Done")
    }
  }

  /// Why it can be empty, and what to do then.
  var emptyReason: Phrase {
    switch self {
    case .all:
      Phrase("还没有申报件。用 tidu import 导入申请。", "There are no cases yet. Bring applications in with tidu import.")
    case .mine: Phrase("你手上没有在审的申报件。按 n 取下一件。", "You hold no case. Press n to take the next one.")
    case .unassigned: Phrase("没有等待分配的申报件。", "No case waits for a reviewer.")
    case .returned: Phrase("没有退回补正的申报件。", "No case is out for correction.")
    case .held: Phrase("没有搁置的申报件。", "No case is on hold.")
    case .toSign: Phrase("没有等待签批的审核意见。", "No recommendation waits for a signature.")
    case .spotCheck: Phrase("没有待抽签或抽查中的申报件。", "No case is in a spot check or waits for a draw.")
    case .toPublish: Phrase("没有可以公示或推荐的申报件。", "No case is ready for notice or recommendation.")
    case .inNotice: Phrase("没有公示中的申报件。", "No notice is running.")
    case .objections: Phrase("没有未答复的异议或举报。", "No objection or report is open.")
    case .atMinistry: Phrase("没有已推荐到工信部的申报件。", "No case is at the ministry.")
    case .contested: Phrase("没有争议。", "Nothing is contested.")
    case .done: Phrase("还没有办结的申报件。", "No case is decided yet.")
    }
  }
}

/// A set of queues, one bit each.
struct QueueTabs: OptionSet, Sendable, Hashable {
  var rawValue: UInt16

  func contains(tab: QueueTab) -> Bool { contains(QueueTabs(tab)) }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ tab: QueueTab) {
    let index = QueueTab.allCases.firstIndex(of: tab) ?? 0
    rawValue = 1 << UInt16(index)
  }

  init(of row: borrowing CaseSummary, officer: borrowing String) {
    self = QueueTab.all.bit
    switch row.state {
    case .received, .inReview:
      if row.assignee == nil { formUnion(QueueTab.unassigned.bit) }
      if row.assignee == copy officer { formUnion(QueueTab.mine.bit) }
    case .returned: formUnion(QueueTab.returned.bit)
    case .held: formUnion(QueueTab.held.bit)
    case .toSign: formUnion(QueueTab.toSign.bit)
    case .awaitingDraw, .spotCheck: formUnion(QueueTab.spotCheck.bit)
    case .readyForNotice, .readyToForward, .noticeClosed: formUnion(QueueTab.toPublish.bit)
    case .inNotice: formUnion(QueueTab.inNotice.bit)
    case .forwarded: formUnion(QueueTab.atMinistry.bit)
    case .decided, .ministryOutcome, .refused, .withdrawn: formUnion(QueueTab.done.bit)
    case .notReceived: break
    }
    if !row.visitors.isEmpty {
      formUnion(QueueTab.spotCheck.bit)
      if row.visitors.contains(copy officer) { formUnion(QueueTab.mine.bit) }
    }
    if row.openObjections > 0 || row.openLeads > 0 { formUnion(QueueTab.objections.bit) }
    if row.contested { formUnion(QueueTab.contested.bit) }
  }
}

extension QueueTab {
  var bit: QueueTabs { QueueTabs(self) }
}
