import ScoringCore

extension [SupportingDocument] {
  /// Paths of the facts whose required paper was found missing: of its year where the paper is of one (Editions §4, I-7).
  var unevidenced: Set<String> {
    var paths: Set<String> = []
    for paper in self where paper.need == .required && paper.state == .missing && !paper.isContested {
      for fact in paper.proves {
        let year = paper.year.flatMap { fact.isYearly ? $0 : nil }
        paths.insert((year.map { FactPath.year(fact, $0) } ?? .fact(fact)).description)
      }
      if paper.item == .localIndicatorPapers { paths.insert("local") }
    }
    return paths
  }
}
