import ScoringCore

/// The band reached out of the bands there are, one mark a step; the worst band fills none.
struct BandBar: Sendable, Hashable {
  var filled: Int
  var steps: Int

  /// `nil` where the rule has no bands, or which one is not determined.
  init?(_ node: Explanation) {
    guard let band = node.band, let bands = node.bands, bands > 1 else { return nil }
    filled = min(max(band, 0), bands - 1)
    steps = bands - 1
  }

  /// Draws at most `width` marks; longer scales are shown in proportion.
  func draw(into grid: inout Grid, _ x: Int, _ y: Int, width: Int) {
    let cells = min(steps, width)
    let full = steps <= width ? filled : filled * width / steps
    for i in 0..<max(0, cells) {
      let lines = grid.glyphs.hasLines
      grid.put(i < full ? (lines ? "━" : "=") : (lines ? "╺" : "-"), x + i, y, i < full ? .bar : .barRest)
    }
  }
}
