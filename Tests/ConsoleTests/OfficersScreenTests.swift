import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

@Suite struct OfficersScreenTests {
  private static let hash = CaseBench.hash(9_999)

  /// A founder, an administrator's proposals, a reviewer of two cities and one who has left.
  private static func registry() -> Registry {
    var events: [Event] = []
    func add(_ kind: String, _ author: String, _ body: JSONValue, key: String = hash) {
      events.append(
        Event(
          id: CaseBench.hash(events.count + 1), key: key, at: "", author: author, body: body, folder: "registry",
          kind: kind, parents: events.last.map { [$0.id] } ?? [], registry: [], seq: events.count + 1,
          store: kind == "found" ? "" : CaseBench.hash(1)))
    }
    add(
      "found", Builder.officer,
      [
        "on": "2025-01-01", "officer": .string(Builder.officer), "name": "李",
        "key": ["sign": .string(hash), "seal": .string(hash)], "roles": ["reviewer", "supervisor"], "threshold": 1,
      ])
    for (id, name, state) in [
      ("r-a", "审核员甲", "active"), ("r-b", "名称特别长的审核岗位第二小组", "active"), ("r-c", "审核员丙", "active"),
      ("r-c", "审核员丙", "left"),
    ] {
      add(
        "officer", Builder.officer,
        [
          "on": "2025-01-02", "officer": .string(id), "name": .string(name), "authority": "370000",
          "state": .string(state),
        ])
    }
    add(
      "role", Builder.officer,
      [
        "on": "2025-01-03", "officer": "r-a", "role": "reviewer", "authority": "370000",
        "divisions": ["370100", "370200"], "tiers": ["innovative"],
      ])
    add("role", Builder.officer, ["on": "2025-01-03", "officer": "r-b", "role": "signer", "authority": "370000"])
    return Registry(events, store: events[0].id)
  }

  private func model(_ size: Size = Size(80, 24), _ language: Language = .zh) -> Model {
    var rows = Builder.rows(40)
    for index in rows.indices where index % 4 == 0 { rows[index].assignee = "r-a" }
    var model = Builder.model(size, language, rows: rows)
    model.screens.append(OfficersScreen())
    _ = model.update(.officers(Self.registry()))
    return model
  }

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(key))
  }

  @Test func `Who may do what is shown with the work on the desk`() throws {
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = model(size, language)
        model.type(.down)
        try expectScreen(model.view(), "officers-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  @Test func `Nothing to approve and no settings say so`() {
    var model = model()
    model.type(.letter("2"))
    #expect(model.screen.contains("没有等待批准的事项"))
    model.type(.letter("3"))
    #expect(model.screen.contains("用程序自带的"))
  }

  @Test func `A role is given within a jurisdiction`() {
    var model = model(Size(120, 40))
    model.type(.down)
    _ = send(.letter("r"), &model)
    #expect(model.screen.contains("r-a"))
    _ = send(.letter("2"), &model)
    for _ in 0..<2 { _ = send(.tab, &model) }
    // Found by its code, as by its name.
    model.type("370300")
    _ = send(.space, &model)
    guard case .actIn("registry", let intent)? = send(.enter, &model).first, intent.action.name == .role else {
      Issue.record("no role was asked for")
      return
    }
    let fields = intent.action.fields
    #expect(fields["role"] == "signer")
    #expect(fields["authority"] == "370000")
    #expect(fields["divisions"] == ["370300"])
    #expect(fields["tiers"] == nil)
  }

  @Test func `Only who has the right is offered the acts`() {
    var model = model()
    var session = model.context.session
    session.officer = "r-a"
    _ = model.update(.session(session))
    #expect(send(.letter("n"), &model).isEmpty)
    #expect(model.screen.contains("需要职责"))
  }

  @Test func `Enter offers what can be done and the officers cases are a queue`() {
    var model = model(Size(120, 40))
    model.type(.down)
    _ = send(.enter, &model)
    #expect(model.screen.contains("在办申报件"))
    _ = send(.letter("1"), &model)
    _ = send(.enter, &model)
    #expect(model.screens.last is QueueScreen)
  }

  @Test func `Root supervisors and their number are chosen among supervisors`() throws {
    var model = model(Size(120, 40))
    _ = model.update(.time(model.context.now + 1_000))
    #expect(model.give("act.root").isEmpty)
    #expect(model.screen.contains("现在的根主管：\(Builder.officer)") && !model.screen.contains("审核员甲  r-a  "))
    _ = model.update(.time(model.context.now + 1_000))
    // More than there are is refused in the dialog.
    _ = send(.tab, &model)
    _ = send(.control("u"), &model)
    _ = send(.letter("2"), &model)
    #expect(send(.enter, &model).isEmpty && model.screen.contains("须同意的人数应在 1 和根主管人数之间"))
    _ = send(.control("u"), &model)
    _ = send(.letter("1"), &model)
    guard case .actIn("registry", let intent)? = send(.enter, &model).first, intent.action.name == .root else {
      Issue.record("nothing was asked for: \(model.screen)")
      return
    }
    let fields = intent.action.fields
    #expect(fields == ["supervisors": [.string(Builder.officer)], "threshold": 1])
    let registry = Self.registry()
    func codes(_ fields: JSONValue) -> [String] {
      registry.situation(of: Builder.officer, today: Builder.today).prepare(Action(.root, fields)).unmet.map(\.code)
    }
    #expect(codes(fields) == [])
    #expect(codes(["supervisors": ["r-a"], "threshold": 1]) == ["rootSupervisor"])
    #expect(codes(["supervisors": [.string(Builder.officer)], "threshold": 2]) == ["threshold"])
    #expect(codes(["supervisors": [], "threshold": 1]) == ["threshold"])
  }
}
