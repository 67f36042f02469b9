import ScoringCore
import StrictJSON

/// Which papers an application needs, with what was handed in and what officers found (Materials §1).
struct Checklist {
  let application: Application
  /// What the edition asks of its tier; `nil` where none is in force, and nothing is asked.
  let rules: TierRules?
  let hasRoute: Bool
  let fold: Fold
  /// Every revision by the hash of its file.
  let revisions: [String: Application]

  private struct Wanted {
    var row: MaterialRow
    var year: Int?
    var count = 1
    var need: SupportingDocument.Need
    var why: Phrase
  }

  var papers: [SupportingDocument] {
    var papers: [SupportingDocument] = []
    var taken = Set<Int>()
    for wanted in wanted {
      let places = application.materials.indices.filter { index in
        let paper = application.materials[index]
        return !taken.contains(index) && paper.item == wanted.row.item
          && (wanted.year == nil || paper.year == wanted.year)
      }
      let used = wanted.count == 1 && wanted.year != nil ? Array(places.prefix(1)) : places
      taken.formUnion(used)
      let found = used.map { paper(wanted, application.materials[$0]) }
      // What the officer found of the item as a whole, and of what nobody handed in.
      let whole = paper(wanted, nil)
      let isShort = found.count < wanted.count && !found.contains { $0.state == .notRequired }
      papers += found
      if whole.state != .open || (found.isEmpty || (isShort && wanted.need == .required)) {
        papers.append(whole)
      }
    }
    for (index, attached) in application.materials.enumerated() where !taken.contains(index) {
      guard let row = MaterialRow.table.first(where: { $0.item == attached.item }) else { continue }
      papers.append(
        paper(
          Wanted(
            row: row, year: attached.year, need: .extra, why: Phrase("企业自行提交", "Handed in, not asked for")),
          attached))
    }
    return Self.numbered(papers)
  }

  /// Papers of one kind and year numbered, so that they can be told apart.
  private static func numbered(_ papers: [SupportingDocument]) -> [SupportingDocument] {
    var papers = papers
    let groups = Dictionary(grouping: papers.indices) { [papers[$0].item.rawValue, "\(papers[$0].year ?? 0)"] }
    for group in groups.values where group.count > 1 {
      for (place, index) in group.enumerated() { papers[index].number = place + 1 }
    }
    return papers
  }

  private func paper(_ wanted: Wanted, _ attached: Application.DeclaredDocument?) -> SupportingDocument {
    let year = attached == nil ? wanted.year : attached?.year
    let question = Question.material(item: wanted.row.item.rawValue, year: year, file: attached?.sha256)
    var event = fold.body(question)
    // Of what nobody had handed in, or of an item as a whole: it holds while what is handed in is the same.
    if attached == nil, let found = event, !isUnchanged(wanted.row.item, wanted.year, since: found) { event = nil }
    let body = event?.body
    let before = fold.log.contains {
      $0.event.act == .check && $0.event.body.text("item") == wanted.row.item.rawValue
        && $0.event.body.number("year") == year
    }
    return SupportingDocument(
      item: wanted.row.item, year: year, file: attached?.file, sha: attached?.sha256, pages: attached?.pages,
      need: wanted.need, why: wanted.row.asking(wanted.why), proves: wanted.row.proves,
      state: body?.text("state").flatMap(SupportingDocument.State.init(rawValue:)) ?? .open,
      defects: body?.list("defects").compactMap(SupportingDocument.Defect.init) ?? [], reason: body?.text("reason"),
      isContested: fold.isContested(question),
      toBeLookedAtAgain: event == nil && before && fold.log.contains { $0.event.act == .resubmit },
      event: event?.id)
  }

  private func isUnchanged(_ item: MaterialItem, _ year: Int?, since event: Event) -> Bool {
    let received = fold.applications.last { fold.saw(event.id, $0.id) }
    guard let sha = received?.body.text("application"), let then = revisions[sha] else { return true }
    func handedIn(_ application: Application) -> Set<String> {
      Set(
        application.materials.filter { $0.item == item && (year == nil || $0.year == year) }
          .map { $0.sha256 ?? $0.file ?? "" })
    }
    return handedIn(then) == handedIn(application)
  }

  private var wanted: [Wanted] {
    guard let rules else { return [] }
    return MaterialRow.table.flatMap { row -> [Wanted] in
      let asked = Phrase("\(rules.name.zh)要求", "Asked of this tier")
      func one(_ why: Phrase, year: Int? = nil, count: Int = 1, _ need: SupportingDocument.Need = .required) -> Wanted {
        Wanted(row: row, year: year, count: count, need: need, why: why)
      }
      guard let need = rules.materials[row.item] else { return [] }
      switch need {
      case .always, .officerChecks: return [one(asked)]
      case .years(let back, let byRoute):
        if let byRoute, hasRoute {
          return byRoute.map { one(Phrase("以直通条件申报", "Applies by a route"), year: application.referenceYear - $0) }
        }
        return back.map { one(asked, year: application.referenceYear - $0) }
      case .claimed: return isClaimed(row) ? [one(Phrase("企业申报了此项", "Claimed by the enterprise"))] : []
      case .eachProperty, .eachClassI:
        let count = (application.facts.intellectualProperty ?? []).count { item in
          need == .eachProperty || (item.kind.isClassI && item.kind != .inventionPatent)
        }
        return count == 0
          ? [] : [one(Phrase("申报 \(count) 项，每项一份", "\(count) items claimed, one each"), count: count)]
      case .revenueBelow(let bound):
        let revenue = application.facts.revenue[application.referenceYear]
        return revenue.map { $0 < Money(wan: Int64(bound)) } ?? false
          ? [one(Phrase("营业收入低于 \(bound) 万元", "Revenue below \(bound) wan yuan"))] : []
      case .officerSays:
        return [one(Phrase("审计报告未列示时需要", "Where the audit report does not show it"), .whereTrue)]
      }
    }
  }

  private func isClaimed(_ row: MaterialRow) -> Bool {
    if row.item == .localIndicatorPapers { return !application.local.isEmpty }
    return row.proves.contains { fact in
      switch application.value(at: .fact(fact)) {
      case .flag(let value): value
      case .items(let items): !items.isEmpty
      case .codes(let codes): !codes.isEmpty
      default: false
      }
    }
  }
}

extension SupportingDocument.Defect {
  init?(_ json: JSONValue) {
    guard let code = json.text("code").flatMap(DefectCode.init(rawValue:)) else { return nil }
    self.init(
      code: code, year: json.number("year"), path: json.text("path"), by: json.text("by"),
      text: json.text("text"))
  }
}
