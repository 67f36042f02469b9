package import Casework
package import ScoringCore

/// A paper of the checklist 佐证材料.
package struct DocumentRow: Sendable, Hashable {
  package typealias State = SupportingDocument.State

  /// A fact it proves, as declared and as verified.
  package struct Fact: Sendable, Hashable {
    package var path: String
    package var name: Phrase
    package var declared: Phrase
    package var verified: Phrase?
    /// Where the verified value was read.
    package var source: Phrase?

    /// It was found otherwise than declared.
    var differs: Bool { verified.map { $0 != declared } ?? false }
  }

  package var item: MaterialItem
  package var year: Int?
  /// Relative path inside the case folder; `nil` where nothing was attached.
  package var file: String?
  package var sha256: String?
  package var pages: Int?
  /// Its place among the papers of its kind and year, from 1; `nil` where it is the only one.
  package var number: Int?
  /// Why it is asked for.
  package var why: Phrase
  package var state: State
  package var defects: [DefectCode]
  /// What the officer wrote of it: of each defect, or why it is not asked for.
  package var notes: [Phrase] = []
  /// Who settled it and when.
  package var settled: Phrase?
  /// Ids of the events that are of it.
  package var events: [String] = []
  package var proves: [Fact]
  /// What lies in the store in its place; `nil` while it was not looked at, or where nothing was attached.
  package var onDisk: DocumentOnDisk?

  package var id: String { "\(item.rawValue):\(year.map(String.init) ?? ""):\(sha256 ?? "")" }

  package var name: Phrase {
    let dated = year.map { item.name.joined(Phrase(" \($0)", " \($0)")) } ?? item.name
    return number.map { dated.joined(Phrase(" #\($0)", " #\($0)")) } ?? dated
  }
}

extension DocumentRow {
  /// Its file as declared.
  var declared: DeclaredFile { DeclaredFile(file: file, sha: sha256) }

  init(_ paper: SupportingDocument, _ file: CaseFile, _ values: FactTexts) {
    let application = file.revision.application
    let paths = paper.proves.flatMap { fact -> [FactPath] in
      if fact.isYearly { return [.year(fact, paper.year ?? application.referenceYear)] }
      guard fact.kind == .items, case .items(let items)? = application.value(at: .fact(fact)) else {
        return [.fact(fact)]
      }
      return items.indices.map { .item(fact, $0) }
    }
    self.init(
      item: paper.item, year: paper.year, file: paper.file, sha256: paper.sha, pages: paper.pages, number: paper.number,
      why: paper.why, state: paper.state, defects: paper.defects.map(\.code),
      proves: paths.map { path in
        let verified = file.verified[path.description]
        return Fact(
          path: path.description, name: path.name, declared: values.declared(path),
          verified: verified.map { $0.value.map { values.text($0, path) } ?? Phrase("未填", "not stated") },
          source: verified.map { file.source(of: $0) })
      })
    notes = paper.notes
    settled = paper.event.flatMap(file.fold.event).map { event in
      let words = [file.fold.name(of: event.author), event.on?.description ?? ""].joined(separator: "  ")
      return Phrase(words, words)
    }
    events = file.events(of: paper)
  }
}
