public import ScoringCore

/// A table's columns laid out in a width: fixed ones, one or more that take what is left, and an order of going.
public struct Column: Sendable, Hashable {
  public var id: String
  public var head: Phrase
  /// Least width in columns.
  public var least: Int
  /// Most width; `nil` takes what is left.
  public var most: Int?
  public var isRight: Bool
  /// The higher it is, the earlier the column goes where the width is too small; 0 never goes.
  public var dropOrder: Int

  public init(
    _ id: String, _ head: Phrase, _ least: Int, most: Int? = nil, flexible: Bool = false,
    right: Bool = false, drop: Int = 0
  ) {
    self.id = id
    self.head = head
    self.least = least
    self.most = flexible ? nil : (most ?? least)
    isRight = right
    dropOrder = drop
  }
}

public struct Columns: Sendable, Hashable {
  public struct Placed: Sendable, Hashable {
    public var column: Column
    public var x: Int
    public var width: Int
  }
  public var placed: [Placed]

  /// Lays out from `x` in `width`, `gap` columns between two.
  public init(_ columns: [Column], x: Int, width: Int, gap: Int = 2) {
    var kept = columns
    func need() -> Int { kept.reduce(-gap) { $0 + $1.least + gap } }
    while need() > width,
      let worst = kept.indices.filter({ kept[$0].dropOrder > 0 })
        .max(by: { kept[$0].dropOrder < kept[$1].dropOrder })
    {
      kept.remove(at: worst)
    }
    var widths = kept.map(\.least)
    var spare = max(0, width - need())
    for index in kept.indices {
      guard let most = kept[index].most else { continue }
      let more = min(spare, most - widths[index])
      widths[index] += more
      spare -= more
    }
    let flexible = kept.indices.filter { kept[$0].most == nil }
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

  public subscript(id: String) -> Placed? { placed.first { $0.column.id == id } }
}

extension Grid {
  /// A text in its column's place, on its column's side.
  public mutating func put(_ text: String, _ y: Int, in place: Columns.Placed, _ role: Role = .text) {
    if place.column.isRight {
      putRight(text, before: place.x + place.width, y, role, width: place.width)
    } else {
      put(text, place.x, y, role, width: place.width)
    }
  }
}
