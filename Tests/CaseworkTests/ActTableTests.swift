import Foundation
import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// The table of acts: whole, in the order of the standard, and on the page that shows it.
@Suite struct ActTableTests {
  @Test func `Every act stands once in the table, in the order of the standard`() {
    #expect(ActTable.all.map(\.name) == ActName.allCases)
  }

  @Test func `Fields have a name of their own, a label in both languages, and a way to be stated`() {
    for act in ActTable.all {
      #expect(Set(act.fields.map(\.name)).count == act.fields.count, "\(act.name)")
      for field in act.fields {
        #expect(!field.label.zh.isEmpty && !field.label.en.isEmpty, "\(act.name) \(field.name)")
        // What only the program states is filled in, or may be absent.
        if field.origin == .program { #expect(field.isWorkedOut || field.isOptional, "\(act.name) \(field.name)") }
        if field.origin == .made { #expect(field.isOptional, "\(act.name) \(field.name)") }
        if case .one(.codes(let codes)) = field.entry, field.type != .bool {
          for code in codes { #expect(CodedWords.word(code).zh != code, "\(act.name) \(field.name) \(code)") }
        }
      }
    }
  }

  @Test func `What a machine noticed at receipt is told in words`() {
    for kind in Finding.Kind.allCases { #expect(CodedWords.word(kind.rawValue) == kind.name) }
  }

  @Test func `Every act is in a table of tests`() throws {
    let tables = ["who.csv", "kinds.csv", "titles.csv"].flatMap { (try? TableFile($0).rows.map { $0[0] }) ?? [] }
    let tested = Set((tables + ExampleTable.names).map { String($0.prefix { $0 != " " }) })
    // The founding is tested with the registry.
    let untested = ActName.allCases.filter { !tested.contains($0.rawValue) && $0 != .found && $0 != .ratify }
    #expect(untested.isEmpty)
  }

  @Test func `The page of acts shows the table as it is`() throws {
    let url = TableFile.url("../../../Documentation/Acts.md").standardized
    let page = try Self.page()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try page.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == page)
  }

  private static func page() throws -> String {
    var lines = [
      "# 办理 Acts", "",
      "Every act of officers (Casework §5), made from the table in `Sources/Casework/Acts` by",
      "`RECORD=1 swift test --filter ActTableTests`.",
      "Who: R reviewer 审核员, G signing officer 签批人, V spot-check officer 抽查员, O objection officer 异议处理员, S supervisor",
      "主管, A administrator 管理员; – the act's own rule says who. From: states of a case by their codes. Fields: `?` may be",
      "absent, `†` compared for agreement, `*` filled in where nobody states it, `(…)` stated by the program alone.",
      "",
    ]
    for place in ActPlace.allCases {
      lines += [
        "## \(place.rawValue)", "", "| act | 名称 | name | who | from | key | fields |", "|---|---|---|---|---|---|---|",
      ]
      lines += ActTable.all.filter { $0.place == place }.map(row)
      lines.append("")
    }
    lines += [
      "## states", "",
      "Where an act is permitted and where it leads: `=` the state stays, `←` back to the state before, a code the state it",
      "leads to (several: by its fields or the tier), nothing: refused.", "",
    ]
    return try (lines + StateTable.lines() + [""]).joined(separator: "\n")
  }

  private static func row(_ act: any Act) -> String {
    let who = act.who.isEmpty ? "–" : act.who.map { String($0.letter) }.joined(separator: " ")
    let from = act.from.map { states in
      states == CaseState.all
        ? "any"
        : states == CaseState.open
          ? "open" : CaseState.allCases.filter(states.contains).map(\.code).joined(separator: " ")
    }
    let key = act.offer?.key.map { "`\($0)`" } ?? ""
    let fields = act.bodyFields.map { field in
      let word = field.name + (field.isOptional ? "?" : "") + (field.agrees ? "†" : "")
      return field.origin == .program ? "(\(word))" : word + (field.isWorkedOut ? "*" : "")
    }
    return
      "| `\(act.name.rawValue)` | \(act.wording.done.zh) | \(act.wording.done.en) | \(who) | \(from ?? "") | \(key) | "
      + fields.joined(separator: ", ") + " |"
  }
}

/// Tables of single acts, one file each under `Tables/acts`: what a new act brings with it.
///
/// `who` lists roles by letter, `from` states with where the act leads (`RV:=`, `RC:HD`), `body` one body as JSON.
struct ExampleTable {
  static let names: [String] = {
    let folder = TableFile.url("acts")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  private let lines: [String: String]

  /// `nil` where the act has no file of its own.
  init?(_ act: String) {
    guard let text = try? String(contentsOf: TableFile.url("acts/\(act).txt"), encoding: .utf8) else { return nil }
    let pairs = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line -> (String, String) in
      let name = line.prefix { $0 != " " }
      return (String(name), String(line.dropFirst(name.count + 1)))
    }
    lines = Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  var who: String { lines["who"] ?? "" }

  /// Where the act leads from a state, by its code; empty where it is not permitted.
  func cell(_ state: String) -> String {
    let cells = (lines["from"] ?? "").split(separator: " ").map { $0.split(separator: ":").map(String.init) }
    return cells.first { $0.first == state }?.last ?? ""
  }

  var body: JSONValue { lines["body"].flatMap { try? JSONValue(parsing: Array($0.utf8)) } ?? [:] }
}
