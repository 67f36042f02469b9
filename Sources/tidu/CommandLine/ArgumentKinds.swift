public import ArgumentParser
public import Casework
public import Console
public import ScoringCore

extension Language: ExpressibleByArgument {}
extension Tier: ExpressibleByArgument {}
extension QueueTab: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}
extension OfficerRole: ExpressibleByArgument {}
