extension FactUsed {
  /// A fact with its value, or without one where it is not stated.
  init(_ path: String, _ name: Phrase, _ value: Phrase?) {
    self.init(
      path: path, name: name, value: value ?? Phrase("", ""), source: value == nil ? .notStated : .declared)
  }
}

extension Subject {
  /// The facts that a measure rests on, in the order of its formula.
  func used(_ measure: Measure) -> [FactUsed] {
    switch measure {
    case .ratio(let a, let b, let back): [used(a, year - back), used(b, year - back)]
    case .growth(let fact): [used(fact, year), used(fact, year - 1)]
    case .meanGrowth(let fact):
      readings.meanGrowthIsCompound
        ? [used(fact, year), used(fact, year - 2)]
        : [used(fact, year), used(fact, year - 1), used(fact, year - 2)]
    case .compoundGrowth(let fact): [used(fact, year), used(fact, year - 2)]
    case .amount(let fact, let back): [used(fact, year - back)]
    case .twoYearSum(let fact, let isOpen):
      isOpen && readings.researchOfLastYear
        ? [used(fact, year)] : [used(fact, year), used(fact, year - 1)]
    case .twoYearMean(let fact): [used(fact, year), used(fact, year - 1)]
    case .equityRaised: used(.equityFinancing)
    case .segmentYears: used(.segmentEntered)
    case .ipInUse: used(.intellectualProperty)
    case .qualityItems: used(Fact.qualityItems)
    case .number(let fact):
      [
        FactUsed(
          "facts." + fact.rawValue, fact.name,
          stated(fact).map { Quantity(Int128($0), over: fact.scale, fact.unit).text })
      ]
    }
  }

  var industry: FactUsed {
    let code = application.enterprise.industryCode
    return FactUsed("enterprise.industryCode", Phrase("行业代码", "Industry code"), Phrase(code, code))
  }

  func used(_ fact: YearlyFact, _ year: Int) -> FactUsed {
    FactUsed(
      "facts.\(fact.rawValue).\(year)", Phrase("\(fact.name.zh) \(year)", "\(fact.name.en) \(year)"),
      stated(fact, year).map { Quantity(Int128($0), over: fact.scale, fact.unit).text })
  }

  func used(_ fact: FlagFact) -> FactUsed {
    FactUsed(
      "facts." + fact.rawValue, fact.name, stated(fact).map { $0 ? Phrase("是", "yes") : Phrase("否", "no") })
  }

  /// A fact that is a list, or a day: the whole, and for a list each item under a path of its own.
  func used(_ fact: Fact) -> [FactUsed] {
    let path = "facts." + fact.rawValue
    guard let items = items(of: fact) else { return [FactUsed(path, fact.name, nil)] }
    switch fact {
    case .sizeSector, .segmentEntered, .qualityItems: return [FactUsed(path, fact.name, items.joined)]
    default:
      let whole = FactUsed(path, fact.name, Phrase("\(items.count) 项", "\(items.count) items"))
      return [whole] + items.enumerated().map { FactUsed("\(path)[\($0)]", fact.name, $1) }
    }
  }

  /// The paths of facts that a plain test needs and that are not stated.
  func missing(in test: Test) -> [String] {
    switch test {
    case .measure(let measure, _, _): missing(in: measure)
    case .flag(let fact, _): stated(fact) == nil ? ["facts." + fact.rawValue] : []
    case .title, .noTitle: missing(.titles)
    case .award: missing(.awards)
    case .makerChina: missing(.makerChina)
    case .institution: missing(.rdInstitutions)
    default: []
    }
  }

  func missing(in measure: Measure) -> [String] {
    used(measure).filter { $0.source == .notStated }.map(\.path)
  }

  private func missing(_ fact: Fact) -> [String] {
    items(of: fact) == nil ? ["facts." + fact.rawValue] : []
  }

  /// What is stated, item by item; `nil` when nothing is.
  private func items(of fact: Fact) -> [Phrase]? {
    let facts = application.facts
    switch fact {
    case .sizeSector: return facts.sizeSector.map { [$0.name] }
    case .segmentEntered: return facts.segmentEntered.map { [Phrase("\($0)", "\($0)")] }
    case .qualityItems: return facts.qualityItems.map { $0.map(\.name) }
    case .equityFinancing:
      return facts.equityFinancing.map {
        $0.map { round in
          let amount = Quantity(Int128(round.amount.fen), over: 1_000_000, .money).text
          let counts = round.qualifiedInvestor && round.paidIn
          return Phrase(
            "\(round.date) \(amount.zh)\(counts ? "" : "，不计入")",
            "\(round.date) \(amount.en)\(counts ? "" : ", does not count")")
        }
      }
    case .intellectualProperty:
      return facts.intellectualProperty.map {
        $0.map { item in
          let counts = counts(item)
          return Phrase(
            "\(item.kind.name.zh)\(counts ? "" : "，不计入")",
            "\(item.kind.name.en)\(counts ? "" : ", does not count")")
        }
      }
    case .awards:
      return facts.awards.map {
        $0.map {
          Phrase(
            "\($0.date) \($0.level.name.zh) 第 \($0.rank) 名",
            "\($0.date) \($0.level.name.en), place \($0.rank)")
        }
      }
    case .makerChina:
      return facts.makerChina.map {
        $0.map { Phrase("\($0.date) 第 \($0.rank) 名", "\($0.date) place \($0.rank)") }
      }
    case .titles:
      return facts.titles.map {
        $0.map {
          Phrase(
            "\($0.kind.name.zh) \($0.validFrom) 至 \($0.validUntil)",
            "\($0.kind.name.en) \($0.validFrom) to \($0.validUntil)")
        }
      }
    case .rdInstitutions: return facts.rdInstitutions.map { $0.map(\.level.name) }
    default: return nil
    }
  }
}
