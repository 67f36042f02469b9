internal import ArgumentParser
internal import ScoringCore
internal import StrictJSON

/// `tidu rules codes LIST`: the codes that applications and overlays may write.
struct RuleCodes {
  static let word = "codes"

  enum List: String, ExpressibleByArgument, CaseIterable { case authorities, divisions, facts, choices }

  let list: List

  /// A code with where it is written and what it means.
  private typealias Row = (place: String, code: String, name: Phrase)

  private var rows: [Row] {
    switch list {
    case .authorities: return Authorities.shared.all.map { ("authority", $0.key, $0.name) }
    case .divisions:
      return Authorities.shared.all.flatMap { authority in
        Divisions.shared.of(authority: authority.key).map { (authority.key, $0.code, Phrase($0.name, $0.name)) }
      }
    case .facts: return Fact.allCases.map { ("facts", $0.rawValue, Self.wording($0)) }
    case .choices: return choices
    }
  }

  /// A fact with its unit: 营业收入（万元，逐年）.
  private static func wording(_ fact: Fact) -> Phrase {
    let unit = fact.unit.name
    let zh = [String(unit.zh.drop { $0 == " " }), fact.isYearly ? "逐年" : ""].filter { !$0.isEmpty }
    let en = [String(unit.en.drop { $0 == " " }), fact.isYearly ? "by year" : ""].filter { !$0.isEmpty }
    return Phrase(
      fact.name.zh + (zh.isEmpty ? "" : "（\(zh.joined(separator: "，"))）"),
      fact.name.en + (en.isEmpty ? "" : " (\(en.joined(separator: ", ")))"))
  }

  private var choices: [Row] {
    func all<Code: CaseIterable & RawRepresentable<String>>(
      _ place: String, _ type: Code.Type, _ name: (Code) -> Phrase
    ) -> [Row] {
      Code.allCases.map { (place, $0.rawValue, name($0)) }
    }
    var rows = all("tier", Tier.self) { $0.name }
    rows += all("type", ApplicationType.self, \.word)
    rows += all("facts.sizeSector", SizeSector.self, \.name)
    rows += all("facts.qualityItems", QualityItem.self, \.name)
    rows += all("facts.titles.kind", TitleKind.self, \.name)
    rows += all("facts.awards.level", AwardLevel.self, \.name)
    rows += all("facts.rdInstitutions.level", InstitutionLevel.self, \.name)
    rows += all("facts.intellectualProperty.kind", IPKind.self, \.name)
    rows += all("facts.intellectualProperty.status", IPStatus.self, \.name)
    rows += all("facts.intellectualProperty.source", IPSource.self, \.name)
    rows += all("facts.intellectualProperty.highValue", HighValue.self, \.name)
    rows += all("materials.item", MaterialItem.self, \.name)
    for overlay in Standard.shared.overlayList {
      for value in overlay.values {
        guard case .local(let rules?) = value.effect else { continue }
        rows += rules.indicators.flatMap { indicator in
          indicator.fact.choices.map { ("\(overlay.authority) local.\(indicator.fact.key)", $0.key, $0.name) }
        }
      }
    }
    return rows
  }

  func print(_ format: OutputFormat) {
    let language = OutputLanguage.language
    switch format {
    case .text:
      let rows = rows
      let widths = (rows.map(\.place.count).max() ?? 0, rows.map(\.code.count).max() ?? 0)
      Output.line(
        rows.map { row in
          row.place.padded(to: widths.0 + 2) + row.code.padded(to: widths.1 + 2) + row.name(language)
        }.joined(separator: "\n"))
    case .json:
      var json = JSONWriter()
      for row in rows {
        json.beginObject()
        json.text("place", row.place)
        json.text("code", row.code)
        json.text("name", row.name(language))
        json.endObject()
        json.newline()
      }
      Output.write(json.bytes)
    }
  }
}

extension String {
  /// Of letters and digits alone, each a column wide.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
