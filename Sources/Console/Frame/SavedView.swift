/// A queue as an officer likes it, kept under a name.
public struct SavedView: Sendable, Hashable {
  public var name: String
  public var tab: String
  public var filter: String
  /// Column ids in order.
  public var columns: [String]
  /// Column id the rows are sorted by, `nil` for the original order.
  public var sort: String?
  public var isDescending: Bool

  public init(
    name: String, tab: String, filter: String, columns: [String], sort: String?, isDescending: Bool
  ) {
    self.name = name
    self.tab = tab
    self.filter = filter
    self.columns = columns
    self.sort = sort
    self.isDescending = isDescending
  }
}
