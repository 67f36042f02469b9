import ScoringCore
import StrictJSON
import Testing

@testable import Casework
@testable import Console

/// A paper opened as text.
@Suite struct PaperScreenTests {
  static let today = CaseworkScreenTests.today

  /// A case in review with an audit report.
  private func bench() throws -> CaseBench {
    var application = try CaseApplications.specialized2022()
    application.materials = [
      Application.DeclaredDocument(
        item: .auditReport, year: 2024, file: "materials/audit-2024.txt", sha256: CaseBench.hash(50), pages: 42)
    ]
    var bench = CaseBench(application, today: Self.today)
    bench.act(.assign, ["to": .string(CaseBench.officer), "noConflict": true])
    return bench
  }

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(key))
  }

  @Test func `A paper is read as text beside what it proves`() throws {
    var bench = try bench()
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = try bench.model(.materials, size, language)
        let name = MaterialItem.auditReport.name(language) + " 2024"
        for _ in 0..<20 where !model.view().lines.contains(where: { $0.hasPrefix("▸") && $0.contains(name) }) {
          bench.type([.down], in: &model)
        }
        #expect(send(.letter("v"), &model) == [.readPaper(bench.key, file: "materials/audit-2024.txt")])
        let long = String(repeating: "营业收入六千万元，研发费用四百六十万元。", count: 60)
        _ = model.update(
          .paper(
            bench.key, file: "materials/audit-2024.txt",
            .text("审计报告\n\u{1B}[31m附注\u{202E}一\n\n" + long, sha256: CaseBench.hash(50))))
        try expectScreen(model.view(), "case-paper-\(size.columns)-\(language.rawValue)")
        let before = model.screen
        _ = send(.pageDown, &model)
        #expect(model.screen != before || size.rows > 50)
        let warning = language == .zh ? "不是在案的那份材料" : "Not the paper on file"
        #expect(!model.screen.contains(warning))
        _ = model.update(
          .paper(bench.key, file: "materials/audit-2024.txt", .text("另一份", sha256: CaseBench.hash(51))))
        #expect(model.screen.contains(warning))
        _ = send(.escape, &model)
        #expect(model.screens.last is CaseScreen)
      }
    }
  }

  @Test func `The dialog of a figure does not cover the line that names it`() throws {
    var bench = try bench()
    var model = try bench.model(.materials, Size(80, 24))
    for _ in 0..<20 where !model.view().lines.contains(where: { $0.hasPrefix("▸") && $0.contains("审计报告 2024") }) {
      bench.type([.down], in: &model)
    }
    _ = send(.letter("v"), &model)
    let text = (1...60).map { $0 == 44 ? "营业收入 6,000.00 万元" : "第 \($0) 行附注" }.joined(separator: "\n")
    _ = model.update(.paper(bench.key, file: "materials/audit-2024.txt", .text(text, sha256: CaseBench.hash(50))))
    #expect(!model.screen.contains("6,000.00"))
    _ = send(.letter("m"), &model)
    #expect(model.dialog != nil && model.screen.contains("6,000.00"))
    // And the paper can be read on under it.
    _ = send(.pageUp, &model)
    #expect(model.dialog != nil && !model.screen.contains("6,000.00"))
  }

  @Test(arguments: DocumentOnDisk.allCases)
  func `The checklist says what lies in the store, and nothing is recorded of another paper`(onDisk: DocumentOnDisk)
    throws
  {
    var bench = try bench()
    for language in Language.allCases {
      var model = try bench.model(.materials, Size(120, 40), language)
      let name = MaterialItem.auditReport.name(language) + " 2024"
      for _ in 0..<20 where !model.view().lines.contains(where: { $0.hasPrefix("▸") && $0.contains(name) }) {
        bench.type([.down], in: &model)
      }
      let file = DeclaredFile(file: "materials/audit-2024.txt", sha: CaseBench.hash(50))
      #expect(!DocumentOnDisk.allCases.contains { model.screen.contains($0.name(language)) }, "not looked at")
      #expect(model.update(.onDisk(bench.key, [file: onDisk])).isEmpty)
      let lines = model.view().lines.filter { $0.contains(onDisk.name(language)) }
      #expect(lines.contains { $0.contains("audit-2024.txt") }, "\(lines)")
      for key in ["y", "d", "x", "m"] {
        let effects = send(.letter(Unicode.Scalar(key)!), &model)
        let isRefused = effects.isEmpty && model.dialog == nil && model.screen.contains(onDisk.name(language))
        #expect(isRefused == (onDisk == .other), "\(key) \(onDisk)")
        if model.dialog != nil { _ = send(.escape, &model) }
        if key == "y", onDisk != .other { break }
      }
    }
  }

  @Test func `What is read in a paper is entered there`() throws {
    var bench = try bench()
    var model = try bench.model(.materials)
    let name = MaterialItem.auditReport.name.zh + " 2024"
    for _ in 0..<20 where !model.view().lines.contains(where: { $0.hasPrefix("▸") && $0.contains(name) }) {
      bench.type([.down], in: &model)
    }
    bench.type([.enter], in: &model)
    _ = model.update(
      .paper(bench.key, file: "materials/audit-2024.txt", .text("研发费用 460.00", sha256: CaseBench.hash(50))))
    bench.type([.right, .right, .letter("m")], in: &model)
    #expect(model.dialog?.dialog.isLow == true)
    bench.type("460", in: &model)
    bench.type([.tab], in: &model)
    bench.type("12", in: &model)
    bench.type([.enter], in: &model)
    let body = try #require(bench.events.last { $0.act == .verify }?.body)
    #expect(body["path"]?.string == "facts.rdExpense.2024" && body["value"]?.string == "460")
    #expect(body["source"]?["page"]?.integer == 12)
    #expect(model.screens.last is DocumentScreen, "and the document stays open")
    let line = try #require(model.view().lines.first { $0.contains("研发费用") })
    #expect(line.ranges(of: "460 万").count == 2, "beside what was declared")
  }
}
