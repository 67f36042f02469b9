import Samples
import ScoringCore

/// One slip of a person who fills in the form, planted in an application that has none.
struct PlantedSlip: Sendable {
  /// As the table of rates calls it.
  var name: String
  /// What must be found.
  var kind: Finding.Kind
  /// Files of 100 in which it must be found at least.
  var least: Int
  /// The spoiled application and the beginnings of paths of which one must be named; `nil` where it cannot be planted.
  var plant: @Sendable (Application, inout SlipRandom) -> (Application, [String])?
}

/// Numbers from a seed, the same on every machine.
struct SlipRandom {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state &>> 33) % UInt64(limit))
  }

  mutating func pick<T>(_ choices: [T]) -> T? { choices.isEmpty ? nil : choices[below(choices.count)] }
}

extension PlantedSlip {
  static let all = [
    PlantedSlip(name: "all money in yuan", kind: .unit, least: 98) { application, _ in
      times(10_000, application, money(application))
    },
    PlantedSlip(name: "one fact in yuan", kind: .unit, least: 98) { application, random in
      guard let fact = random.pick(facts(application, of: .yearlyMoney)) else { return nil }
      return times(10_000, application, money(application).filter { $0.fact == fact })
    },
    PlantedSlip(name: "one year in yuan", kind: .unit, least: 98) { application, random in
      let places = money(application)
      guard let year = random.pick(Set(places.compactMap(year)).sorted()) else { return nil }
      return times(10_000, application, places.filter { PlantedSlip.year($0) == year })
    },
    PlantedSlip(name: "one figure in yuan", kind: .unit, least: 98) { application, random in
      guard let place = random.pick(money(application)) else { return nil }
      return times(10_000, application, [place])
    },
    PlantedSlip(name: "a share as a fraction", kind: .fraction, least: 98) { application, random in
      guard let fact = random.pick(facts(application, of: .percent)),
        case .percent(let share)? = application.value(at: .fact(fact)), (100..<1_000_000).contains(share.tenThousandths)
      else { return nil }
      return set(application, [(.fact(fact), .percent(Percent(tenThousandths: share.tenThousandths / 100)))])
    },
    PlantedSlip(name: "the newest year copied", kind: .copiedYear, least: 98) { application, _ in
      let newest = application.referenceYear
      let places = yearly(application).filter { year($0) == newest }
      return set(
        application,
        places.compactMap { place in
          guard let fact = place.fact, let before = application.value(at: .year(fact, newest - 1)) else { return nil }
          return (place, before)
        })
    },
    PlantedSlip(name: "R&D expense and revenue exchanged", kind: .exchanged, least: 98) { application, _ in
      exchange(.revenue, .rdExpense, application, application.factPaths.compactMap(year))
    },
    PlantedSlip(name: "the same in the newest year", kind: .exchanged, least: 98) { application, _ in
      exchange(.revenue, .rdExpense, application, [application.referenceYear])
    },
    PlantedSlip(name: "employees and R&D staff exchanged", kind: .exchanged, least: 98) { application, _ in
      exchange(.employees, .rdStaff, application, application.factPaths.compactMap(year))
    },
    PlantedSlip(name: "the same in the newest year", kind: .exchanged, least: 98) { application, _ in
      exchange(.employees, .rdStaff, application, [application.referenceYear])
    },
    PlantedSlip(name: "all years too late", kind: .year, least: 98) { application, _ in
      later(application, yearly(application))
    },
    PlantedSlip(name: "years of one fact too late", kind: .year, least: 98) { application, random in
      let stated = yearly(application).filter { year($0) == application.referenceYear }
      guard let fact = random.pick(stated)?.fact else { return nil }
      return later(application, yearly(application).filter { $0.fact == fact })
    },
    PlantedSlip(name: "a digit too many", kind: .unit, least: 90) { application, random in
      guard let place = random.pick(yearly(application).filter { $0.fact != .platformScore && $0.fact != .rdStaff })
      else { return nil }
      return times(10, application, [place])
    },
  ]

  private static func facts(_ application: Application, of kind: Fact.Kind) -> [Fact] {
    Fact.allCases.filter { fact in fact.kind == kind && application.factPaths.contains { $0.fact == fact } }
  }

  private static func yearly(_ application: Application) -> [FactPath] {
    application.factPaths.filter { year($0) != nil }
  }

  private static func money(_ application: Application) -> [FactPath] {
    yearly(application).filter { $0.fact?.kind == .yearlyMoney }
  }

  private static func year(_ path: FactPath) -> Int? { if case .year(_, let year) = path { year } else { nil } }

  private static func set(_ application: Application, _ values: [(FactPath, FactValue?)]) -> (Application, [String])? {
    guard !values.isEmpty, let spoiled = try? application.setting(values.map { (path: $0.0, value: $0.1) }),
      spoiled != application
    else { return nil }
    return (spoiled, values.map(\.0.description))
  }

  private static func times(_ factor: Int, _ application: Application, _ places: [FactPath]) -> (Application, [String])?
  {
    var values: [(FactPath, FactValue?)] = []
    for place in places {
      switch application.value(at: place) {
      case .money(let money)?:
        // Beyond the range a file is refused.
        guard money.fen.magnitude <= 1_000_000_000_000_000 / UInt64(factor) else { return nil }
        if money.fen != 0 { values.append((place, .money(Money(fen: money.fen * Int64(factor))))) }
      case .integer(let number)?: values.append((place, .integer(number * factor)))
      default: break
      }
    }
    return set(application, values)
  }

  private static func exchange(
    _ one: Fact, _ other: Fact, _ application: Application, _ years: [Int]
  ) -> (Application, [String])? {
    var values: [(FactPath, FactValue?)] = []
    for year in Set(years).sorted() {
      guard let first = application.value(at: .year(one, year)), let second = application.value(at: .year(other, year))
      else { continue }
      // Where the part is above its whole already, an exchange would mend it.
      guard order(first) >= order(second) else { return nil }
      values += [(.year(one, year), second), (.year(other, year), first)]
    }
    return set(application, values)
  }

  private static func order(_ value: FactValue) -> Int64 {
    switch value {
    case .money(let money): money.fen
    case .integer(let number): Int64(number)
    default: 0
    }
  }

  /// Each figure under the year after its own.
  private static func later(_ application: Application, _ places: [FactPath]) -> (Application, [String])? {
    var moved: [(FactPath, FactValue?)] = places.map { ($0, nil) }
    for place in places {
      guard case .year(let fact, let year) = place else { continue }
      moved.append((.year(fact, year + 1), application.value(at: place)))
    }
    return set(application, moved)
  }
}
