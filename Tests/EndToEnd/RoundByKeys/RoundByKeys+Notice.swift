import Casework
import StrictJSON
import Testing

/// From the public notice to the register of titles.
extension RoundByKeys {
  /// The notice; one objection to it is upheld and leads back to review, one is dismissed.
  func notice() throws {
    begin("2026-04-22")
    try all(.readyForNotice, .enterNotice, by: province.signer, "拟认定名单公示（示例）")
    let noticed = try ids(.inNotice)
    let (upheld, dismissed) = (noticed[0], noticed[1])
    begin("2026-04-24")
    for id in [upheld, dismissed] { try desk(province.objectionOfficer).lodge(id) }

    begin("2026-05-12")
    for id in [upheld, dismissed] {
      try desk(province.objectionOfficer).answerObjection(id, upheld: id == upheld)
    }
    try all(.inNotice, .closeNotice, by: province.signer)
    #expect(try ids(.inReview) == [upheld])

    begin("2026-05-13")
    try reviewer.review(upheld)
    begin("2026-05-14")
    try signAgain(upheld)
    begin("2026-05-15")
    try all(.readyForNotice, .enterNotice, by: province.signer, "补充公示（示例）")
    begin("2026-05-26")
    try all(.inNotice, .closeNotice, by: province.signer)
    for id in ours(cast.lapsed) {
      try signer.open(id)
      try signer.command("lapse", "逾期未补正", "逾期未补正")
    }
  }

  /// The announcement, and what is forwarded to the ministry, by another than who signed; then what the ministry says.
  func decide() throws {
    begin("2026-05-28")
    try all(.noticeClosed, .decide, by: province.secondSigner, "1", "Tab", "认定公告（示例）")
    try all(.readyToForward, .forward, by: province.secondSigner, "推荐函（示例）")
    begin("2026-07-30")
    let forwarded = try ids(.forwarded)
    // Of two it recognises one and refuses one; what is left, and one alone, still waits for its answer.
    let answers = forwarded.count > 1 ? [true, false] : []
    for (id, recognised) in zip(forwarded, answers) { try signer.ministry(id, recognised: recognised) }
  }

  func sendLetters() throws {
    begin("2026-07-31")
    for id in try ids(.refused) + ids(.decided) + ids(.ministryOutcome) { try signer.sendLetter(id) }
  }

  /// A title is revoked after an inquiry in one province, and updated in the year after in the other.
  func endTitle() throws {
    let first = try #require(try rows().first { $0["state"]?.string == CaseState.decided.rawValue })
    let (id, name) = (try #require(first["case"]?.string), try #require(first["name"]?.string))
    switch province {
    case .zhejiang:
      try signer.title(of: name, "3", "启动核查", "7", "Tab", "举报申报材料不实")
      try reviewer.title(of: name, "4", "听取陈述", "企业已陈述")
      try desk(province.secondSigner).title(
        of: name, "6", "终止称号", "2", "Tab", "Tab", "Tab", "材料不实")
      try signer.sendLetter(id)
    case .shandong:
      begin("2027-04-20")
      try reviewer.title(of: name, "1", "年度更新", "Tab", "1")
    }
  }
}
