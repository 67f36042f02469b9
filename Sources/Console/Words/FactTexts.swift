import Casework
import ScoringCore

/// The declared and verified values of a case's facts in words.
struct FactTexts {
  private let application: Application
  private let used: [String: Phrase]

  init(_ file: CaseFile) {
    application = file.revision.application
    var used: [String: Phrase] = [:]
    func walk(_ node: Explanation) {
      for fact in node.facts where used[fact.path] == nil { used[fact.path] = fact.value }
      node.children.forEach(walk)
    }
    if let root = file.explanation { walk(root) }
    self.used = used
  }

  func declared(_ path: FactPath) -> Phrase {
    application.value(at: path).map { text($0, path) } ?? Phrase("未填", "not stated")
  }

  /// A value with its unit.
  func text(_ value: FactValue, _ path: FactPath) -> Phrase {
    func figure(_ quantity: Quantity) -> Phrase {
      Phrase(Figures.bound(quantity, .zh), Figures.bound(quantity, .en))
    }
    let unit = path.fact?.unit ?? .none
    switch value {
    case .flag(let flag): return flag ? Phrase("是", "yes") : Phrase("否", "no")
    case .integer(let number): return figure(Quantity(Int128(number), unit))
    case .money(let money): return figure(Quantity(Int128(money.fen), over: 1_000_000, .money))
    case .percent(let percent): return figure(Quantity(Int128(percent.tenThousandths), over: 10_000, .percent))
    case .day(let day): return Phrase(day.description, day.description)
    case .code, .codes: return value.text
    case .items(let items): return Phrase("\(items.count) 项", "\(items.count)")
    case .score, .item: return used[path.description] ?? Phrase("有", "stated")
    }
  }
}

extension CaseFile {
  /// Where a verified value was read: paper and page.
  func source(of fact: VerifiedFact) -> Phrase {
    switch fact.how {
    case .accepted: return Phrase("采信", "accepted")
    case .visit: return Phrase("现场", "on site")
    case .read:
      let paper = papers.first { $0.sha != nil && $0.sha == fact.material }
      let page = fact.page.map { Phrase(" p.\($0)", " p.\($0)") } ?? Phrase("", "")
      return (paper?.item.name ?? Phrase("材料", "document")).joined(page)
    }
  }
}
