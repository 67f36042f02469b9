public import Casework
public import ScoringCore

/// A paper of the checklist 佐证材料.
public struct PaperRow: Sendable, Hashable {
  public typealias State = Paper.State

  /// A fact it proves, as declared and as verified.
  public struct Fact: Sendable, Hashable {
    public var path: String
    public var name: Phrase
    public var declared: Phrase
    public var verified: Phrase?
    /// Where the verified value was read.
    public var source: Phrase?

    /// It was found otherwise than declared.
    var differs: Bool { verified.map { $0 != declared } ?? false }

    public init(path: String, name: Phrase, declared: Phrase, verified: Phrase? = nil, source: Phrase? = nil) {
      self.path = path
      self.name = name
      self.declared = declared
      self.verified = verified
      self.source = source
    }
  }

  public var item: MaterialItem
  public var year: Int?
  /// Relative path inside the case folder; `nil` where nothing was attached.
  public var file: String?
  public var sha256: String?
  public var pages: Int?
  /// Its place among the papers of its kind and year, from 1; `nil` where it is the only one.
  public var number: Int?
  /// Why it is asked for.
  public var why: Phrase
  public var state: State
  public var defects: [DefectCode]
  public var proves: [Fact]

  public init(
    item: MaterialItem, year: Int? = nil, file: String? = nil, sha256: String? = nil, pages: Int? = nil,
    why: Phrase, state: State = .open, defects: [DefectCode] = [], proves: [Fact] = []
  ) {
    self.item = item
    self.year = year
    self.file = file
    self.sha256 = sha256
    self.pages = pages
    self.why = why
    self.state = state
    self.defects = defects
    self.proves = proves
  }

  public var id: String { "\(item.rawValue):\(year.map(String.init) ?? ""):\(sha256 ?? "")" }

  public var name: Phrase {
    let dated = year.map { item.name.joined(Phrase(" \($0)", " \($0)")) } ?? item.name
    return number.map { dated.joined(Phrase(" #\($0)", " #\($0)")) } ?? dated
  }
}

extension PaperRow {
  init(_ paper: Paper, _ file: CaseFile, _ values: FactTexts) {
    let application = file.revision.application
    let paths = paper.proves.flatMap { fact -> [FactPath] in
      if fact.isYearly { return [.year(fact, paper.year ?? application.referenceYear)] }
      guard fact.kind == .items, case .items(let items)? = application.value(at: .fact(fact)) else {
        return [.fact(fact)]
      }
      return items.indices.map { .item(fact, $0) }
    }
    self.init(
      item: paper.item, year: paper.year, file: paper.file, sha256: paper.sha, pages: paper.pages,
      why: paper.why, state: paper.state, defects: paper.defects.map(\.code),
      proves: paths.map { path in
        let verified = file.verified[path.description]
        return Fact(
          path: path.description, name: path.name, declared: values.declared(path),
          verified: verified.map { $0.value.map { values.text($0, path) } ?? Phrase("未填", "not stated") },
          source: verified.map { file.source(of: $0) })
      })
  }

  /// Papers of one kind and year numbered, so that they can be told apart.
  static func numbered(_ papers: [PaperRow]) -> [PaperRow] {
    var papers = papers
    for group in Dictionary(grouping: papers.indices, by: { [papers[$0].item.rawValue, "\(papers[$0].year ?? 0)"] })
      .values
    where group.count > 1 {
      for (place, index) in group.enumerated() { papers[index].number = place + 1 }
    }
    return papers
  }
}
