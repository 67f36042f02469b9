/// The names of a screen's parts on one line, the one shown marked; it stays in sight where the width is too small.
struct TabLine: Sendable {
  let labels: [String]
  let here: Int

  func draw(_ grid: inout Grid, _ y: Int, _ width: Int) {
    let widths = labels.map { Width.of($0) + 3 }
    // Parts before the current one go where the width is too small.
    var first = 0
    while first < here, widths[first...here].reduce(0, +) > width - 4 { first += 1 }
    var x = 2
    if first > 0 { x = grid.put("<", x - 1, y, .muted) + 1 }
    for index in labels.indices[first...] {
      guard x + widths[index] <= width else {
        grid.put(">", width - 2, y, .muted)
        break
      }
      x = grid.put(labels[index], x, y, index == here ? .selection : .muted) + 3
    }
  }
}
