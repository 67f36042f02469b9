internal import CaseStore
internal import Console
internal import ScoringCore
internal import StrictJSON

/// The officer's saved views of the queue, in the own folder.
enum HostViews {
  private static let place = "console/views"

  /// - Throws: where what was saved cannot be had.
  static func load(_ own: OfficerFolder) throws(StoreError) -> [SavedView] {
    guard let bytes = try own.draft(place) else { return [] }
    return ((try? JSONValue(parsing: bytes))?.array ?? []).compactMap { item in
      guard let name = item["name"]?.string, let tab = item["tab"]?.string,
        let filter = item["filter"]?.string
      else { return nil }
      return SavedView(
        name: name, tab: tab, filter: filter, columns: (item["columns"]?.array ?? []).compactMap(\.string),
        sort: item["sort"]?.string, isDescending: item["descending"]?.bool ?? false)
    }
  }

  static func save(_ views: [SavedView], in own: OfficerFolder) throws(StoreError) {
    let list = JSONValue.array(
      views.map { view in
        let members = [
          JSONValue.Member("name", .string(view.name)), .init("tab", .string(view.tab)),
          .init("filter", .string(view.filter)), .init("columns", .array(view.columns.map(JSONValue.string))),
          .init("descending", .bool(view.isDescending)),
        ]
        return .object(members + (view.sort.map { [.init("sort", .string($0))] } ?? []))
      })
    try own.saveDraft(list.canonicalBytes, for: place)
  }
}
