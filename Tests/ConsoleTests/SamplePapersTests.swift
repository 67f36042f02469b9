import Samples
import ScoringCore
import Testing

/// The papers of samples say what their applications say, and now and then something else.
@Suite struct SamplePapersTests {
  private let samples = SampleApplications(seed: 5, count: 120)

  private func text(_ item: MaterialItem, _ application: Application) -> String? {
    application.materials.first { $0.item == item }.map(SamplePapers(application).text)
  }

  /// In 万元 with two decimals, as a paper prints it.
  private func printed(_ money: Money) -> String {
    let digits = money.fen.magnitude / 10_000
    let whole = String(digits / 100)
    let groups = stride(from: whole.count, to: 0, by: -3).reversed().map { end in
      whole.dropLast(whole.count - end).suffix(end > 3 ? 3 : end)
    }
    return groups.joined(separator: ",") + "." + String(100 + digits % 100).dropFirst()
  }

  @Test func `An audit report states the figures, the enterprise and its code`() throws {
    var agreeing = 0
    for sample in samples where SamplePapers(sample).agree {
      guard let text = text(.auditReport, sample) else { continue }
      agreeing += 1
      let year = sample.materials.first { $0.item == .auditReport }?.year ?? 0
      #expect(text.contains(sample.enterprise.name) && text.contains(sample.enterprise.creditCode))
      for figure in [sample.facts.revenue, sample.facts.rdExpense, sample.facts.totalAssets] {
        if let money = figure[year] { #expect(text.contains(printed(money)), "\(sample.id) \(year)") }
      }
    }
    #expect(agreeing > 60)
  }

  @Test func `Some differ, in one way each, and all are the same every time`() {
    let differing = samples.filter { !SamplePapers($0).agree }
    #expect((10...40).contains(differing.count))
    for sample in differing {
      let papers = SamplePapers(sample)
      #expect(sample.materials.map(papers.text) == sample.materials.map(SamplePapers(sample).text))
    }
    let heads = differing.filter { sample in
      guard let declared = sample.facts.employees[sample.referenceYear] else { return false }
      return text(.socialInsurance, sample)?.contains(" \(declared) 人") == false
    }
    #expect(!heads.isEmpty, "an enterprise with fewer heads insured than declared")
  }

  @Test func `Every kind of paper has a text of its own that says it is made up`() {
    var seen: Set<MaterialItem> = []
    for sample in samples {
      for paper in sample.materials {
        let text = SamplePapers(sample).text(paper)
        #expect(text.hasPrefix("（演示材料") && text.contains(paper.item.name.zh))
        seen.insert(paper.item)
      }
    }
    #expect(seen.count >= 18)
  }
}
