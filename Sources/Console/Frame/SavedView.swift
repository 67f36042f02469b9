/// A queue as an officer likes it, kept under a name.
package struct SavedView: Sendable, Hashable {
  package var name: String
  package var tab: String
  package var filter: String
  /// Column ids in order.
  package var columns: [String]
  /// Column id the rows are sorted by, `nil` for the original order.
  package var sort: String?
  package var isDescending: Bool

  package init(
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
