import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Whom people read of is called by name, in one way.
@Suite struct OfficerNameTests {
  private func rights(_ names: [String: String]) -> Rights {
    var rights = Rights()
    for (id, name) in names {
      rights.officers[id] = Rights.Officer(id: id, name: name, authority: "370000", isActive: true)
    }
    return rights
  }

  @Test func `An officer is called by name, with the id where two have one name or the registry has none`() {
    let rights = rights(["wang": "王处长", "li": "李科长", "li.2": "李科长", "bare": "", "blank": " \u{200B} "])
    #expect(rights.name(of: "wang") == "王处长")
    #expect(rights.name(of: "li") == "李科长（li）" && rights.name(of: "li.2") == "李科长（li.2）")
    #expect(["bare", "blank", "nobody"].map(rights.name) == ["bare", "blank", "nobody"])
  }

  @Test(arguments: [
    "王\n处长", "王\u{1B}[31m处长", "王\u{202E}处长", "王\u{2028}处长", "王\u{200D}处长", "  王处长  ",
    String(repeating: "王", count: 4_000), "\u{E000}王处长",
  ])
  func `A hostile name is one line that no terminal obeys`(_ name: String) {
    let shown = rights(["x": name]).name(of: "x")
    #expect(!shown.isEmpty && shown.count <= 40 && shown.contains("王"))
    #expect(
      shown.unicodeScalars.allSatisfy { scalar in
        ![.control, .format, .lineSeparator, .paragraphSeparator, .privateUse].contains(
          scalar.properties.generalCategory)
      })
  }

  /// Every act of which a field names officers tells them by name, in its line and in its record.
  @Test func `Fields that name officers are read as names and kept as ids`() throws {
    var (desk, count) = (Desk.at("RV"), 0)
    desk.act("conflict", "sue", ["officer": "rolf", "ground": "x"])
    var fold = desk.history.fold
    fold.people = rights(["rita": "芮审核", "rolf": "罗审核", "sue": "苏主管", "vera": "费抽查", "vito": "魏抽查"])
    for entry in desk.history.entries where entry.verdict.isValid {
      let record = entry.event.record(fold)
      for field in entry.event.act?.act.fields.filter(\.namesOfficers) ?? [] {
        guard let told = record.first(where: { $0.name == field.name }) else { continue }
        #expect(["芮审核", "罗审核"].contains(told.text.zh), "\(entry.event.kind)")
        #expect(entry.event.line(fold).zh.contains(told.text.zh))
        #expect(entry.event.body.text(field.name).map { ["rita", "rolf"].contains($0) } == true)
        count += 1
      }
    }
    #expect(count == 2)
    let named = Set(ActTable.all.filter { $0.fields.contains(where: \.namesOfficers) }.map(\.name))
    #expect(named == [.assign, .conflict, .plan, .role, .key, .root])
  }

  @Test func `A refusal names the officer`() {
    let registry = Office.shared.registry
    let name = registry.now.name(of: "gus")
    let desk = Desk.at("RC")
    let act = ActRequirements(
      act: ActName.assign.act, body: ["to": "gus", "noConflict": false], author: "sue", folder: desk.history.folder,
      fold: desk.fold, rights: registry.now)
    #expect(act.unmet.contains { $0.message.zh.hasPrefix(name) })
  }
}
