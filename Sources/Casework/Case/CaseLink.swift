package import ScoringCore

/// What a case has in common with others that only one enterprise or one case should have 与他件相同 (Facts §4.1): a
/// finding of the store, never a verdict.
package struct CaseLink: Sendable, Hashable {
  /// `sameFile`, `sameCode` or `sameName`.
  package var kind: Finding.Kind
  /// The first of the others in the order of the keys.
  package var other: CaseKey
  /// As in the other's file, unsafe to draw before it is made safe.
  package var name: String
  package var creditCode: String
  /// How many others there are.
  package var count: Int
  /// Of a paper: the first 64 bits of its SHA-256.
  package var file: UInt64?

  package init(
    kind: Finding.Kind, other: CaseKey, name: String, creditCode: String, count: Int, file: UInt64? = nil
  ) {
    self.kind = kind
    self.other = other
    self.name = name
    self.creditCode = creditCode
    self.count = count
    self.file = file
  }

  /// As a finding of the case.
  package func finding(in application: Application) -> Finding {
    let rest = count == 1 ? Phrase("", "") : Phrase("等 \(count) 件", " and others, \(count) in all")
    let (their, own) = ("\(name)（\(creditCode)，\(other.path)）", application.enterprise)
    let theirs = Phrase("\(their)\(rest.zh)", "\(name) (\(creditCode), \(other.path))\(rest.en)")
    switch kind {
    case .sameFile:
      let index = application.materials.firstIndex { $0.sha256.flatMap(Self.mark) == file }
      let paper = index.map { application.materials[$0].item.name } ?? Phrase("材料", "a paper")
      return Finding(
        kind,
        Phrase(
          "\(paper.zh)与\(theirs.zh)所附的是同一个文件；请核对两家企业的关系和材料的来源",
          "\(paper.en) is the same file as one of \(theirs.en); ask how the two enterprises are related and whose it is"
        ),
        index.map { ["materials[\($0)]"] } ?? ["materials"])
    case .sameCode:
      return Finding(
        kind,
        Phrase(
          "\(own.creditCode) 另有未办结的申报件：\(theirs.zh)；请核对是否重复申报",
          "\(own.creditCode) has another open case: \(theirs.en); ask whether it applied twice"),
        ["enterprise.creditCode"])
    default:
      return Finding(
        kind,
        Phrase(
          "名称 \(own.name) 与\(theirs.zh)相同，信用代码为 \(own.creditCode)；请对照两份营业执照",
          "the name \(own.name), under \(own.creditCode), is that of \(theirs.en); hold both business licences side by side"
        ),
        ["enterprise.name"])
    }
  }

  /// The first 64 bits of a SHA-256 in hex; a chance of one in 10¹⁹ for two papers to share them.
  package static func mark(_ sha256: String) -> UInt64? { UInt64(sha256.prefix(16), radix: 16) }
}

/// Finds what cases have in common, over all cases of a store at once.
package struct CaseLinks: Sendable {
  /// What is compared of a case.
  package struct Row: Sendable {
    package var key: CaseKey
    package var name: String
    package var creditCode: String
    /// Not decided yet, and not withdrawn.
    package var isOpen: Bool
    /// The name as it is compared, and the papers: 64 bits each.
    package var marks: Marks

    package init(key: CaseKey, name: String, creditCode: String, isOpen: Bool, marks: Marks) {
      self.key = key
      self.name = name
      self.creditCode = creditCode
      self.isOpen = isOpen
      self.marks = marks
    }
  }

  /// What the index keeps of an application for this.
  package struct Marks: Sendable, Hashable {
    package var name: UInt64
    /// Distinct, ascending.
    package var files: [UInt64]

    package init(name: UInt64, files: [UInt64]) {
      self.name = name
      self.files = files
    }

    package init(_ application: Application) {
      // FNV-1a over the name as it is compared.
      name = EnterpriseName.normal(application.enterprise.name).utf8.reduce(0xCBF2_9CE4_8422_2325) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      }
      files = Set(application.materials.compactMap { $0.sha256.flatMap(CaseLink.mark) }).sorted()
    }
  }

  private let rows: [Row]
  private var found: [CaseKey: [CaseLink]] = [:]

  /// By key, of those that have any: codes, names, papers.
  package static func find(_ rows: [Row]) -> [CaseKey: [CaseLink]] {
    var links = CaseLinks(rows: rows.sorted { $0.key < $1.key })
    links.group(.sameCode, links.rows.indices.filter { links.rows[$0].isOpen }.map { (links.rows[$0].creditCode, $0) })
    links.group(.sameName, links.rows.indices.map { (links.rows[$0].marks.name, $0) })
    links.group(.sameFile, links.rows.indices.flatMap { index in links.rows[index].marks.files.map { ($0, index) } })
    return links.found
  }

  private init(rows: [Row]) { self.rows = rows }

  private mutating func group<Value: Comparable>(_ kind: Finding.Kind, _ pairs: [(Value, Int)]) {
    let sorted = pairs.sorted { $0 < $1 }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].0 == sorted[start].0 { end += 1 }
      if end - start > 1 { link(kind, sorted[start..<end].map(\.1), sorted[start].0 as? UInt64) }
      start = end
    }
  }

  private mutating func link(_ kind: Finding.Kind, _ members: [Int], _ mark: UInt64?) {
    // One enterprise may attach a paper twice and apply under one name again; only its open cases are too many.
    guard kind == .sameCode || members.contains(where: { rows[$0].creditCode != rows[members[0]].creditCode }) else {
      return
    }
    // A blank form may be attached by thousands: nothing is looked for among them case by case.
    let own = Dictionary(members.map { (rows[$0].creditCode, 1) }, uniquingKeysWith: +)
    let first = members[0]
    let second = members.first { member in
      kind == .sameCode ? member != first : rows[member].creditCode != rows[first].creditCode
    }
    for member in members {
      let isFirst = kind == .sameCode ? member == first : rows[member].creditCode == rows[first].creditCode
      guard let other = isFirst ? second : first else { continue }
      let count = members.count - (kind == .sameCode ? 1 : own[rows[member].creditCode] ?? 0)
      found[rows[member].key, default: []].append(
        CaseLink(
          kind: kind, other: rows[other].key, name: rows[other].name, creditCode: rows[other].creditCode, count: count,
          file: kind == .sameFile ? mark : nil))
    }
  }
}
