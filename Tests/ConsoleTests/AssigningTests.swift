import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// A supervisor assigns cases: to whom, with what each has, found by typing.
@Suite struct AssigningTests {
  private func bench() -> OfficeBench {
    var bench = OfficeBench.ofTwo
    for (id, name) in [("a", "审核员甲"), ("b", "审核员乙"), ("c", "签批人丙")] {
      for entry in [bench.officer(id, name), bench.key(id)] {
        bench.add(.approve, by: "wang", ["of": .string(entry.id)])
      }
    }
    for id in ["a", "b"] { bench.role(id, .reviewer) }
    let signing = bench.role("c", .signer)
    bench.add(.approve, by: "wang", ["of": .string(signing.id)])
    return bench
  }

  private func model(of officer: String = OfficeBench.founder, size: Size = Size(100, 30)) -> Model {
    var rows = Builder.rows(20)
    for index in rows.indices { rows[index].assignee = index < 6 ? "b" : nil }
    var model = Builder.model(size, .zh, rows: rows)
    let registry = bench().registry
    let session = Session(
      officer: officer, officerName: officer, function: Phrase("主管", "Supervisor"), authority: nil,
      rights: registry.now)
    _ = model.update(.session(session))
    model.screens.append(QueueScreen(.all, model.context))
    return model
  }

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(key))
  }

  @Test func `The list has every reviewer of the place with the load, by id, and oneself cannot be chosen`() {
    var model = model()
    _ = send(.letter("F"), &model)
    let lines = model.screen.split(separator: "\n").filter { $0.contains(") ") || $0.contains(")审") }
    #expect(model.screen.contains("审核员甲") && model.screen.contains("6 件") && !model.screen.contains("签批人丙"))
    #expect(lines.count >= 2, "\(model.screen)")
    // Whoever is chosen first or last, the numbers stay.
    let before = model.screen
    _ = send(.escape, &model)
    _ = send(.letter("F"), &model)
    #expect(model.screen == before)
  }

  @Test func `Somebody is found by name or initials, and the selected cases go to him`() {
    for typed in ["shyy", "审核员乙", "b"] {
      var model = model()
      for _ in 0..<3 { _ = send(.space, &model) }
      _ = send(.letter("F"), &model)
      for scalar in typed.unicodeScalars { _ = send(.character(scalar), &model) }
      guard case .dryRun(let keys, let intent)? = send(.enter, &model).first else {
        Issue.record("nothing is foreseen: \(model.screen)")
        return
      }
      #expect(keys.count == 3 && intent.action.name == .assign && intent.action.fields == ["to": "b"], "\(typed)")
      _ = model.update(.dryRunResults(keys.map { CaseDryRun($0, refusals: []) }))
      #expect(model.screen.contains("分给 审核员乙：在办 6 →") && !model.screen.contains("没有利害关系"))
      guard case .actOnAll(let done, _)? = send(.enter, &model).first else {
        Issue.record("nothing is done")
        return
      }
      #expect(done.count == 3)
      _ = model.update(.reported(.assign, done))
      #expect(model.screen.contains("已把 3 件分给 审核员乙"))
    }
  }

  @Test func `Only a supervisor assigns`() {
    var model = model(of: "a")
    #expect(send(.letter("F"), &model).isEmpty && model.screen.contains("需要职责：主管"))
  }

  @Test func `All cases of an officer are handed over from the list of officers`() {
    var model = model()
    model.screens.append(OfficersScreen())
    _ = model.update(.officers(bench().registry))
    model.type(.letter("1"))
    let rows = (model.screens.last as? OfficersScreen)?.rows ?? []
    for _ in 0..<(rows.firstIndex { $0.officer.id == "b" } ?? 0) { model.type(.down) }
    _ = send(.letter("F"), &model)
    #expect((model.screens.last as? QueueScreen)?.marks.count == 6)
    #expect(model.screen.contains("分配 6 件") && model.screen.contains("审核员甲"))
  }
}
