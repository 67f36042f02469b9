import ScoringCore
import Testing

@testable import Casework

/// What cases have in common that they should not.
@Suite struct CaseLinkTests {
  private func row(
    _ id: String, _ code: String, _ name: String = "", open: Bool = true, files: [UInt64] = []
  ) -> CaseLinks.Row {
    CaseLinks.Row(
      key: CaseKey(authority: "370000", batch: "b", id: id), name: name, creditCode: code, isOpen: open,
      marks: .init(name: UInt64(id).map { name.isEmpty ? $0 : 100 } ?? 0, files: files))
  }

  private func found(_ rows: CaseLinks.Row...) -> [String] {
    CaseLinks.find(rows).flatMap { key, links in
      links.map { "\(key.id) \($0.kind.rawValue) \($0.other.id) \($0.count)" }
    }.sorted()
  }

  @Test func `One paper of two enterprises is found at both, of one enterprise nowhere`() {
    #expect(
      found(row("1", "A", files: [7, 8]), row("2", "A", files: [7]), row("3", "C", files: [9])) == [
        "1 sameCode 2 1", "2 sameCode 1 1",
      ])
    #expect(found(row("1", "A", files: [7]), row("2", "B", files: [7, 9])) == ["1 sameFile 2 1", "2 sameFile 1 1"])
    #expect(
      found(row("3", "C", files: [7]), row("1", "A", files: [7]), row("2", "B", files: [7])) == [
        "1 sameFile 2 2", "2 sameFile 1 2", "3 sameFile 1 2",
      ])
  }

  /// The same said plainly: each case against each other.
  @Test(arguments: 0..<40)
  func `What is found is what each case has in common with each other one`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9 &+ 1
    func next(_ count: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % count
    }
    let rows = (1...12).map { number in
      row(
        String(number), ["A", "B", "C", "D"][Int(next(4))], next(3) == 0 ? "名称" : "", open: next(2) == 0,
        files: Set((0..<next(3)).map { _ in next(3) }).sorted())
    }
    var expected: [String] = []
    for one in rows {
      func add(_ kind: String, _ others: [CaseLinks.Row]) {
        if let first = others.min(by: { $0.key < $1.key }) {
          expected.append("\(one.key.id) \(kind) \(first.key.id) \(others.count)")
        }
      }
      let others = rows.filter { $0.key != one.key }
      if one.isOpen { add("sameCode", others.filter { $0.isOpen && $0.creditCode == one.creditCode }) }
      add("sameName", others.filter { $0.marks.name == one.marks.name && $0.creditCode != one.creditCode })
      for file in one.marks.files {
        add("sameFile", others.filter { $0.marks.files.contains(file) && $0.creditCode != one.creditCode })
      }
    }
    let found = CaseLinks.find(rows).flatMap { key, links in
      links.map { "\(key.id) \($0.kind.rawValue) \($0.other.id) \($0.count)" }
    }
    #expect(found.sorted() == expected.sorted())
  }

  @Test func `One code in two open cases is found, of a closed one it is not`() {
    #expect(found(row("1", "A"), row("2", "A")) == ["1 sameCode 2 1", "2 sameCode 1 1"])
    #expect(found(row("1", "A"), row("2", "A", open: false)) == [])
  }

  @Test func `One name under two codes is found, open or closed, under one code it is not`() {
    #expect(
      found(row("1", "A", "名称", open: false), row("2", "B", "名称")) == ["1 sameName 2 1", "2 sameName 1 1"])
    #expect(found(row("1", "A", "名称", open: false), row("2", "A", "名称")) == [])
  }

  @Test func `Names are compared without white space, signs, width and case`() {
    for other in ["示例ABC（集团）有限公司", "示例ａｂｃ(集团)有限公司", " 示例 ABC·集团 有限公司\u{200B}"] {
      #expect(EnterpriseName.normal(other) == EnterpriseName.normal("示例abc集团有限公司"), "\(other)")
    }
    #expect(EnterpriseName.normal("示例abd集团有限公司") != EnterpriseName.normal("示例abc集团有限公司"))
  }
}
