import Casework
import Console
import Foundation
import Office
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import ConsoleHost

/// What is printed: from the screen and by commands the same, whole or not at all, and nothing in silence.
@Suite struct PrintTests {
  private func desk(_ office: OfficeCopy) throws -> EffectRunner {
    let store = try Store.open(office.store, environment: ["XDG_DATA_HOME": office.folder + "/own"])
    return EffectRunner(
      store, .zh, ["TIDU_TODAY": OfficeCopy.today, "HOME": office.folder], officer: "demo")
  }

  private func key(_ row: JSONValue) throws -> CaseKey {
    try #require(
      CaseKey(
        path: "cases/\(row["authority"]?.string ?? "")/\(row["batch"]?.string ?? "")/\(row["case"]?.string ?? "")"))
  }

  private static var sheets: [PrintRequest.Sheet] {
    LetterModel.Code.allCases.filter { !$0.isList }.map { .letter($0) } + PrintRequest.Sheet.ofRound
      + PrintRequest.Sheet.ofCase
  }

  @Test func `Every sheet of a case in any state is made in each of its forms, or says why there is none`() throws {
    let office = try OfficeCopy()
    let desk = try desk(office)
    let rows = try Dictionary(grouping: office.rows()) { "\($0["tier"]?.string ?? "") \($0["state"]?.string ?? "")" }
    #expect(rows.count > 10)
    var made: Set<String> = []
    for row in rows.values.compactMap(\.first) {
      let key = try key(row)
      for sheet in Self.sheets {
        do throws(OfficeError) {
          let paper = try SheetMaker(store: desk.store, today: desk.today, .zh)
            .sheet(PrintRequest(sheet, of: key, number: "鲁工信〔2026〕1号"))
          for form in PrintRequest.Form.allCases {
            #expect((paper.bytes(form) != nil) == sheet.forms.contains(form), "\(sheet.code) \(form)")
          }
          let html = paper.page.html
          #expect(html.contains("</html>") && !html.contains("http") && !html.contains("<script"), "\(sheet.code)")
          #expect(html.contains("鲁工信〔2026〕1号") == sheet.isNumbered, "\(sheet.code)")
          #expect(!paper.page.text.contains("<") && paper.page.text.count > 10, "\(sheet.code)")
          made.insert(sheet.code)
        } catch { #expect(!error.message(.zh).isEmpty && !error.message(.en).isEmpty, "\(sheet.code)") }
      }
    }
    #expect(made.isSuperset(of: PrintRequest.Sheet.ofRound.map(\.code) + ["first-check", "archive", "score-card"]))
  }

  @Test func `A file that is there is not written over, and one in a folder that is not is refused`() throws {
    let office = try OfficeCopy()
    let desk = try desk(office)
    let key = try key(#require(office.rows().first))
    let path = office.folder + "/档案.html"
    let request = PrintRequest(.archive, of: key, file: "~/档案.html")
    #expect(try desk.print(request) == path)
    let before = try Data(contentsOf: URL(filePath: path))
    #expect { _ = try desk.print(request) } throws: {
      ($0 as? OfficeError)?.message(.zh).contains("已经存在") == true
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect { _ = try desk.print(PrintRequest(.archive, of: key, file: office.folder + "/没有/x.html")) } throws: {
      ($0 as? OfficeError)?.message(.zh).contains("不能写入") == true
    }
  }

  @Test func `The command prints what the screen prints`() throws {
    let office = try OfficeCopy()
    let row = try #require(try office.rows().first { $0["state"] == "inNotice" })
    let key = try key(row)
    let desk = try desk(office)
    func command(_ arguments: [String]) throws -> Data {
      try Command(
        arguments + ["--store", office.store, "--lang", "zh"], home: office.folder,
        environment: [
          "XDG_DATA_HOME": office.folder + "/own", "TIDU_OFFICER": "demo", "TIDU_TODAY": OfficeCopy.today,
        ]
      ).run()
    }
    func screen(_ sheet: PrintRequest.Sheet, _ form: PrintRequest.Form = .html) throws -> Data {
      let path = try desk.print(PrintRequest(sheet, of: key, form: form))
      return try Data(contentsOf: URL(filePath: path))
    }
    let round = "\(key.authority)/\(key.batch)"
    let list = try #require(try office.events(key.id).last { $0["kind"] == "enterNotice" }?["body"]?["notice"]?.string)
    #expect(try command(["notice", "publish", round, "--list", list, "--html"]) == screen(.list))
    #expect(try command(["notice", "publish", round, "--list", list]) == screen(.list, .text))
    #expect(try command(["notice", "publish", round, "--list", list, "--csv"]) == screen(.list, .csv))
    let tier = try #require(row["tier"]?.string)
    for layout in [ListLayout.Code.recommendation, .reviewSummary, .renameSummary] {
      #expect(
        try command(["notice", "publish", round, "--tier", tier, "--layout", layout.rawValue, "--csv"])
          == screen(.summary(layout), .csv), "\(layout)")
    }
    for sheet in [PrintRequest.Sheet.scoreCard, .firstCheck] {
      #expect(try command(["letter", key.id, sheet.code]) == screen(sheet), "\(sheet.code)")
    }
    #expect(try command(["export", key.id]) == screen(.archive))
  }

  @Test func `A sample put in force prints what the program's own prints, and a changed one what it says`() throws {
    let office = try OfficeCopy()
    let batch = try #require(try office.rows().first { $0["state"] == "inNotice" }?["batch"]?.string)
    let round = "370000/\(batch)"
    func printed(_ arguments: [String]) throws -> String {
      let output = try Command(
        arguments + ["--lang", "zh"], home: office.folder,
        environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_OFFICER": "demo", "TIDU_TODAY": OfficeCopy.today]
      ).run()
      return String(decoding: output, as: UTF8.self)
    }
    let publish = ["notice", "publish", round, "--store", office.store]
    let before = try printed(publish)
    let sample = try printed(["letter", "--template", "notice-list"])
    func putInForce(_ yaml: String, from day: String) throws {
      let file = office.folder + "/letters.yaml"
      try yaml.write(toFile: file, atomically: true, encoding: .utf8)
      let proposed = try office.run([
        "act", "registry", "settings", "authority=370000", "what=letters", "file=@" + file, "from=" + day,
      ])
      let id = try #require(proposed.first?["event"]?.string)
      try office.run(["act", "registry", "approve", "of=" + id], as: "supervisor")
    }
    try putInForce(sample, from: "2026-04-14")
    #expect(try printed(publish) == before)
    try putInForce(sample.replacing("有异议的", with: "有不同意见的"), from: OfficeCopy.today)
    let after = try printed(publish)
    #expect(after != before && after == before.replacing("有异议的", with: "有不同意见的"))
  }
}
