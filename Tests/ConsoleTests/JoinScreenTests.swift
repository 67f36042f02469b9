import Casework
import Crypto
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// Letting a computer in and shutting one out, at the Officers screen.
@Suite struct JoinScreenTests {
  private func model(_ registry: Registry, of officer: String = OfficeBench.founder, awaited: Phrase? = nil) -> Model {
    var rows = Builder.rows(40)
    for index in rows.indices where index % 8 == 0 { rows[index].assignee = "wang" }
    var model = Builder.model(Size(120, 40), .zh, rows: rows)
    _ = model.update(
      .session(
        Session(
          officer: officer, officerName: officer, function: Phrase("主管", "Supervisor"), authority: "370000",
          rights: registry.now, isReadOnly: awaited != nil, awaited: awaited,
          notices: RegistryNotices(registry, officer: officer, today: Builder.today))))
    return model
  }

  private func officers(_ registry: Registry, of officer: String = OfficeBench.founder) -> Model {
    var model = model(registry, of: officer)
    model.screens.append(OfficersScreen())
    _ = model.update(.officers(registry))
    return model
  }

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(key))
  }

  private func request(_ registry: Registry, _ officer: String, _ name: String, device: String = "笔记本") throws
    -> JoinRequest
  {
    let key = Curve25519.Signing.PrivateKey()
    let sign = Hexadecimal.text(key.publicKey.rawRepresentation)
    let message = KeyProof.message(officer: officer, device: device, sign: sign, seal: sign)
    return JoinRequest(
      store: registry.store, officer: officer, name: name, authority: "370000", device: device, sign: sign, seal: sign,
      proof: Hexadecimal.text(try key.signature(for: message)))
  }

  /// Pastes a request after its key, and asks to look at it.
  private func paste(_ text: String, into model: inout Model) -> [Effect] {
    _ = send(.letter("K"), &model)
    _ = model.update(.time(model.context.now + 1_000))
    _ = model.update(.paste(text))
    return send(.enter, &model)
  }

  @Test func `A pasted request is shown with its fingerprint, and proposed as officer and key`() throws {
    let registry = OfficeBench.ofTwo.registry
    var model = officers(registry)
    let request = try request(registry, "rev-c", "审核员丙")
    let effects = paste(request.text, into: &model)
    #expect(!effects.contains { $0.signs })
    for word in ["审核员丙", "rev-c", "370000", "笔记本", request.fingerprint, "已核对，提出"] {
      #expect(model.screen.contains(word), "\(word): \(model.screen)")
    }
    guard case .actInTurn(let turns)? = send(.enter, &model).first(where: { $0.signs }) else {
      Issue.record("nothing was asked for: \(model.screen)")
      return
    }
    #expect(turns.map(\.intent.action.name) == [.officer, .key] && turns.allSatisfy { $0.folder == "registry" })
    // Both are permitted, one after the other.
    var bench = OfficeBench.ofTwo
    for turn in turns {
      let place = bench.registry.situation(of: OfficeBench.founder, today: Builder.today)
      #expect(place.prepare(turn.intent.action).unmet.isEmpty)
      bench.add(turn.intent.action.name, by: OfficeBench.founder, turn.intent.action.fields)
    }
    // Who approves sees the same digits below the list and in the dialog.
    var other = officers(bench.registry, of: "wang")
    other.type(.end)
    #expect(other.screen.contains(request.fingerprint), "\(other.screen)")
    _ = send(.enter, &other)
    #expect(other.screen.contains(request.fingerprint) && other.screen.contains("核对码"))
  }

  @Test func `A second device is the key alone, by its officer`() throws {
    let registry = OfficeBench.ofTwo.registry
    var model = officers(registry, of: "wang")
    _ = paste(try request(registry, "wang", "王主管").text, into: &model)
    guard case .actInTurn(let turns)? = send(.enter, &model).first(where: { $0.signs }) else {
      Issue.record("nothing was asked for: \(model.screen)")
      return
    }
    #expect(turns.map(\.intent.action.name) == [.key])
    let place = registry.situation(of: "wang", today: Builder.today)
    #expect(place.prepare(turns[0].intent.action).unmet.isEmpty)
  }

  @Test func `What is no request to go by is said in the field`() throws {
    let registry = OfficeBench.ofTwo.registry
    let good = try request(registry, "rev-c", "审核员丙")
    var elsewhere = good
    elsewhere.store = String(repeating: "0", count: 64)
    for (text, sentence) in [
      ("你好", "这里没有加入请求"), (good.text.replacing("审核员丙", with: "审核员丁"), "与它自己的核对码不符"),
      (elsewhere.text, "另一个档案库"), (try request(registry, "wang", "另一人").text, "登记的是“王主管”"),
      (good.text.replacing("\nproof", with: "\n"), "缺 proof 一行"),
    ] {
      var model = officers(registry)
      #expect(paste(text, into: &model).filter(\.signs).isEmpty)
      #expect(model.screen.contains(sentence), "\(model.screen)")
      #expect(!model.screen.contains("已核对，提出"))
    }
  }

  @Test func `A lost device is one dialog: its key, how it went, and who gets the cases`() throws {
    var bench = OfficeBench.ofTwo
    let zhao = bench.officer("zhao", "赵审核员")
    bench.add(.approve, by: "wang", ["of": .string(zhao.id)])
    bench.role("zhao", .reviewer)
    let registry = bench.registry
    var model = officers(registry)
    model.type(.letter("1"))
    // The row of the officer whose cases are to go.
    while (model.screens.last as? OfficersScreen)?.current?.officer.id != "wang" { model.type(.down) }
    _ = send(.letter("D"), &model)
    #expect(model.screen.contains("哪台设备") && model.screen.contains("台式机") && model.screen.contains("移交给"))
    _ = send(.letter("2"), &model)
    _ = send(.tab, &model)
    // The first is whoever sits here: his own cases he takes.
    _ = send(.letter("2"), &model)
    guard case .actInTurn(let turns)? = send(.enter, &model).first(where: { $0.signs }) else {
      Issue.record("nothing was asked for: \(model.screen)")
      return
    }
    let key = try #require(registry.now.keys.first { $0.value == "wang" }.flatMap { registry.keyEvent($0.key) })
    #expect(turns[0].intent.action.fields == ["of": .string(key.id), "why": "stolen"])
    #expect(turns.count > 1 && turns.dropFirst().allSatisfy { $0.intent.action.name == .assign })
    let place = registry.situation(of: OfficeBench.founder, today: Builder.today)
    #expect(place.prepare(turns[0].intent.action).unmet.isEmpty)
    #expect(turns.dropFirst().allSatisfy { $0.intent.action.fields == ["to": "zhao"] })
  }

  @Test func `One's own device anybody may report lost, another's not`() throws {
    var bench = OfficeBench.ofTwo
    let zhao = bench.officer("zhao", "赵审核员")
    bench.add(.approve, by: "wang", ["of": .string(zhao.id)])
    let key = bench.key("zhao")
    bench.add(.approve, by: "wang", ["of": .string(key.id)])
    bench.role("zhao", .reviewer)
    for (row, isOpen) in [("zhao", true), ("wang", false)] {
      var model = officers(bench.registry)
      model.context.session.officer = "zhao"
      model.type(.letter("1"))
      while (model.screens.last as? OfficersScreen)?.current?.officer.id != row { model.type(.down) }
      _ = send(.letter("D"), &model)
      #expect(model.screen.contains("哪台设备") == isOpen, "\(row): \(model.screen)")
      #expect(!model.screen.contains("移交给"), "who supervises nobody assigns nothing")
    }
  }

  @Test func `Who waits to be admitted reads what waits for whom, and can begin nothing`() {
    let registry = OfficeBench.ofTwo.registry
    let said = Phrase("“王主管”的密钥还没有登记，只能查看：念核对码 12345", "waits: 12345")
    var model = model(registry, of: "wang", awaited: said)
    #expect(model.screen.contains("念核对码 12345"))
    model.screens.append(OfficersScreen())
    _ = model.update(.officers(registry))
    #expect(send(.letter("K"), &model).isEmpty)
    #expect(model.screen.contains("念核对码 12345"))
  }
}
