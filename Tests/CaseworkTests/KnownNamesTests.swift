import Foundation
import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// An officer, authority or city that does not exist is refused wherever it is stated, with what is known.
@Suite struct KnownNamesTests {
  /// What is stated of an act, and what its refusal must say.
  static let table: [(ActName, JSONValue, String)] = [
    (.role, ["authority": "37000"], "370000 山东省"), (.role, ["authority": "山东"], "370000 山东省"),
    (.role, ["authority": "山东省"], "370000 山东省"), (.role, ["authority": "nowhere"], "写成如 370000 山东省"),
    (.officer, ["authority": "37000"], "370000 山东省"), (.settings, ["authority": "山东"], "370000 山东省"),
    (.registerTitle, ["authority": "山东"], "370000 山东省"),
    (.role, ["authority": "370000", "divisions": ["440100"]], "440100 广州市归广东省，不归山东省"),
    (.role, ["authority": "370000", "divisions": ["日照"]], "371100 日照市"),
    (.role, ["authority": "370000", "divisions": ["37110"]], "371100 日照市"),
    (.role, ["authority": "370000", "divisions": ["nowhere"]], "370100 济南市"),
    (.role, ["authority": "*", "divisions": ["日照"]], "371100 日照市"),
    (.role, ["authority": "370000", "cases": ["370000-2026-1"]], "cases/370000/2026-1/"),
  ]

  @Test(arguments: table)
  func `A name that stands for nothing is refused with what is meant`(act: ActName, body: JSONValue, says: String) {
    let faults = act.act.faults(body)
    #expect(faults.contains { $0.message.zh.contains(says) }, "\(faults.map(\.message.zh))")
    #expect(faults.allSatisfy { $0.field != nil })
  }

  @Test func `Every authority and every city of it is known`() {
    for authority in Authorities.shared.all {
      let cities = Divisions.shared.of(authority: authority.key).map { JSONValue.string($0.code) }
      let body: JSONValue = ["authority": .string(authority.key), "divisions": .array(cities)]
      #expect(RoleGrant().faults(body).isEmpty, "\(authority.key)")
    }
    #expect(RoleGrant().faults(["authority": "*", "divisions": ["440100"]]).isEmpty)
  }
}
