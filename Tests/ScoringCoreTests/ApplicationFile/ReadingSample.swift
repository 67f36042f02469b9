import ScoringCore
import StrictJSON
import Testing

/// A whole application file, and ways to spoil it.
enum ReadingSample {
  static let text = """
    {
      "format": "tidu.application/1",
      "id": "370000-2025-SP-000123",
      "tier": "specialized",
      "type": "new",
      "authority": "370000",
      "division": "370100",
      "batch": "2025-1",
      "submitted": "2025-08-21",
      "referenceYear": 2024,
      "enterprise": {"name": "齐鲁精密", "creditCode": "91370100MA3C12345X", "industryCode": "C3521", "registered": "2012-05-06"},
      "facts": {
        "registeredInChina": true,
        "independentLegalPerson": false,
        "sizeSector": "real-estate",
        "revenue": {"2022": 4100, "2023": 5230.45, "2024": 6.1e3},
        "netProfit": {"2024": -0.000001},
        "employees": {"2024": 120},
        "segmentEntered": "2015-02-28",
        "equityFinancing": [{"date": "2024-02-29", "amount": 2000, "qualifiedInvestor": true, "paidIn": false}],
        "intellectualProperty": [
          {"kind": "invention-patent", "status": "granted", "granted": "2020-01-01", "source": "original", "ownerRank": 1, "highValue": ["pledge-financing"], "related": true, "inUse": false},
          {"kind": "design", "status": "applied", "source": "transferred", "transferred": "2021-01-01", "ownerRank": 2, "highValue": [], "related": false, "inUse": true}
        ],
        "awards": [{"level": "provincial", "rank": 3, "date": "2023-01-01"}],
        "makerChina": [{"rank": 50, "date": "2023-01-01"}],
        "titles": [{"kind": "technology-sme", "validFrom": "2023-01-01", "validUntil": "2025-12-31"}],
        "rdInstitutions": [{"level": "below-municipal", "joint": false}],
        "digitalLevel": 3,
        "qualityItems": ["own-brand", "standards"],
        "nationalShare": 12.3456,
        "nationalRank": 7,
        "championTitle": false,
        "controlLink": true,
        "groupSimilarProduct": null,
        "platformScore": {"2024": 55.25}
      },
      "local": {"keyIndustry": "plan-and-chain", "innovativeOperation": ["overseas", "new-economy"], "listing": null},
      "texts": {"chainPosition": "中游", "rdCooperation": null, "introduction": "一\\r\\n二\\t三"},
      "materials": [
        {"item": "audit-report", "year": 2024, "file": "materials/audit-2024.pdf", "sha256": "\(String(repeating: "0a", count: 32))", "pages": 42},
        {"item": "commitment", "year": null, "file": null, "sha256": null, "pages": null}
      ]
    }
    """

  static func read(_ text: String) throws(ApplicationErrors) -> Application {
    try ApplicationReader(standard: Standard.shared).read(Array(text.utf8))
  }

  /// The errors of a text; empty when it is taken.
  static func errors(in text: String) -> [ApplicationError] {
    do throws(ApplicationErrors) {
      _ = try read(text)
      return []
    } catch {
      return error.errors
    }
  }

  /// The sample with one piece of text replaced, which must be there.
  static func replacing(
    _ piece: String, _ other: String, _ location: SourceLocation = #_sourceLocation
  ) -> String {
    let parts = text.components(splitAt: piece)
    #expect(parts.count == 2, "\(piece) must be there once", sourceLocation: location)
    return parts.joined(separator: other)
  }
}

extension String {
  fileprivate func components(splitAt piece: String) -> [String] {
    var parts: [String] = [""]
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(piece) {
        rest = rest.dropFirst(piece.count)
        parts.append("")
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts
  }
}
