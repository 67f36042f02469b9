/// The value of one declared fact.
public enum FactValue: Sendable, Hashable {
  case flag(Bool)
  case integer(Int)
  case money(Money)
  case percent(Percent)
  case score(PlatformScore)
  case day(Day)
  case code(String)
  /// Distinct.
  case codes([String])
  case item(FactItem)
  /// A whole array, `[]` where it says there is none.
  case items([FactItem])
}

/// One item of an array fact, taken as a whole.
public enum FactItem: Sendable, Hashable {
  case equity(EquityFinancing)
  case property(IntellectualProperty)
  case award(Award)
  case maker(MakerChinaPlace)
  case title(HeldTitle)
  case institution(ResearchInstitution)
}
