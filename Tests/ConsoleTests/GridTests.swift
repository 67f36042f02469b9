import Testing

@testable import Console

/// A small generator with a seed, so that a failure can be repeated.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed >> 33)
  }
}

/// What must hold of every grid.
func expectSound(_ grid: Grid, _ note: String) {
  for y in 0..<grid.size.rows {
    var x = 0
    while x < grid.size.columns {
      let cell = grid[x, y]
      switch cell.width {
      case 1:
        #expect(Width.of(cell.text) == 1, "\(note): \(cell) at \(x),\(y)")
        x += 1
      case 2:
        #expect(Width.of(cell.text) == 2, "\(note): \(cell) at \(x),\(y)")
        guard x + 1 < grid.size.columns else {
          Issue.record("\(note): a wide glyph in the last column of row \(y)")
          return
        }
        let tail = grid[x + 1, y]
        #expect(tail.isTail && tail.text.isEmpty && tail.role == cell.role, "\(note): \(tail)")
        x += 2
      default:
        Issue.record("\(note): a tail without its head at \(x),\(y)")
        x += 1
      }
      #expect(cell.text.unicodeScalars.count <= 5)
    }
  }
}

@Suite struct Grids {
  static let texts = [
    "a", "中", "中文字符", "ab中c文", "示例甲智能装备有限公司", "e\u{301}\u{301}", "①②“”…", "\u{202e}abc", "😀🇨🇳👨‍👩‍👧",
    "\u{1b}[2J", "ｆｕｌｌ", "한국어", "", "\u{301}x", "表\u{fe0f}格\u{200d}线", "─│┿█",
  ]

  @Test(arguments: [UInt64](1...60)) func `whatever is drawn, heads and tails belong together`(seed: UInt64) {
    var dice = Dice(state: seed)
    let glyphs: Glyphs = [.line, .ascii, .asciiWide][Int(seed % 3)]
    let size = Size(.random(in: 1...24, using: &dice), .random(in: 1...6, using: &dice))
    var grid = Grid(size, glyphs: glyphs)
    for step in 0..<60 {
      let x = Int.random(in: -3...size.columns, using: &dice)
      let y = Int.random(in: -1...size.rows, using: &dice)
      let text = Grids.texts.randomElement(using: &dice) ?? ""
      let role = Role.allCases.randomElement(using: &dice) ?? .text
      let width = Int.random(in: 0...12, using: &dice)
      let rect = Rect(x: x, y: y, width: width, height: .random(in: 0...4, using: &dice))
      switch Int.random(in: 0...5, using: &dice) {
      case 0: grid.clear(rect, role)
      case 1: grid.paint(rect, role)
      case 2: grid.frame(rect, role)
      case 3: grid.putRight(text, before: x, y, role, width: width)
      default: grid.put(text, x, y, role, width: width)
      }
      expectSound(grid, "seed \(seed) step \(step)")
    }
  }

  @Test func `a text is cut with an ellipsis inside its width`() {
    var grid = Grid(Size(10, 1))
    #expect(grid.put("智能装备有限公司", 0, 0, width: 7) == 7)
    #expect(grid.lines == ["智能装…"])
    grid = Grid(Size(10, 1))
    grid.put("智能装备有限公司", 0, 0, width: 6)
    #expect(grid.lines == ["智能…"])
    grid = Grid(Size(10, 1))
    grid.put("智能装", 0, 0, width: 6)
    #expect(grid.lines == ["智能装"])
    grid = Grid(Size(10, 1), glyphs: .asciiWide)
    grid.put("abcdefg", 0, 0, width: 4)
    #expect(grid.lines == ["abc~"])
  }

  @Test func `overwriting a half blanks the other`() {
    var grid = Grid(Size(6, 1))
    grid.put("中文字", 0, 0)
    grid.put("x", 3, 0)
    #expect(grid.lines == ["中 x字"])
    grid.put("国", 1, 0)
    #expect(grid.lines == [" 国x字"])
  }

  @Test func `a wide glyph stays out of the last column`() {
    var grid = Grid(Size(3, 1))
    grid.put("a中中", 0, 0)
    #expect(grid.lines == ["a …"] || grid.lines == ["a…"])
    expectSound(grid, "edge")
  }

  @Test func `a name of ten megabytes costs what is drawn of it`() {
    let name = String(repeating: "\u{200b}\u{301}", count: 2_000_000)
    var grid = Grid(Size(40, 1))
    for _ in 0..<1000 { grid.put(name, 0, 0, width: 30) }
    #expect(grid.lines == ["…"])
    #expect(Width.of(name, limit: 10) <= 10)
    #expect(SafeText.clean(name, limit: 20).unicodeScalars.count <= 20)
  }

  @Test func `widths are those of UAX 11`() {
    let table: [(String, Int, Int)] = [
      ("a", 1, 1), ("中", 2, 2), ("～", 2, 2), ("￥", 2, 2), ("〇", 2, 2), ("𠀀", 2, 2), ("😀", 2, 2),
      ("①", 1, 2), ("…", 1, 2), ("·", 1, 2), ("×", 1, 2), ("─", 1, 2), ("✓", 1, 1), ("▸", 1, 1),
      ("\u{301}", 0, 0), ("\u{200b}", 0, 0), ("한", 2, 2), ("ｱ", 1, 1),
    ]
    for (text, narrow, wide) in table {
      let scalar = text.unicodeScalars.first ?? " "
      #expect(Width.of(scalar) == narrow, "\(text)")
      #expect(Width.of(scalar, .wide) == wide, "\(text)")
    }
  }
}
