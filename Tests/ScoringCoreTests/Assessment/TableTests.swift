import ScoringCore
import StrictJSON
import Testing

/// Every table of the standard, row by row: the same way as `tidu score` takes, from the bytes of a file to its result.
@Suite struct TableTests {
  @Test(arguments: try TableFile.all())
  func `Every row of a table comes out as written`(_ table: TableFile) throws {
    for row in table.rows {
      var value = table.base
      for (path, fact) in row.set { value = value.setting(path.split(separator: ".")[...], fact) }
      let place = "\(table.name):\(row.line) \(row.clause)"
      let standard = try table.standard(row.values)
      let actual: [String: JSONValue]
      do throws(ApplicationErrors) {
        let application = try ApplicationReader(standard: standard).read(value.canonicalBytes)
        actual = Results.of(application, standard)
      } catch {
        actual = ["error": .array(error.errors.map { .string($0.kind.rawValue) })]
      }
      #expect(!row.expect.isEmpty, "\(place)")
      for (key, expected) in row.expect {
        #expect(actual[key] == expected, "\(place): \(key)")
      }
    }
  }
}

/// An assessment as a table states it: a number where determined, else `[minimum, maximum, reasons…]`.
enum Results {
  static func of(_ application: Application, _ standard: Standard) -> [String: JSONValue] {
    let assessment: Assessment
    do {
      assessment = try standard.assess(application)
    } catch {
      return [:]
    }
    var results: [String: JSONValue] = [
      "outcome": .string(assessment.outcome.rawValue), "edition": .string(assessment.edition),
      "overlay": assessment.overlay.map(JSONValue.string) ?? .null,
      "conditions": .array(assessment.conditions.map { .string($0.id) }),
      "routes": .array(assessment.routes.map { .string($0.id) }),
    ]
    if let score = assessment.score {
      results["score"] = points(score.points)
      results["pass"] = .integer(Int64(score.pass))
    } else {
      results["score"] = .null
    }
    for entry in assessment.classes { results["class." + entry.id] = points(entry.points) }
    for entry in assessment.indicators {
      results["indicator." + entry.id] = points(entry.points, entry.reasons)
    }
    for entry in assessment.locals { results["local." + entry.id] = points(entry.points, entry.reasons) }
    for entry in assessment.basics { results["basic." + entry.id] = .string(entry.outcome.rawValue) }
    for entry in assessment.routes { results["route." + entry.id] = .string(entry.outcome.rawValue) }
    for entry in assessment.conditions {
      results["condition." + entry.id] =
        entry.status == .tested
        ? .string(entry.outcome.rawValue)
        : .array([.string(entry.outcome.rawValue), .string(entry.status.rawValue)])
    }
    return results
  }

  private static func points(_ points: Points, _ reasons: [Reason] = []) -> JSONValue {
    if points.isDetermined, reasons.isEmpty { return .integer(Int64(points.minimum)) }
    return .array(
      [.integer(Int64(points.minimum)), .integer(Int64(points.maximum))] + reasons.map { .string($0.rawValue) })
  }
}
