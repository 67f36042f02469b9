public import ArgumentParser
public import ScoringCore

extension Language: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}
