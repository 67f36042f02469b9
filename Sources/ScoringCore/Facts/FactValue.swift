/// The value of one declared fact.
public enum FactValue: Sendable, Hashable {
  /// True or false.
  case flag(Bool)
  /// A whole number, or heads of a year.
  case integer(Int)
  /// An amount, or that of a year.
  case money(Money)
  /// A percentage.
  case percent(Percent)
  /// Points of the platform in a year.
  case score(PlatformScore)
  /// A day.
  case day(Day)
  /// A code of the fact's table.
  case code(String)
  /// Distinct.
  case codes([String])
  /// One member of a list.
  case item(FactItem)
  /// A whole array, `[]` where it says there is none.
  case items([FactItem])
}

/// One item of an array fact, taken as a whole.
public enum FactItem: Sendable, Hashable {
  /// Of `equityFinancing`.
  case equity(EquityFinancing)
  /// Of `intellectualProperty`.
  case property(IntellectualProperty)
  /// Of `awards`.
  case award(Award)
  /// Of `makerChina`.
  case maker(MakerChinaPlace)
  /// Of `titles`.
  case title(HeldTitle)
  /// Of `rdInstitutions`.
  case institution(ResearchInstitution)

  /// What is in it.
  var content: any Sendable {
    switch self {
    case .equity(let item): item
    case .property(let item): item
    case .award(let item): item
    case .maker(let item): item
    case .title(let item): item
    case .institution(let item): item
    }
  }
}
