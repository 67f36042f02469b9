import Foundation
import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Acts by roles and by states (Casework §5.1, Casework §5.2): every action, in every state, by every role.
@Suite struct TableTests {
  static let roles: [(letter: String, officer: String)] = [
    ("R", "rita"), ("G", "gina"), ("V", "vito"), ("O", "otto"), ("S", "sue"), ("A", "adam"),
  ]
  static let actions = ((try? TableFile("who.csv").rows.map { $0[0] }) ?? []) + ExampleTable.names

  private static func refusals(_ action: String) -> Set<String> {
    switch action {
    case "lodge objection": ["outsideNotice"]
    case "undo": ["final", "notFromThisState"]
    default: ["notFromThisState"]
    }
  }

  @Test(arguments: actions)
  func `An action is permitted where the tables say and to whom, and leads where they say`(action: String) throws {
    let cells = try TableFile("states.csv")
    let own = ExampleTable(action)
    let who = Set(try (own?.who ?? TableFile("who.csv")[action, "who"]).split(separator: " ").map(String.init))
    var report = try Report(action)
    for state in CaseState.allCases {
      let cell = own?.cell(state.code) ?? cells[action, state.code]
      var reached = Set<String>()
      var told: [Set<String>] = []
      let variants = ActionVariants(action: action, state: state.code).all
      for role in Self.roles {
        var outcomes = Set<String>()
        for variant in variants {
          #expect(variant.desk.state == state.code, "\(action) \(state)")
          var desk = variant.desk
          let verdict = desk.act(variant.kind, role.officer, variant.body(of: action, by: role.officer))
          let isAllowed = !cell.isEmpty && who.contains(role.letter)
          #expect(verdict.isValid == isAllowed, "\(action) in \(state) by \(role.letter): \(verdict.text)")
          let stays = desk.state == state.code
          outcomes.insert(verdict.isValid ? (stays ? "可" : "可 → \(desk.state)") : report.refusal(verdict))
          guard case .rejected(let unmet) = verdict else {
            reached.insert(stays && cell == "=" ? "=" : desk.state)
            continue
          }
          let codes = Set(unmet.map(\.code))
          if cell.isEmpty { #expect(!codes.isDisjoint(with: Self.refusals(action)), "\(action) \(state): \(codes)") }
          if !who.contains(role.letter) { #expect(codes.contains("role"), "\(action) \(state) \(role.letter)") }
          #expect(stays, "a refused act must change nothing")
        }
        told.append(outcomes)
      }
      report.add(state, told)
      if !cell.isEmpty, cell != "←" {
        #expect(reached == Set(cell.split(separator: " ").map(String.init)), "\(action) from \(state)")
      }
    }
    #expect(report.unnamed.isEmpty, "reasons.csv lacks \(report.unnamed.sorted())")
    try report.compare()
  }
}

/// What an officer reads of an action: a table of states by roles. Written anew with RECORD=1.
private struct Report {
  private let action: String
  private let reasons: TableFile
  private(set) var unnamed: Set<String> = []
  private var lines: [String]

  init(_ action: String) throws {
    self.action = action
    reasons = try TableFile("reasons.csv")
    let kind = ActName(wire: String(action.prefix { $0 != " " }))?.title
    let roles = TableTests.roles.compactMap { OfficerRole(letter: Character($0.letter))?.name.zh }
    lines = [
      "# \(kind?.zh ?? "") \(action)", "", "| 状态 | " + roles.joined(separator: " | ") + " |",
      "|---|" + roles.map { _ in "---|" }.joined(),
    ]
  }

  mutating func refusal(_ verdict: Verdict) -> String {
    let codes = verdict.text.split(separator: " ").map(String.init)
    let words = codes.map { reasons[$0, "中文"] }
    unnamed.formUnion(zip(codes, words).filter(\.1.isEmpty).map(\.0))
    return "不可：" + words.joined(separator: "、")
  }

  mutating func add(_ state: CaseState, _ told: [Set<String>]) {
    let cells = told.map { $0.sorted().joined(separator: "；") }
    lines.append("| \(state.name.zh) \(state.code) | " + cells.joined(separator: " | ") + " |")
  }

  func compare() throws {
    let url = TableFile.url("actions/\(action.replacing(" ", with: "-")).md")
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
  }
}
