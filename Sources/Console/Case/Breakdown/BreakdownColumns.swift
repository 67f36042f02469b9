/// The columns of the breakdown and how wide each is: what a narrow screen leaves out goes in this order,
/// clause, bar; the name, the values, the points and the distance stay.
struct BreakdownColumns: Sendable, Hashable {
  struct Span: Sendable, Hashable {
    var x: Int
    var width: Int
    var right: Int { x + width }
  }

  var name: Span
  var value: Span
  var bar: Span?
  var other: Span
  var points: Span
  var distance: Span
  var clause: Span?

  /// - Parameter comparing: another result stands in the right column, with its bound and points, in place of a
  ///   verified value with its source.
  init(width: Int, comparing: Bool = false) {
    let hasBar = width >= 100
    let hasClause = width >= 110
    let pointsWidth = 11
    let barWidth = 10
    let fixed = 2 + (hasBar ? barWidth : 0) + pointsWidth
    var rest = width - fixed
    let clauseWidth = hasClause ? (width >= 130 ? 26 : 17) : 0
    rest -= clauseWidth
    // Of what is left: name, value, right column; the distance takes the rest. Another right column moves neither of
    // the first two.
    let (names, values, others) =
      switch (comparing, hasBar) {
      case (true, true): (31, 17, 30)
      case (true, false): (31, 20, 28)
      case (false, true): (31, 17, 22)
      case (false, false): (31, 20, 18)
      }
    let nameWidth = rest * names / 100
    let valueWidth = rest * values / 100
    let otherWidth = rest * others / 100
    let distanceWidth = rest - nameWidth - valueWidth - otherWidth
    var x = 2
    func span(_ width: Int) -> Span {
      defer { x += width }
      return Span(x: x, width: max(1, width - 1))
    }
    name = span(nameWidth)
    value = span(valueWidth)
    bar = hasBar ? span(barWidth) : nil
    other = span(otherWidth)
    points = span(pointsWidth)
    distance = span(distanceWidth)
    clause = hasClause ? span(clauseWidth) : nil
  }
}
