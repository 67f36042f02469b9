/// Intellectual property that is not there, came late, or came from others.
extension FindingSearch {
  mutating func property() {
    guard let items = facts.intellectualProperty else { return }
    func paths(_ indices: [Int]) -> [String] { indices.map { FactPath.item(.intellectualProperty, $0).description } }
    if items.isEmpty {
      note(
        .plausibility, ["facts.intellectualProperty"], Phrase("没有知识产权", "there is no intellectual property"),
        Phrase("请企业说明技术来源", "ask where its technology comes from"))
    }
    let classI = items.indices.filter { items[$0].kind.isClassI && items[$0].status == .granted }
    let yearBefore = application.submitted.adding(years: -1)
    let areRecent = classI.allSatisfy { index in
      let acquired = items[index].transferred ?? items[index].granted
      return acquired.map { $0 > yearBefore && $0 <= application.submitted } ?? false
    }
    if !classI.isEmpty, areRecent {
      note(
        .lateIP, paths(classI),
        Phrase(
          "I 类知识产权 \(classI.count) 项，全部在 \(application.submitted) 申报前一年内取得",
          "all \(classI.count) class-I items were acquired within a year before submission on \(application.submitted)"),
        Phrase("请核对与主导产品的关系", "see how they are tied to the leading product"))
    }
    let transferred = items.indices.filter { items[$0].source == .transferred }
    if !transferred.isEmpty {
      note(
        .lateIP, paths(transferred),
        Phrase(
          "知识产权 \(items.count) 项中 \(transferred.count) 项为受让取得",
          "\(transferred.count) of \(items.count) items of intellectual property were transferred in"),
        Phrase("请核对转让合同、日期和转让方", "see the contract, its day and who gave them"))
    }
  }
}
