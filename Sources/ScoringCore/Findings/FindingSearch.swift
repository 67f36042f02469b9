extension Application {
  /// Everything a machine notices about the application by itself, in the order of the kinds.
  ///
  /// - Parameters:
  ///   - standard: names the industries that are not cultivated, and the bounds.
  ///   - explanation: of this application; figures exactly on a threshold are looked for in it.
  public func findings(
    by standard: Standard, _ explanation: Explanation? = nil, _ options: AssessmentOptions = AssessmentOptions()
  ) -> [Finding] {
    var search = FindingSearch(application: self, standard: standard)
    search.exchanges()
    search.units()
    search.years()
    search.wholes()
    search.research(explanation)
    search.experts()
    search.property()
    search.identity()
    search.texts()
    search.unconfirmed(options)
    let order = Dictionary(uniqueKeysWithValues: Finding.Kind.allCases.enumerated().map { ($1, $0) })
    return search.found.enumerated().sorted { a, b in
      (order[a.element.kind] ?? 0, a.offset) < (order[b.element.kind] ?? 0, b.offset)
    }.map(\.element)
  }
}

extension Standard {
  /// Everything a machine notices about the application, figures on a threshold with it.
  public func findings(of application: Application) -> [Finding] {
    application.findings(by: self, try? explain(application))
  }
}

/// Looks through one application for what a machine notices; what one finding explains, no other one says again.
struct FindingSearch {
  let application: Application
  let standard: Standard
  private(set) var found: [Finding] = []
  /// The figures of every yearly fact, ascending: each is asked for many times.
  private let figures: [Fact: [(year: Int, value: Int128)]]
  /// Figures that an exchange or a wrong unit explains.
  private(set) var explained: Set<FactPath> = []

  var facts: Facts { application.facts }
  /// The reference year.
  var year: Int { application.referenceYear }

  init(application: Application, standard: Standard) {
    self.application = application
    self.standard = standard
    let facts = application.facts
    figures = Dictionary(
      uniqueKeysWithValues: Self.yearly.map { fact in
        (fact, facts.years(of: fact).compactMap { year in facts.value(of: fact, year)?.steps.map { (year, $0) } })
      })
  }

  /// All amounts of a year.
  static let money = FactTable.rows.filter { $0.kind == .yearlyMoney }.map(\.fact)
  /// All figures of a year.
  static let yearly = FactTable.rows.filter(\.kind.isYearly).map(\.fact)

  /// In the smallest steps: fen, heads, hundredths of a point.
  func figure(_ fact: Fact, _ year: Int) -> Int128? {
    for figure in figures[fact] ?? [] where figure.year == year { return figure.value }
    return nil
  }

  /// The years of a fact that are stated, ascending.
  func years(of fact: Fact) -> [Int] { (figures[fact] ?? []).map { $0.year } }

  /// A figure as shown: `6,100 万元`.
  func shown(_ fact: Fact, _ year: Int) -> Phrase {
    guard let value = facts.value(of: fact, year) else { return Phrase("未填", "not stated") }
    let text = value.text
    return fact.unit == .people ? Phrase(text.zh + fact.unit.name.zh, text.en + fact.unit.name.en) : text
  }

  /// A figure with what it is: `2024 年营业收入 6,100 万元`.
  func named(_ fact: Fact, _ year: Int) -> Phrase {
    let text = shown(fact, year)
    return Phrase("\(year) 年\(fact.name.zh) \(text.zh)", "\(fact.name.en) of \(year), \(text.en)")
  }

  /// The paper that proves a figure of a year.
  func paper(_ fact: Fact, _ year: Int) -> Phrase {
    switch fact {
    case .employees: Phrase("\(year) 年 12 月社保缴纳证明", "the social-insurance record of December \(year)")
    case .rdStaff: Phrase("\(year) 年研发人员名单", "the list of R&D staff of \(year)")
    default: Phrase("\(year) 年审计报告", "the audit report of \(year)")
    }
  }

  /// - Parameters:
  ///   - what: what was noticed, with the figures.
  ///   - settles: what to look at or to ask.
  mutating func note(_ kind: Finding.Kind, _ paths: [String], _ what: Phrase, _ settles: Phrase) {
    found.append(Finding(kind, Phrase("\(what.zh)；\(settles.zh)", "\(what.en); \(settles.en)"), paths))
  }

  /// The same of figures, which it explains.
  mutating func explain(_ kind: Finding.Kind, _ paths: [FactPath], _ what: Phrase, _ settles: Phrase) {
    explained.formUnion(paths)
    note(kind, paths.map(\.description), what, settles)
  }

  /// Takes a figure as explained that no finding is to name.
  mutating func leaveOut(_ path: FactPath) { explained.insert(path) }

  func isExplained(_ fact: Fact, _ year: Int) -> Bool { explained.contains(.year(fact, year)) }
}

extension FactValue {
  /// Of a yearly figure: fen, heads, hundredths of a point.
  fileprivate var steps: Int128? {
    switch self {
    case .money(let money): Int128(money.fen)
    case .integer(let number): Int128(number)
    case .score(let score): Int128(score.hundredths)
    default: nil
    }
  }
}
