package import Casework

/// What somebody did, wherever in the store it is on file.
package struct LogLine: Sendable {
  /// `registry`, `cases/…`, `rounds/…` or `titles/…`.
  package var folder: String
  package var line: TimelineEntry
}

extension Store {
  /// Every act on file in the whole store. Within a folder acts stand in causal order, between folders by what they say of
  /// the clock, an act never before one that it had seen.
  ///
  /// - Returns: the acts, and every file that does not count as what its name says.
  package func log() throws(StoreError) -> (lines: [LogLine], uncounted: [UncountedFile]) {
    let registry = try officers()
    var found: [(clock: String, line: LogLine)] = []
    var uncounted = registry.uncountedByPath
    func add(_ lines: [TimelineEntry], in folder: String) {
      var clock = ""
      for line in lines {
        clock = max(clock, line.entry.event.at)
        found.append((clock, LogLine(folder: folder, line: line)))
      }
    }
    add(registry.timeline, in: "registry")
    for folder in try eventFolders() where folder != "registry" {
      let (history, files) = try reading(folder)
      add(history.timeline, in: folder)
      uncounted += files
    }
    let order = found.indices.sorted { (found[$0].clock, $0) < (found[$1].clock, $1) }
    return (order.map { found[$0].line }, uncounted)
  }
}
