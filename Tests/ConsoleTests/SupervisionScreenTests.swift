import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// What the Officers screen and the Overview say of one supervisor, proposals, leavers and what does not count.
@Suite struct SupervisionScreenTests {
  private func session(_ officer: String, _ registry: Registry) -> Session {
    Session(
      officer: officer, officerName: registry.now.officers[officer]?.name ?? officer,
      function: Phrase("主管", "Supervisor"), authority: "370000", rights: registry.now,
      notices: RegistryNotices(registry, officer: officer, today: Builder.today))
  }

  private func model(
    _ registry: Registry, _ size: Size = Size(80, 24), _ language: Language = .zh,
    of officer: String = OfficeBench.founder,
    onOfficers: Bool = true
  ) -> Model {
    var rows = Builder.rows(40)
    for index in rows.indices where index % 8 == 0 { rows[index].assignee = "wang" }
    var model = Builder.model(size, language, rows: rows)
    _ = model.update(.session(session(officer, registry)))
    if onOfficers {
      model.screens.append(OfficersScreen())
      _ = model.update(.officers(registry))
    }
    return model
  }

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(key))
  }

  /// What stands in the registry's folder and is no part of it.
  private func withJunk(_ registry: Registry) -> Registry {
    var registry = registry
    registry.unreadable = [
      UncountedFile(
        name: "20260105-080000-aaaaaaaaaaaaaaaa.event.json",
        UnmetRequirement(
          .requirement, "lines", Phrase("事件文件不是两行", "The event file does not have two lines")))
    ]
    return registry
  }

  @Test func `One supervisor alone is told so, with what leads to the second`() throws {
    let registry = withJunk(OfficeBench().registry)
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        let name = "\(size.columns)-\(language.rawValue)"
        try expectScreen(model(registry, size, language).view(), "officers-sole-\(name)")
        try expectScreen(model(registry, size, language, onOfficers: false).view(), "overview-sole-\(name)")
      }
    }
  }

  @Test func `With two supervisors, or for who is none, the Overview warns of nothing`() {
    var two = OfficeBench.ofTwo
    #expect(model(two.registry, onOfficers: false).screen.contains("根主管只有"))
    two.add(.root, by: OfficeBench.founder, ["supervisors": [.string(OfficeBench.founder), "wang"], "threshold": 1])
    for text in ["一人可办一切", "根主管只有"] {
      #expect(!model(two.registry, onOfficers: false).screen.contains(text))
      #expect(!model(OfficeBench().registry, of: "nobody", onOfficers: false).screen.contains(text))
    }
  }

  @Test func `What counts by one person is marked at the officer, the role and the key`() throws {
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = model(OfficeBench.ofTwo.registry, size, language)
        model.type(.down)
        try expectScreen(model.view(), "officers-byone-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  @Test func `What counts by one person is so until somebody approves it whom its author did not make`() throws {
    var bench = OfficeBench.ofTwo
    let given = bench.registry.byOne
    #expect(given.map(\.kind) == ["officer", "key", "role"])
    bench.add(.root, by: OfficeBench.founder, ["supervisors": [.string(OfficeBench.founder), "wang"], "threshold": 1])
    // The third is of the founder's making, the fourth is not.
    for (id, proposer, second) in [("zhou", OfficeBench.founder, "wang"), ("wu", "wang", "zhou")] {
      #expect(bench.registry.approvers(of: given[0], today: Builder.today).isEmpty)
      for entry in [
        bench.officer(id, id, by: proposer), bench.key(id, by: proposer),
        bench.role(id, .supervisor, "*", by: proposer),
      ] {
        bench.add(.approve, by: second, ["of": .string(entry.id)])
      }
    }
    #expect(bench.registry.entries.allSatisfy { $0.verdict.isValid })
    var model = model(bench.registry, of: "wu")
    model.type(.letter("2"))
    #expect(model.screen.contains("待批准 3") && model.screen.contains("一人登记"))
    for entry in given {
      #expect(bench.registry.approvers(of: entry, today: Builder.today) == ["wu"])
      bench.add(.approve, by: "wu", ["of": .string(entry.id)])
    }
    #expect(bench.registry.byOne.isEmpty)
  }

  @Test func `A proposal says who proposed it, what it gives and who may approve it`() throws {
    var bench = OfficeBench.ofTwo
    bench.role("wang", .administrator)
    bench.officer("zhao", "赵审核员")
    let settings = bench.add(
      .settings, by: "wang",
      ["authority": "370000", "file": .string(CaseBench.hash(7)), "from": "2026-05-01", "what": "settings"])
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = model(bench.registry, size, language)
        model.type(.letter("2"))
        try expectScreen(model.view(), "officers-awaiting-\(size.columns)-\(language.rawValue)")
        // Nobody approves a file before what it changes is there to be seen.
        model.type(.down, .down, .down)
        #expect(send(.letter("y"), &model).isEmpty && !model.screen.contains("→"))
        _ = model.update(.settings([document(settings)]))
        try expectScreen(model.view(), "officers-difference-\(size.columns)-\(language.rawValue)")
        _ = send(.letter("y"), &model)
        try expectScreen(model.view(), "officers-approve-\(size.columns)-\(language.rawValue)")
      }
    }
    #expect(model(bench.registry, onOfficers: false).screen.contains("有 1 项等你批准"))
    #expect(model(bench.registry, of: "wang", onOfficers: false).screen.contains("有 1 项等你批准"))
  }

  private func document(_ event: Event) -> SettingsDocument {
    var document = SettingsDocument(
      id: event.id, authority: "370000", what: "settings", from: Builder.today.adding(days: 30), isProposed: true)
    document.changes = [
      FieldChange(
        name: "reviewDays", label: Phrase("审核时限", "Time for a review"),
        before: Phrase("20 个工作日", "20 working days"), after: Phrase("15 个工作日", "15 working days")),
      FieldChange(
        name: "return.zh", label: Phrase("补正通知书（中文）", "Return for correction (Chinese)"), before: nil,
        after: Phrase("补正通知书\n{{enterprise}}：", "补正通知书\n{{enterprise}}：")),
      FieldChange(
        name: "2027-01-04", label: Phrase("2027-01-04", "2027-01-04"), before: Phrase("放假", "off"), after: nil),
    ]
    return document
  }

  @Test func `A proposal is withdrawn by its author and declined by another, whoever asks`() {
    var bench = OfficeBench.ofTwo
    let proposal = bench.officer("zhao", "赵审核员")
    for (officer, why) in [(OfficeBench.founder, "withdrawn"), ("wang", "declined")] {
      var model = model(bench.registry, of: officer)
      model.type(.letter("2"))
      _ = send(.letter("x"), &model)
      guard case .actIn("registry", let intent)? = send(.enter, &model).first else {
        Issue.record("nothing was asked for: \(model.screen)")
        continue
      }
      #expect(intent.action.name == .end)
      #expect(intent.action.fields == ["of": .string(proposal.id), "why": .string(why)])
      let place = bench.registry.situation(of: officer, today: Builder.today)
      #expect(place.prepare(intent.action).unmet.isEmpty)
    }
  }

  @Test func `Who leaves is asked about in one act, with all that ends and who is left`() throws {
    let registry = OfficeBench.ofTwo.registry
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = model(registry, size, language)
        model.type(.down)
        _ = send(.letter("L"), &model)
        try expectScreen(model.view(), "officers-leave-\(size.columns)-\(language.rawValue)")
      }
    }
    var model = model(registry)
    model.type(.down)
    _ = send(.letter("L"), &model)
    guard case .actIn("registry", let intent)? = send(.enter, &model).first else {
      Issue.record("nothing was asked for: \(model.screen)")
      return
    }
    #expect(intent.action.name == .officer)
    let fields: [String: JSONValue] = ["authority": "370000", "name": "王主管", "officer": "wang", "state": "left"]
    #expect(
      Dictionary((intent.action.fields.members ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a })
        == fields)
    // Of two, nobody would be left to agree to what the one gives who ended the other: the refusal says what comes first.
    let unmet = registry.situation(of: OfficeBench.founder, today: Builder.today).prepare(intent.action).unmet
    #expect(unmet.map(\.code) == ["lastSupervisor"])
  }
}
