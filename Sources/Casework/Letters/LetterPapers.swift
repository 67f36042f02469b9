import ScoringCore

/// Papers as a letter names them: which they are, of which year, on which page, and what the officer wrote of them.
enum LetterPapers {
  /// Papers with a defect, by their years; that of a missing paper is its state.
  static func having(_ code: String, in papers: [SupportingDocument]) -> [SupportingDocument] {
    papers.filter { paper in
      paper.defects.contains { $0.code.rawValue == code }
        || (code == DefectCode.missing.rawValue && paper.state == .missing)
    }.sorted { ($0.year ?? 0) < ($1.year ?? 0) }
  }

  /// What the officer wrote of this defect in each paper, with its year where several papers are meant.
  static func remarks(_ code: String, _ papers: [SupportingDocument]) -> [String] {
    papers.flatMap { paper in
      let defects = paper.defects.filter { $0.code.rawValue == code }
      let texts = defects.compactMap(remark) + (defects.isEmpty ? [paper.reason].compactMap(\.self) : [])
      let year = papers.count > 1 ? (paper.year.map { "\($0)年：" } ?? "") : ""
      return texts.filter { !$0.isEmpty }.map { year + $0 }
    }
  }

  private static func remark(_ defect: SupportingDocument.Defect) -> String? {
    let fact = defect.path.flatMap { FactPath($0) }?.name.zh
    let by = defect.by.map { "相差 \($0)" }
    let head = [fact, by].compactMap(\.self).joined(separator: " ")
    let parts = [head, defect.text ?? ""].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: "：")
  }

  /// 审计报告（2023年度第12页、2024年度）.
  static func name(_ item: MaterialItem, _ papers: [SupportingDocument], pages: (SupportingDocument) -> [Int]) -> Phrase
  {
    let places = papers.map { paper -> Phrase in
      let pages = pages(paper).map(String.init)
      let zh = [paper.year.map { "\($0)年度" }, pages.isEmpty ? nil : "第\(pages.joined(separator: "、"))页"]
      let en = [paper.year.map(String.init), pages.isEmpty ? nil : "page " + pages.joined(separator: ", ")]
      return Phrase(
        zh.compactMap(\.self).joined(), en.compactMap(\.self).joined(separator: ", "))
    }
    let zh = places.map(\.zh).filter { !$0.isEmpty }
    let en = places.map(\.en).filter { !$0.isEmpty }
    return Phrase(
      item.name.zh + (zh.isEmpty ? "" : "（\(zh.joined(separator: "、"))）"),
      item.name.en + (en.isEmpty ? "" : " (\(en.joined(separator: "; ")))"))
  }
}

extension CaseFile {
  /// Pages of a paper on which a figure was read that differs from the one declared; sorted, each once.
  func pagesThatDiffer(_ paper: SupportingDocument) -> [Int] {
    guard let sha = paper.sha else { return [] }
    let read = verified.values.filter { fact in
      fact.material == sha && fact.how == .read && fact.value != revision.application.value(at: fact.path)
    }
    return Set(read.compactMap(\.page)).sorted()
  }

  /// The paper that a reason is about, as it stands: every one of that sort that has the defect.
  func about(_ item: MaterialItem, _ code: String) -> Phrase {
    let papers = LetterPapers.having(code, in: papers.filter { $0.item == item })
    return LetterPapers.name(item, papers, pages: pagesThatDiffer)
  }
}
