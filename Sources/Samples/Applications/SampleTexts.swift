internal import ScoringCore

/// The free texts of the little-giant form: short, of the trade, and now and then with the name that blind reviewers must
/// not see.
enum SampleTexts {
  static func texts(of application: Application, _ trade: SampleTrade, _ profile: SampleProfile) -> Application.Texts {
    var texts = Application.Texts()
    guard application.tier == .littleGiant, application.submitted.year >= 2025 else { return texts }
    let product = trade.words[0]
    texts.chainPosition = "产品为\(product)，处于产业链中游，为下游整机配套。"
    guard profile != .incomplete else { return texts }
    texts.rdCooperation = "与高校共建联合实验室，共同开展\(product)的研制和验证。"
    let who = profile == .contradictory ? application.enterprise.name : "本企业"
    texts.introduction = "\(who)长期从事\(product)的研发、生产和销售。"
    return texts
  }
}
