/// The columns of the breakdown and how wide each is: what a narrow screen leaves out goes in this order,
/// evidence, clause, bar; the name, the values, the points and the distance stay.
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
  var evidence: Span?
  var clause: Span?

  init(width: Int) {
    let wide = width >= 160
    let hasBar = width >= 100
    let hasClause = width >= 110
    let pointsWidth = 13
    let fixed = 2 + (hasBar ? 11 : 0) + pointsWidth
    var rest = width - fixed
    let clauseWidth = hasClause ? (wide ? 42 : 17) : 0
    rest -= clauseWidth
    let evidenceWidth = wide ? 28 : 0
    rest -= evidenceWidth
    let nameWidth = rest * 30 / 100
    let valueWidth = rest * 20 / 100
    let otherWidth = hasBar ? rest * 26 / 100 : rest * 23 / 100
    let distanceWidth = rest - nameWidth - valueWidth - otherWidth
    var x = 2
    func span(_ width: Int) -> Span {
      defer { x += width }
      return Span(x: x, width: max(1, width - 1))
    }
    name = span(nameWidth)
    value = span(valueWidth)
    bar = hasBar ? span(11) : nil
    other = span(otherWidth)
    points = span(pointsWidth)
    distance = span(distanceWidth)
    evidence = wide ? span(evidenceWidth) : nil
    clause = hasClause ? span(clauseWidth) : nil
  }
}
