package import ScoringCore

/// A table's columns laid out in a width: fixed ones, one or more that take what is left, and an order of going.
package struct Column: Sendable, Hashable {
  package var id: String
  package var head: Phrase
  /// Least width in columns.
  package var minimum: Int
  /// Most width; `nil` takes what is left.
  package var maximum: Int?
  package var isRight: Bool
  /// The higher it is, the earlier the column goes where the width is too small; 0 never goes.
  package var dropOrder: Int

  package init(
    _ id: String, _ head: Phrase, _ minimum: Int, maximum: Int? = nil, flexible: Bool = false,
    right: Bool = false, drop: Int = 0
  ) {
    self.id = id
    self.head = head
    self.minimum = minimum
    self.maximum = flexible ? nil : (maximum ?? minimum)
    isRight = right
    dropOrder = drop
  }
}

package struct Columns: Sendable, Hashable {
  package struct Placed: Sendable, Hashable {
    package var column: Column
    package var x: Int
    package var width: Int
  }
  package var placed: [Placed]

  /// Lays out from `x` in `width`, `gap` columns between two.
  package init(_ columns: [Column], x: Int, width: Int, gap: Int = 2) {
    var kept = columns
    func need() -> Int { kept.reduce(-gap) { $0 + $1.minimum + gap } }
    while need() > width,
      let worst = kept.indices.filter({ kept[$0].dropOrder > 0 })
        .max(by: { kept[$0].dropOrder < kept[$1].dropOrder })
    {
      kept.remove(at: worst)
    }
    var widths = kept.map(\.minimum)
    var spare = max(0, width - need())
    for index in kept.indices {
      guard let maximum = kept[index].maximum else { continue }
      let more = min(spare, maximum - widths[index])
      widths[index] += more
      spare -= more
    }
    let flexible = kept.indices.filter { kept[$0].maximum == nil }
    for (place, index) in flexible.enumerated() {
      let share = spare / (flexible.count - place)
      widths[index] += share
      spare -= share
    }
    var left = x
    placed = kept.indices.map { index in
      defer { left += widths[index] + gap }
      return Placed(
        column: kept[index], x: left, width: max(0, min(widths[index], x + width - left)))
    }
  }

  package subscript(id: String) -> Placed? { placed.first { $0.column.id == id } }
}

extension Grid {
  /// A text in its column's place, on its column's side.
  package mutating func put(_ text: String, _ y: Int, in place: Columns.Placed, _ role: Role = .text) {
    if place.column.isRight {
      putRight(text, before: place.x + place.width, y, role, width: place.width)
    } else {
      put(text, place.x, y, role, width: place.width)
    }
  }
}
