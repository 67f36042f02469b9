import Casework
import ScoringCore
import StrictJSON

/// Who may do what: officers with their keys, roles and work; what awaits approval; what the office goes by.
struct OfficersScreen: Screen {
  enum Tab: Int, Sendable, CaseIterable {
    case officers, awaiting, settings

    var name: Phrase {
      switch self {
      case .officers: Phrase("人员", "Officers")
      case .awaiting: Phrase("待批准", "To approve")
      case .settings: Phrase("生效的设置", "In force")
      }
    }
  }

  /// `nil` while it is read.
  private(set) var registry: Registry?
  var tab = Tab.officers
  private(set) var rows: [OfficerRow] = []
  private(set) var proposals: [ProposalRow] = []
  /// What the office goes by and what is proposed, in words, by event.
  private(set) var documents: [String: SettingsDocument] = [:]
  /// What is wrong with the registry.
  private(set) var notices: RegistryNotices?
  private(set) var window = ListWindow()
  /// First line shown of what is said of the chosen one.
  private(set) var top = 0

  var scopes: [Command.Scope] { [.officers] }
  var draftPlace: String { "registry" }

  func crumbs(_ context: Context) -> [String] { [context("人员和权限", "Officers")] }

  var count: Int {
    switch tab {
    case .officers: rows.count
    case .awaiting: proposals.count
    case .settings: registry?.now.settings.count ?? 0
    }
  }

  var current: OfficerRow? {
    tab == .officers && rows.indices.contains(window.cursor) ? rows[window.cursor] : nil
  }

  var proposal: ProposalRow? {
    tab == .awaiting && proposals.indices.contains(window.cursor) ? proposals[window.cursor] : nil
  }

  /// What is in force under the cursor; `nil` while it is read.
  var document: SettingsDocument? {
    guard tab == .settings, let settings = registry?.now.settings, settings.indices.contains(window.cursor) else {
      return nil
    }
    return documents[settings[window.cursor].event]
  }

  func availability(_ command: Command.ID, _ context: Context) -> Availability {
    guard let registry else { return .no(Phrase("正在读入", "still being read")) }
    switch command {
    case "officers.open": return count == 0 ? .no(Phrase("这里没有可打开的", "there is nothing to open")) : .yes
    case "officers.cases": return current == nil ? .no(Phrase("先选一名人员", "choose an officer first")) : .yes
    case "officers.leave": return availability(of: .officer, registry, context)
    case "officers.lost":
      guard let current else { return .no(Phrase("先选一名人员", "choose an officer first")) }
      if current.keys.isEmpty { return .no(Phrase("没有生效的密钥", "there is no key in force")) }
      if context.session.isReadOnly { return .readOnly(context.session) }
      // One's own key one may end without a role.
      guard let key = current.keys.lazy.compactMap({ registry.keyEvent($0.sign) }).first else { return .yes }
      let action = Action(.end, ["of": .string(key.id), "why": "lost"])
      return .unmet(registry.permitted(action, by: context.session.officer, today: context.today).map(\.message))
    case "officers.handOver":
      if current?.open == 0 { return .no(Phrase("手上没有在办的申报件", "no case is assigned to this officer")) }
      return current == nil ? .no(Phrase("先选一名人员", "choose an officer first")) : Assigning.availability(context)
    default: break
    }
    return command.act.map { availability(of: $0, registry, context) } ?? .yes
  }

  private func availability(of act: ActName, _ registry: Registry, _ context: Context) -> Availability {
    if context.session.isReadOnly { return .readOnly(context.session) }
    var action = Action(act)
    if let proposal, act == .approve || act == .end {
      if proposal.isByOne, act == .end {
        return .no(Phrase("已经生效：在“人员”里终止", "it counts already: end it under Officers"))
      }
      action = Action(act, subject(of: act, context))
    }
    let unmet = registry.permitted(action, by: context.session.officer, today: context.today)
    guard unmet.isEmpty else { return .unmet(unmet.map(\.message)) }
    switch act {
    case .approve where proposal == nil:
      return .no(Phrase("先在“待批准”里选一项", "choose one under To approve first"))
    case .approve where proposal?.event.act == .settings && documents[proposal?.event.id ?? ""] == nil:
      return .no(Self.reading)
    case .role: return current == nil ? .no(Phrase("先选一名人员", "choose an officer first")) : .yes
    case .end where proposal == nil && current == nil:
      return .no(Phrase("先选一名人员或一项提议", "choose an officer or a proposal first"))
    default: return .yes
    }
  }

  /// What the cursor states of an act: the proposal, and whether its author takes it back or another declines it.
  func subject(of act: ActName, _ context: Context) -> JSONValue {
    guard let proposal else { return [:] }
    let of = JSONValue.string(proposal.event.id)
    if act == .approve { return ["of": of] }
    guard act == .end else { return [:] }
    return ["of": of, "why": proposal.event.author == context.session.officer ? "withdrawn" : "declined"]
  }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    window.fit(count: count, height: Self.height(context.size))
    switch command {
    case "officers.open": return open(context)
    case "officers.cases":
      guard let current else { return [] }
      // By name where that is one word and no other has it.
      let (id, name) = (current.officer.id, context.session.name(of: current.officer.id))
      let isOne = name == current.officer.name && !name.contains(" ")
      let filter = context("审核员:", "assignee:") + (isOne ? name : id)
      return [.push(QueueScreen(.all, context, filter: filter))]
    case "officers.nextTab", "officers.previousTab":
      let step = command == "officers.nextTab" ? 1 : Tab.allCases.count - 1
      turn(to: Tab.allCases[(tab.rawValue + step) % Tab.allCases.count])
    case "officers.leave": return askLeaving(context)
    case "officers.handOver": return handOver(context)
    case "officers.lost": return askLost(context)
    case "officers.scrollDown": top += 3
    case "officers.scrollUp": top = max(0, top - 3)
    default:
      if let key = Key.movement(command) {
        _ = window.move(key, count: count)
        top = 0
      } else if let act = command.act {
        return ask(act, context)
      }
    }
    return []
  }

  private mutating func turn(to tab: Tab) {
    self.tab = tab
    window = ListWindow()
    top = 0
  }

  /// Enter offers what can be done with the chosen one.
  private func open(_ context: Context) -> [Step] {
    switch tab {
    case .settings:
      guard let document else { return [] }
      let office = CaseWords.authority(document.authority, context.language)
      let from = context("自 \(document.from) 起", "from \(document.from)")
      return [
        .ask(
          Dialog(
            id: "officers.document", title: CodedWords.word(document.what),
            body: [.init("\(office)  \(from)", .heading)] + document.whole(context) + [.init("")]
              + document.changed(context), confirm: Dialog.understood))
      ]
    case .awaiting:
      let isOwn = proposal?.event.author == context.session.officer
      return [.run(Command.ID(isOwn && proposal?.isByOne == false ? .end : .approve))]
    case .officers:
      guard let current else { return [] }
      let kinds: [Command.ID] = [
        "officers.cases", "officers.handOver", Command.ID(.role), Command.ID(.end), "officers.lost", "officers.leave",
        Command.ID(.key),
      ]
      let options = kinds.compactMap { id -> Form.Option? in
        guard let command = Command.officers.first(where: { $0.id == id }) else { return nil }
        let whyNot: Phrase? = if case .no(let reason) = availability(id, context) { reason } else { nil }
        return Form.Option(id.rawValue, command.name, whyNot: whyNot)
      }
      let name = SafeText.clean(current.officer.name, limit: 40)
      return [.ask(.menu(id: "officers.menu", title: Phrase(name, name), options))]
    }
  }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .officers(let registry):
      let isFirst = self.registry == nil
      self.registry = registry
      refill(context)
      // Whoever has something to approve is led to it.
      if isFirst, tab == .officers, notices?.toApprove ?? 0 > 0 { turn(to: .awaiting) }
    case .settings(let documents):
      self.documents = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    case .summaries, .changed, .session: if registry != nil { refill(context) }
    case .key(let key): if let tab = key.choice.flatMap(Tab.init(rawValue:)) { turn(to: tab) }
    default: break
    }
    return []
  }

  private mutating func refill(_ context: Context) {
    guard let registry else { return }
    let loads = context.cases.loads
    let before = current?.officer.id
    let byOne = registry.byOne
    rows = registry.now.officers.values.map {
      OfficerRow($0, registry, load: loads[$0.id] ?? OfficerLoad(), byOne: byOne)
    }.sorted {
      ($0.officer.isActive ? 0 : 1, $0.officer.authority, $0.officer.id)
        < ($1.officer.isActive ? 0 : 1, $1.officer.authority, $1.officer.id)
    }
    proposals =
      registry.awaiting.map { ProposalRow($0, registry, isByOne: false, today: context.today) }
      + byOne.map { ProposalRow($0, registry, isByOne: true, today: context.today) }.filter { !$0.approvers.isEmpty }
    notices = RegistryNotices(registry, officer: context.session.officer, today: context.today)
    let place = before.flatMap { id in rows.firstIndex { $0.officer.id == id } }
    window.move(to: place ?? window.cursor, count: count)
  }

  static func height(_ size: Size) -> Int { max(3, (size.rows - 3) * 2 / 5) }
}
