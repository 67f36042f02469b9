import Testing

@testable import Console

/// The table against what Swift itself knows of characters. Swift's Unicode may be newer than the table's.
@Suite struct WidthTableTests {
  /// Of the first two planes; the others are ideographs, tags and private use.
  private static let known: [Unicode.Scalar] = (0xA1...0x1FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
    scalar.properties.age.map { $0.major <= 14 } ?? false
  }

  private func mistaken(_ width: Int, where belongs: (Unicode.Scalar) -> Bool) -> [String] {
    Self.known.filter { belongs($0) && Width.of($0) != width }.map { String($0.value, radix: 16) }
  }

  @Test func `marks and formats take no column`() {
    let zero = mistaken(0) { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: scalar.value != 0xAD
      default: (0x1160...0x11FF).contains(scalar.value)
      }
    }
    #expect(zero.isEmpty)
  }

  @Test func `ideographs, kana, syllables, full-width forms and emoji take two`() throws {
    let blocks: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0x2E99, 0x2F00...0x2FD5, 0x3000...0x3029, 0x3041...0x3096, 0x309B...0x30FF,
      0x3131...0x3247, 0x3250...0x4DBF, 0x4E00...0xA48C, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9,
      0xFE10...0xFE19, 0xFE30...0xFE52, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    ]
    let wide = mistaken(2) { scalar in
      let properties = scalar.properties
      // Regional indicators are drawn as letters, the half space is narrow, hexagrams are not East Asian.
      if (0x1F1E6...0x1F1FF).contains(scalar.value) || (0x4DC0...0x4DFF).contains(scalar.value) { return false }
      return properties.isEmojiPresentation || (properties.isIdeographic && scalar.value != 0x16FE4)
        || blocks.contains { $0.contains(scalar.value) }
    }
    #expect(wide.isEmpty)
    for value in [0x20000, 0x2A6DF, 0x2EBF0, 0x323AF] as [UInt32] {
      #expect(Width.of(try #require(Unicode.Scalar(value))) == 2)
    }
  }

  @Test func `letters of narrow scripts take one, or two where a terminal pleases`() {
    let blocks: [ClosedRange<UInt32>] = [
      0xA1...0x2FF, 0x370...0x482, 0x48A...0x10FF, 0x1200...0x20FF, 0x2C00...0x2E7F, 0xA4D0...0xA95F, 0xFB00...0xFB06,
      0xFF61...0xFFDC, 0x10000...0x16FDF, 0x1D000...0x1D7FF,
    ]
    let narrow = mistaken(1) { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        blocks.contains { $0.contains(scalar.value) }
      default: false
      }
    }
    #expect(narrow.isEmpty)
  }

  /// What is not assigned is in a range only between characters that are.
  @Test func `ranges ascend and end on characters`() throws {
    for table in [WidthTable.zero, WidthTable.wide, WidthTable.ambiguous] {
      #expect(table.count % 2 == 0)
      #expect(zip(table, table.dropFirst()).allSatisfy { $0 <= $1 })
      for value in table where !(0x20000...0x3FFFD).contains(value) {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(scalar.properties.generalCategory != .unassigned, "\(String(value, radix: 16))")
      }
    }
  }
}
