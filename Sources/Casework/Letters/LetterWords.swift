package import ScoringCore

extension Phrase {
  /// Nothing to print.
  package static let empty = Phrase("", "")

  /// A text that is the same in both languages: a name, a number, what an officer wrote.
  package static func plain(_ text: String?) -> Phrase { Phrase(text ?? "", text ?? "") }

  func joined(_ next: Phrase) -> Phrase { Phrase(zh + next.zh, en + next.en) }

  /// As an English heading begins.
  var capitalized: Phrase { Phrase(zh, en.prefix(1).uppercased() + en.dropFirst()) }
}

extension Sequence where Element == Phrase {
  func joined(_ separator: Phrase) -> Phrase {
    Phrase(map(\.zh).joined(separator: separator.zh), map(\.en).joined(separator: separator.en))
  }
}

/// Words that letters and lists have in common.
enum LetterWords {
  /// 2026-1 as papers call it: 2026年第1批. Another name stays as it is.
  static func batch(_ batch: String) -> Phrase {
    let parts = batch.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), let number = Int(parts[1]), number > 0 else {
      return Phrase(batch, batch)
    }
    return Phrase("\(year)年第\(number)批", "batch \(number) of \(year)")
  }

  /// What the list of cases in an act is called: by the titles in it, and whether they are new.
  static func heading(_ code: LetterModel.Code, batch: String, titles: [Phrase], isReview: Bool, isForwarded: Bool)
    -> Phrase
  {
    let head = Self.batch(batch)
    let titles = titles.joined(Phrase("、", " and "))
    func name(_ zhBefore: String, _ zhAfter: String, _ en: String) -> Phrase {
      Phrase("\(head.zh)\(zhBefore)\(titles.zh)\(zhAfter)", "\(en): \(titles.en), \(head.en)")
    }
    switch (code, isReview) {
    case (.forwardingList, _): return name("", "推荐名单", "Enterprises recommended to the ministry")
    case (.recognitionList, false): return name("", "认定名单", "Enterprises recognised")
    case (.recognitionList, true): return name("", "复核通过名单", "Enterprises that passed the review")
    case (_, _) where isForwarded: return name("拟推荐", "名单公示", "Public notice of enterprises to be recommended")
    case (_, true): return name("", "拟复核通过名单公示", "Public notice of enterprises to pass the review")
    default: return name("拟认定", "名单公示", "Public notice of enterprises to be recognised")
    }
  }
}
