// The standard's own files take these over.

public struct LocalFact: Sendable, Hashable {
  public struct Choice: Sendable, Hashable {
    public var key: String
    public var name: Phrase
    public var assumed: Bool
  }
  public var key: String
  public var name: Phrase
  public var choices: [Choice]
  public var isSet: Bool
}
public struct EditionError: Error, Sendable, Hashable {
  public var tier: Tier
  public var submitted: Day
  public var nearest: String
  public var nearestFrom: Day
  public var message: Phrase { Phrase("\(submitted) 没有适用的评价标准版本", "no edition is in force on \(submitted)") }
}
