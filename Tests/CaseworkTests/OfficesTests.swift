import Foundation
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Stores of one supervisor, of two, of the guide and of thirty-seven offices: founded, grown, with somebody leaving and
/// keys lost. After each step somebody can still give every right, or the step was refused and says what comes first.
@Suite struct OfficesTests {
  /// What an officer reads of a store: one line a step. Written anew with RECORD=1.
  private struct Report {
    var lines: [String] = []
    var isLockedOut: [String] = []

    mutating func begin(_ title: String) {
      lines += [
        "", "## \(title)", "", "| 步骤 | 结果 | 待批准 | 一人作主 | 谁能登记人员 | 谁能给签批人 | 谁能设本机关主管 | 谁能设全库主管 |",
        "|---|---|---|---|---|---|---|---|",
      ]
    }

    mutating func add(_ step: String, _ result: String, _ offices: Offices, _ authority: String = "370000") {
      let registry = offices.registry
      let subject = registry.now.officers.keys.sorted().first { registry.now.isInOffice($0) } ?? ""
      let givings: [(String, JSONValue)] = [
        ("officer", offices.officer("new", authority)), ("role", offices.role(subject, .signer, authority)),
        ("role", offices.role(subject, .supervisor, authority)), ("role", offices.role(subject, .supervisor, "*")),
      ]
      let cells = givings.map { kind, body in Self.givers(registry, kind, body) }
      if cells.contains("无人") { isLockedOut.append(step) }
      let waiting = registry.awaiting.map { Self.named($0) }.joined(separator: "、")
      let alone = registry.entries.map(\.event).filter { registry.now.byOne.contains($0.id) }.map { Self.named($0) }
      lines.append(
        "| \(step) | \(result == "valid" ? "生效" : result) | \(waiting.isEmpty ? "–" : waiting) | "
          + "\(alone.isEmpty ? "–" : alone.joined(separator: "、")) | \(cells.joined(separator: " | ")) |")
    }

    private static func named(_ event: Event) -> String {
      let body = event.body
      let role = body.text("role").flatMap(OfficerRole.init(rawValue:))?.name.zh
      let what = event.act == .key ? "密钥" : event.act == .root ? "根主管" : role ?? "人员"
      return "\(body.text("officer") ?? "")\(what)"
    }

    /// Officers who can give it, each with who must agree; `无人` where it would never count.
    private static func givers(_ registry: Registry, _ kind: String, _ body: JSONValue) -> String {
      guard let act = ActName(wire: kind)?.act, let giving = act.giving(body, registry.state) else { return "?" }
      let officers = Set(registry.now.keys.values).filter {
        registry.now.holdsAnywhere($0, [.supervisor, .administrator])
      }.sorted()
      let told = officers.compactMap { officer -> String? in
        let action = Action(act.name, body.with("on", "2025-01-01"))
        guard registry.permitted(action, by: officer, today: Files.today).isEmpty else { return nil }
        let event = Office.event(
          kind, body.with("on", "2025-01-01"), by: officer,
          key: registry.now.keys.first { $0.value == officer }?.key ?? "", folder: "registry",
          parents: registry.heads, registry: [], seq: 1, store: registry.store)
        let rules = RegistryRules(act: act, event: event, past: RegistryPast(state: registry.state))
        switch rules.standing {
        case .counts, .byOne: return officer
        case .heldBack: return nil
        case .awaiting:
          let seconds = registry.state.seconds(giving, author: officer)
          return seconds.isEmpty
            ? nil : "\(officer)＋\(seconds.count > 2 ? "\(seconds.count) 人之一" : seconds.joined(separator: "或"))"
        }
      }
      return told.isEmpty ? "无人" : told.count > 4 ? "\(told.count) 人" : told.joined(separator: "、")
    }
  }

  private func compare(_ report: Report) throws {
    let url = TableFile.url("offices.md")
    let text =
      (["# 各种规模的库：谁能给什么 Stores of every size: who can give what", "", "“甲＋乙”：甲提出，乙批准后生效。"] + report.lines)
      .joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
    #expect(report.isLockedOut.isEmpty, "nobody can give a right after \(report.isLockedOut)")
  }

  @Test func `After every step of every store somebody can still give each right`() throws {
    var report = Report()
    one(&report)
    two(&report)
    guide(&report)
    country(&report)
    try compare(report)
  }

  private func one(_ report: inout Report) {
    report.begin("一名主管")
    var offices = Offices()
    offices.found("li.ming")
    report.add("建库", "valid", offices)
    offices.admit("rita", [.reviewer], by: "li.ming", nil)
    offices.admit("gus", [.signer], by: "li.ming", nil)
    report.add("登记审核员和签批人", "valid", offices)
    var next = offices
    report.add("唯一的主管离任", next.attempt("end", ["of": .string(next.store), "why": "left"], by: "li.ming"), next)
    next = offices
    report.add("唯一的主管报失唯一的密钥", next.attempt("end", ["of": .string(next.store), "why": "lost"], by: "li.ming"), next)
    let first = offices.keys["li.ming"]
    let key = offices.key("li.ming")
    let second = offices.keys["li.ming"]
    offices.keys["li.ming"] = first
    report.add("主管登记自己的第二台设备", offices.attempt("key", key, by: "li.ming"), offices)
    offices.keys["li.ming"] = second
    report.add(
      "用第二台设备报失第一台", offices.attempt("end", ["of": .string(offices.store), "why": "lost"], by: "li.ming"), offices)
    report.add("登记接任的人", offices.attempt("officer", offices.officer("wang"), by: "li.ming"), offices)
  }

  private func ofTwo() -> Offices {
    var offices = Offices()
    offices.found("li.ming")
    offices.admit("wang", [], by: "li.ming", nil)
    offices.write("role", offices.role("wang", .supervisor, "*"), by: "li.ming")
    offices.write("root", ["supervisors": ["li.ming", "wang"], "threshold": 1], by: "li.ming")
    return offices
  }

  private func two(_ report: inout Report) {
    report.begin("两名主管")
    let start = ofTwo()
    report.add("建库，第二名主管，两人同为根主管", "valid", start)
    var offices = start
    let alone = start.registry.now.byOne.sorted().first ?? ""
    report.add(
      "wang 批准 li.ming 一人为他登记的", offices.attempt("approve", ["of": .string(alone)], by: "wang"), offices)
    let proposal = offices.attempt("officer", offices.officer("rita"), by: "li.ming")
    report.add("li.ming 登记审核员", proposal, offices)
    report.add(
      "wang 批准", offices.attempt("approve", ["of": .string(offices.given("officer", "rita"))], by: "wang"), offices)
    let grown = offices

    offices = grown
    report.add("wang 自己离任", offices.attempt("officer", offices.officer("wang", state: "left"), by: "wang"), offices)
    report.add("其后 li.ming 登记接任的人", offices.attempt("officer", offices.officer("zhao"), by: "li.ming"), offices)
    offices = grown
    report.add(
      "li.ming 改 wang 为离任", offices.attempt("officer", offices.officer("wang", state: "left"), by: "li.ming"), offices)
    offices = grown
    let role = offices.events.last { $0.kind == "role" && $0.body.text("officer") == "wang" }?.id ?? ""
    report.add(
      "li.ming 终止 wang 的职责", offices.attempt("end", ["of": .string(role), "why": "changed"], by: "li.ming"), offices)
    offices = grown
    offices.admit("zhao", [], by: "li.ming", "wang")
    let successor = offices.write("role", offices.role("zhao", .supervisor, "*"), by: "li.ming")
    offices.write("approve", ["of": .string(successor)], by: "wang")
    report.add(
      "先设第三名主管，再改 wang 为离任", offices.attempt("officer", offices.officer("wang", state: "left"), by: "li.ming"), offices)

    for (name, other) in [("wang", "li.ming"), ("li.ming", "wang")] {
      offices = grown
      let lost = name == "wang" ? offices.given("key", "wang") : offices.store
      report.add(
        "\(name) 的密钥遗失，\(other) 终止", offices.attempt("end", ["of": .string(lost), "why": "lost"], by: other), offices)
      let key = offices.key(name)
      report.add("\(other) 为 \(name) 登记新密钥", offices.attempt("key", key, by: other), offices)
      report.add("\(name) 登记人员", offices.attempt("officer", offices.officer("qian"), by: name), offices)
    }
  }

  private func guide(_ report: inout Report) {
    report.begin("手册所述的库")
    var offices = ofTwo()
    for (id, role) in [
      ("sue", OfficerRole.supervisor), ("sam", .supervisor), ("rita", .reviewer), ("rolf", .reviewer), ("gus", .signer),
      ("gina", .signer), ("vera", .spotCheck), ("vito", .spotCheck), ("otto", .objection), ("adam", .administrator),
    ] { offices.admit(id, [role], by: "li.ming", "wang") }
    report.add("两名根主管登记全部人员", "valid", offices)
    report.add("管理员登记人员", offices.attempt("officer", offices.officer("ruth"), by: "adam"), offices)
    report.add(
      "sue 批准", offices.attempt("approve", ["of": .string(offices.given("officer", "ruth"))], by: "sue"), offices)
    var next = offices
    report.add("sue 改 sam 为离任", next.attempt("officer", next.officer("sam", state: "left"), by: "sue"), next)
    report.add("其后 sue 登记人员", next.attempt("officer", next.officer("zhou"), by: "sue"), next)
    next = offices
    let key = next.key("rita")
    report.add(
      "rita 的密钥遗失，sue 终止",
      next.attempt("end", ["of": .string(offices.given("key", "rita")), "why": "lost"], by: "sue"), next)
    report.add("sue 为 rita 登记新密钥", next.attempt("key", key, by: "sue"), next)
    report.add("sam 批准", next.attempt("approve", ["of": .string(next.given("key", "rita"))], by: "sam"), next)
    let lent = offices.role("vera", .spotCheck).with("cases", [.string(Office.folder)])
    report.add("sue 借调 vera 办一件", offices.attempt("role", lent, by: "sue"), offices)
    report.add(
      "结束借调",
      offices.attempt(
        "end", ["of": .string(offices.events.last { $0.kind == "role" }?.id ?? ""), "why": "changed"], by: "sue"),
      offices)
  }

  private func country(_ report: inout Report) {
    report.begin("三十七个机关")
    var offices = Offices.ofTheCountry()
    #expect(offices.registry.entries.allSatisfy { $0.verdict.isValid })
    report.add("全部登记", "valid", offices)
    report.add(
      "山东一名主管改另一名为离任", offices.attempt("officer", offices.officer("b.370000", state: "left"), by: "a.370000"), offices)
    report.add("其后他登记人员", offices.attempt("officer", offices.officer("new.370000"), by: "a.370000"), offices)
    report.add(
      "根主管批准", offices.attempt("approve", ["of": .string(offices.given("officer", "new.370000"))], by: "ruth"), offices)
    report.add(
      "江苏主管给山东人员职责", offices.attempt("role", offices.role("r1.370000", .signer), by: "a.320000"), offices)
  }

  /// Seconds of this thread's own work.
  private func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }

  @Test(arguments: [false, true])
  func `The registry of thirty-seven offices is judged in a second and a half, worked on together or apart`(apart: Bool)
  {
    let offices = Offices.ofTheCountry(apart: apart)
    var registry = offices.registry
    let time = seconds { registry = offices.judgedAnew }
    print("\(offices.events.count) entries, \(apart ? "apart" : "together"): \(time) s")
    #expect(registry.entries.allSatisfy { $0.verdict.isValid })
    #expect(time < 1.5)
  }
}
