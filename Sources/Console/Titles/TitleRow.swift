import Casework
import ScoringCore

/// A part of the register of titles 称号登记.
enum TitleTab: String, Sendable, CaseIterable {
  /// Something is to be done about it, soonest first.
  case due
  case updates, ending, inquiry, pending, running, ended, all

  var name: Phrase {
    switch self {
    case .due: Phrase("到期事项", "Falling due")
    case .updates: Phrase("待更新", "Updates")
    case .ending: Phrase("将到期", "Ending")
    case .inquiry: Phrase("核查中", "Inquiries")
    case .pending: Phrase("到期复核中", "Review pending")
    case .running: Phrase("有效", "Running")
    case .ended: Phrase("已终止", "Ended")
    case .all: Phrase("全部", "All")
    }
  }
}

/// Something that falls due for a title.
struct TitleDue: Sendable, Hashable {
  var text: Phrase
  /// `nil` where no day is set for it.
  var day: Day?
  var role: Role
}

/// A title with what the lists show of it, worked out when the register arrives.
struct TitleRow: Sendable, Hashable {
  var record: TitleRecord
  /// Soonest first.
  var dues: [TitleDue]
  var tabs: Set<TitleTab>
  /// What the list is ordered by: the soonest due day, today for what has none, else the last day of the term.
  private(set) var soonest: Day

  /// A title that ends within this many days comes up for review.
  static let reviewMargin = 90

  init(_ record: TitleRecord, today: Day) {
    self.record = record
    soonest = record.until
    tabs = [.all]
    dues = []
    for update in record.updatesDue(today: today) {
      let isLate = update.due.map { $0 < today } ?? false
      let words = Phrase("\(update.year) 年更新", "update \(update.year)")
      dues.append(TitleDue(text: words, day: update.due, role: isLate ? .late : .near))
      tabs.insert(.updates)
    }
    if let outcome = record.missed, record.status == .running {
      dues.append(TitleDue(text: Phrase("未更新：", "updates missed: ").joined(outcome.name), day: nil, role: .late))
      tabs.insert(.updates)
    }
    if record.reviewComesUp(today: today, within: Self.reviewMargin) {
      dues.append(TitleDue(text: Phrase("复核", "review"), day: record.until, role: .near))
      tabs.insert(.ending)
    }
    switch record.status {
    case .running: tabs.insert(.running)
    case .upcoming: break
    case .inquiry:
      dues.append(TitleDue(text: Phrase("核查待办结", "inquiry open"), day: nil, role: .undetermined))
      tabs.formUnion([.running, .inquiry])
    case .reviewPending:
      dues.append(TitleDue(text: Phrase("到期，复核未决", "expired, review open"), day: record.until, role: .late))
      tabs.insert(.pending)
    default: tabs.insert(.ended)
    }
    if !dues.isEmpty { tabs.insert(.due) }
    dues.sort { ($0.day ?? today) < ($1.day ?? today) }
    if let first = dues.first { soonest = first.day ?? today }
  }

  var order: (Day, String) { (soonest, record.folder) }
}

/// The register as the screen holds it: rows, where they are found, and how many each part has.
struct TitleList: Sendable {
  private(set) var rows: [TitleRow] = []
  private var search = SearchIndex()
  private(set) var counts: [TitleTab: Int] = [:]

  init() {}

  init(_ records: [TitleRecord], today: Day) {
    rows = records.map { TitleRow($0, today: today) }.sorted { $0.order < $1.order }
    for row in rows {
      let record = row.record
      for tab in row.tabs { counts[tab, default: 0] += 1 }
      search.append(
        name: record.name, also: record.formerNames, Substring(record.creditCode.utf8.prefix(18)),
        Substring(record.folder.utf8.prefix(160)),
        Substring((record.number ?? "").utf8.prefix(80)), Substring(record.tierName.zh),
        Substring(record.tier.rawValue),
        Substring(Authorities.shared[record.authority]?.short.zh ?? ""),
        Substring(Authorities.shared[record.authority]?.short.en ?? ""),
        Substring(CaseWords.division(record.division)))
    }
  }

  /// Rows of a part that hold every word.
  func find(_ tab: TitleTab, _ text: String, authority: String?) -> [Int] {
    let needles = text.split(separator: " ").map { SearchIndex.Needle(String($0)) }
    return rows.indices.filter { index in
      rows[index].tabs.contains(tab) && (authority == nil || rows[index].record.authority == authority)
        && needles.allSatisfy { search.matches(index, $0) }
    }
  }
}
