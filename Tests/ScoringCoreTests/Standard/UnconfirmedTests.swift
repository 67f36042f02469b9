import Foundation
import StrictJSON
import Testing

@testable import ScoringCore

/// What one source alone says decides nothing; it is a finding at each case that it would touch.
@Suite struct UnconfirmedTests {
  /// A case that an unconfirmed value touches, and cases beside it that it does not.
  struct Row: Sendable, CustomTestStringConvertible {
    var authority: String
    var set: [String: JSONValue]
    /// What the finding says would change.
    var says: String
    /// Settings that take the case out of the value's reach.
    var beside: [[String: JSONValue]]
    var testDescription: String { authority }
  }

  static let municipal: JSONValue = .array([
    .object([.init("level", .string("municipal")), .init("joint", .bool(false))])
  ])
  static let specializedTitle: JSONValue = .array([
    .object([
      .init("kind", .string("specialized-sme")), .init("validFrom", .string("2024-01-01")),
      .init("validUntil", .string("2026-12-31")),
    ])
  ])

  static let rows: [Row] = [
    Row(
      authority: "610000", set: ["facts.revenue.2024": .integer(1400)], says: "上年度营业收入 （无）→不符",
      beside: [
        ["submitted": .string("2024-12-31"), "referenceYear": .integer(2023)], ["submitted": .string("2026-01-01")],
      ]),
    Row(
      authority: "420000", set: ["facts.championTitle": .bool(true)], says: "不是制造业单项冠军 （无）→不符",
      beside: [["submitted": .string("2026-04-01"), "referenceYear": .integer(2025)]]),
    Row(
      authority: "330000", set: ["tier": .string("innovative"), "facts.titles": specializedTitle],
      says: "没有有效的更高层级称号 （无）→不符", beside: [["type": .string("review")], ["tier": .string("specialized")]]),
    Row(
      authority: "500000", set: ["tier": .string("innovative"), "facts.titles": specializedTitle],
      says: "没有有效的更高层级称号 （无）→不符", beside: [["type": .string("review")]]),
    Row(
      authority: "330200", set: ["tier": .string("innovative"), "facts.rdInstitutions": municipal],
      says: "省级以上研发机构 不符→符合", beside: [["facts.rdInstitutions": .array([])], ["tier": .string("specialized")]]),
    Row(
      authority: "340000", set: ["enterprise.industryCode": .string("F5121")], says: "不属于暂不培育的行业 不符→符合",
      beside: [
        ["enterprise.industryCode": .string("C3521")],
        ["submitted": .string("2023-05-18"), "referenceYear": .integer(2022)],
        ["tier": .string("innovative")],
      ]),
    Row(
      authority: "310000", set: ["batch": .string("2026-1"), "facts.titles": .array([])],
      says: "有效的创新型中小企业 不符→免除",
      beside: [["batch": .string("2026-2")], ["tier": .string("innovative")]]),
  ]

  private func application(_ authority: String, _ sets: [String: JSONValue]...) throws -> Application {
    var value = try TableFile("overlays.yaml").base.setting(["authority"], .string(authority))
    for (path, fact) in sets.flatMap({ $0 }) { value = value.setting(path.split(separator: ".")[...], fact) }
    return try ApplicationReader(standard: .shared).read(value.canonicalBytes)
  }

  /// The standard where an office adopted the embedded overlay of an authority with everything in it confirmed.
  private func confirmed(_ authority: String) throws -> Standard {
    let text = Embedded.text("overlays/\(authority).yaml").replacingOccurrences(
      of: "standing: unconfirmed", with: "standing: confirmed")
    return Standard.shared.replacing([(try Overlay.load(text: text, file: "adopted.yaml"), Array(text.utf8))])
  }

  @Test(arguments: rows)
  func `An unconfirmed value is shown where it would touch and counts once it is adopted`(_ row: Row) throws {
    let application = try application(row.authority, row.set)
    let assessment = try Standard.shared.assess(application)
    #expect(assessment.overlay == nil)
    let found = application.findings(by: .shared).filter { $0.kind == .unconfirmed }
    let finding = try #require(
      found.first { $0.message.zh.contains(row.says) }, "\(row.authority): \(found.map(\.message.zh))")
    #expect(finding.message.zh.contains("不计") && finding.message.en.contains("does not count"))
    let adopted = try confirmed(row.authority)
    let then = try adopted.assess(application)
    #expect(then != assessment)
    #expect(then.overlay == row.authority)
    #expect(!application.findings(by: adopted).contains { $0.kind == .unconfirmed })
    for beside in row.beside {
      let other = try self.application(row.authority, row.set, beside)
      #expect(!other.findings(by: .shared).contains { $0.kind == .unconfirmed }, "\(row.authority) \(beside)")
    }
  }

  @Test func `Every authority with unconfirmed values has a row here, but for what cases alone can tell`() {
    let open = Standard.shared.overlayList.filter { $0.values.contains { $0.standing == .unconfirmed } }
    #expect(Set(open.map(\.authority)) == Set(Self.rows.map(\.authority)).union(["130000"]))
  }

  @Test func `A paper found missing takes its facts away where the province has it so`() throws {
    let application = try application("130000")
    let options = AssessmentOptions(unevidenced: ["facts.titles", "facts.rdExpense.2024"])
    let before = try Standard.shared.assess(application)
    #expect(try Standard.shared.assess(application, options) == before, "it is unconfirmed and does not count")
    let finding = try #require(application.findings(by: .shared, nil, options).first { $0.kind == .unconfirmed })
    #expect(finding.message.zh.contains("有效的创新型中小企业 符合→不符"), "\(finding.message.zh)")
    #expect(!application.findings(by: .shared).contains { $0.kind == .unconfirmed }, "no paper was found missing")
    let adopted = try confirmed("130000")
    let after = try adopted.assess(application, options)
    #expect(after.conditions.first { $0.id == "lowerTier" }?.outcome == .fails)
    #expect(after.conditions.first { $0.id == "rd" }?.outcome == .fails)
    #expect(after.indicators.first { $0.id == "rdSpend" }?.points == Points(0, 0))
    #expect(after.conditions.first { $0.id == "years" }?.outcome == .meets)
    #expect(try adopted.assess(application) == before.with(overlay: "130000"), "as declared where every paper is there")
    let explanation = try adopted.explain(application, options)
    let told = explanation.children.flatMap(\.children).first { $0.id == "condition.lowerTier" }
    #expect(told?.interpretations.contains("I-7") == true)
  }

  @Test func `The growth of a review of 2026 is not set aside on one source alone`() throws {
    var value = try TableFile("notices-and-editions.yaml").base
    value = value.setting(["type"], .string("review")).setting(["submitted"], .string("2026-06-01"))
    let application = try ApplicationReader(standard: .shared).read(value.canonicalBytes)
    #expect(try Standard.shared.assess(application).conditions.first { $0.id == "mainGrowth" }?.status == .tested)
    let finding = try #require(application.findings(by: .shared).first { $0.kind == .unconfirmed })
    #expect(finding.message.zh.contains("不适用") && finding.message.zh.contains("〔2026〕117号"), "\(finding.message.zh)")
  }
}

extension Assessment {
  fileprivate func with(overlay: String) -> Assessment {
    var copy = self
    copy.overlay = overlay
    return copy
  }
}
