/// A sort of folder that acts are written in.
package enum ActPlace: String, Sendable, Hashable, CaseIterable {
  case cases
  /// A case that gave a title, or a folder under `titles/`.
  case titles
  case rounds
  case registry

  /// The sort of a folder, by its path from the store's root.
  package init?(folder: String) { self.init(rawValue: String(folder.prefix { $0 != "/" })) }
}
