internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import ConsoleHost
internal import ScoringCore
internal import StrictJSON

/// `tidu officers`: who may do what, who has how much, and what waits; the acts of the registry by names.
struct OfficersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "officers",
    abstract: localized("人员、职责、密钥和待批准的事项", "Officers, roles, keys, and what awaits approval"),
    discussion: localized(
      "人员用编号或姓名指明，不用写事件编号。",
      "Officers are named by id or name; nobody types the id of an event."),
    subcommands: [
      List.self, Add.self, Role.self, Approve.self, Withdraw.self, HandOver.self, Lost.self, End.self, Leave.self,
      Root.self,
    ], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: localized("列出人员", "List them"),
      discussion: localized(
        "每名人员一行，下面是职责、管辖和等待批准的事项。JSON 一行一人：officer、name、authority、state（active、left、proposed）、root、roles、keys、open、late、pending。",
        "A line an officer, below it roles, jurisdictions and what waits. JSON, one an object: officer, name, authority, state (active, left, proposed), root, roles, keys, open, late, pending."
      ))

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try StoreAccess.open(common)
      let session = try HostSession.session(of: store, on: StoreAccess.today, StoreAccess.officer(common))
      let standard = try StoreAccess.standard(of: store)
      let (changes, registry) = try StoreAccess.withStore { () throws(StoreError) in
        (try store.refresh(standard), try store.officers())
      }
      let text = OfficersText(
        store.loadSummaries(standard), registry, session: session, today: StoreAccess.today, OutputLanguage.language)
      switch common.format(whenPiped: .text) {
      case .text: Output.line(text.lines.joined(separator: "\n"))
      case .json:
        var json = JSONWriter()
        for row in text.rows { row.write(to: &json, registry) }
        Output.write(json.bytes)
      }
      for sentence in changes.sentences { Output.printError(shown(sentence(OutputLanguage.language))) }
      Output.tell(registry.uncountedByPath)
      if !changes.isWhole || !registry.incomplete.isEmpty { throw Status.storeTrouble.code }
    }
  }
}

extension OfficersText.Row {
  /// One object a line; lists are always there.
  fileprivate func write(to json: inout JSONWriter, _ registry: Registry) {
    json.beginObject()
    json.text("officer", officer.id)
    json.text("name", officer.name)
    json.text("authority", officer.authority.isEmpty ? nil : officer.authority)
    json.text("state", isProposed ? "proposed" : officer.isActive ? "active" : "left")
    json.key("root")
    json.bool(isRoot)
    json.whole("roles", grants) { grant, json in
      json.beginObject()
      json.text("role", grant.role.rawValue)
      json.text("authority", grant.scope.authority)
      if let divisions = grant.scope.divisions { json.list("divisions", divisions) }
      if let tiers = grant.scope.tiers { json.list("tiers", tiers.map(\.rawValue)) }
      if let cases = grant.scope.cases { json.list("cases", cases) }
      json.flag("byOne", registry.now.byOne.contains(grant.event))
      json.endObject()
    }
    json.whole("keys", keys) { key, json in
      json.beginObject()
      json.text("sign", key.sign)
      json.text("device", key.device)
      json.endObject()
    }
    json.number("open", load.open)
    json.number("late", load.late)
    json.whole("pending", pending) { event, json in
      json.beginObject()
      json.text("act", event.kind)
      json.text("text", registry.said(by: event)(OutputLanguage.language))
      json.text("by", event.author)
      json.text("on", event.on?.description)
      json.list("approvers", registry.approvers(of: event, today: StoreAccess.today))
      json.endObject()
    }
    json.endObject()
    json.newline()
  }
}
