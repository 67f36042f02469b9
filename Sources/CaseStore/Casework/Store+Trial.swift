import Casework

extension Store {
  /// It was founded for trials 试验库; false where its registry cannot be read.
  package var isTrial: Bool { (try? officers().isTrial) ?? false }
}
