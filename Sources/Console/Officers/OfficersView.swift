import Casework
import ScoringCore

extension OfficersScreen {
  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    guard let registry else {
      grid.put(context("正在读取人员登记…", "Reading the registry …"), area.x + 2, area.y + 1, .muted)
      return
    }
    let counts = [rows.count, proposals.count, registry.now.settings.count]
    TabLine(labels: Tab.allCases.map { "\(context($0.name)) \(counts[$0.rawValue])" }, here: tab.rawValue)
      .draw(&grid, area.y, area.width)
    let height = Self.height(context.size)
    let notices = notices(registry, context)
    for (line, notice) in notices.enumerated() {
      grid.put(context(notice.text), 3, area.y + 1 + line, notice.role, width: area.width - 4)
    }
    let shift = max(0, notices.count - 1)
    let list = Rect(x: 0, y: area.y + 3 + shift, width: area.width, height: height - shift)
    switch tab {
    case .officers: drawOfficers(&grid, list, context)
    case .awaiting: drawProposals(&grid, list, context)
    case .settings: drawSettings(registry, &grid, list, context)
    }
    guard count > 0, let told = detail(registry, context) else { return }
    let (y, width) = (list.bottom + 1, area.width - 4)
    let lines = told.flatMap { line in
      TextWrap.lines(line.text, width: width, grid.glyphs.ambiguity).map { Dialog.Line($0, line.role) }
    }
    grid.rule(1, list.bottom, width: area.width - 2)
    let (room, first) = (area.bottom - y, min(top, max(0, lines.count - 3)))
    for (line, text) in lines.dropFirst(first).prefix(room).enumerated() {
      grid.put(text.text, 3, y + line, text.role, width: width)
    }
    if lines.count > room {
      let shown = " J \(first + 1)-\(min(lines.count, first + room))/\(lines.count) "
      grid.putRight(shown, before: area.width - 2, list.bottom, .muted, width: 24)
    }
  }

  private func empty(_ text: Phrase, _ grid: inout Grid, _ area: Rect, _ context: Context) {
    grid.put(context(text), area.x + 3, area.y, .muted, width: area.width - 4)
  }

  private func drawOfficers(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let columns = Columns(
      [
        Column("name", Phrase("姓名", "Name"), 14, maximum: 24),
        Column("id", Phrase("编号", "Id"), 12, maximum: 20, drop: 2),
        Column("place", Phrase("机关", "Authority"), 8, maximum: 16, drop: 3),
        Column("state", Phrase("状态", "State"), 6, maximum: 8),
        Column("roles", Phrase("职责", "Roles"), 20, flexible: true),
        Column("open", Phrase("在办", "Open"), 6, right: true), Column("keys", Phrase("密钥", "Keys"), 4, right: true),
      ], x: 3, width: area.width - 4)
    for place in columns.placed { grid.put(context(place.column.head), area.y - 1, in: place, .heading) }
    for (line, index) in window.visible(rows.count, height: area.height).enumerated() {
      let row = rows[index]
      let y = area.y + line
      let isHere = index == window.cursor
      if isHere { grid.put(grid.glyphs.cursor, 0, y, .accent) }
      let plain: Role = row.officer.isActive ? .text : .muted
      for place in columns.placed {
        switch place.column.id {
        case "name": grid.put(row.officer.name, y, in: place, isHere ? .selection : plain)
        case "id": grid.put(row.officer.id, y, in: place, .muted)
        case "place":
          let name = CaseWords.shortAuthority(row.officer.authority, context.language)
          grid.put(name.isEmpty ? grid.glyphs.none : name, y, in: place, .muted)
        case "state":
          grid.put(
            row.officer.isActive ? context("在任", "active") : context("离任", "left"), y, in: place, plain)
        case "roles":
          let roles = row.roles(context.language)
          var place = place
          if !row.byOne.isEmpty {
            let mark = context(Rights.byOneWord)
            grid.putRight(mark, before: place.x + place.width, y, .undetermined, width: place.width)
            place.width -= Width.of(mark, grid.glyphs.ambiguity) + 1
          }
          grid.put(roles.isEmpty ? context("无", "none") : roles, y, in: place, plain)
        case "open": grid.put(row.open == 0 ? grid.glyphs.none : Format.grouped(row.open), y, in: place, plain)
        default:
          // Without a key nothing can be signed.
          grid.put("\(row.keys.count)", y, in: place, row.keys.isEmpty ? .undetermined : .muted)
        }
      }
    }
  }

  private func drawProposals(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    guard !proposals.isEmpty else {
      return empty(Phrase("没有等待批准的事项。", "Nothing awaits approval."), &grid, area, context)
    }
    for (line, index) in window.visible(proposals.count, height: area.height).enumerated() {
      let row = proposals[index]
      let y = area.y + line
      let isHere = index == window.cursor
      if isHere { grid.put(grid.glyphs.cursor, 0, y, .accent) }
      grid.put(row.event.on?.description ?? grid.glyphs.none, 3, y, .muted, width: 10)
      grid.put(context(row.event.act?.verb ?? row.event.title), 15, y, .muted, width: 12)
      let mark = row.isByOne ? context(Rights.byOneWord) : ""
      let room = area.width - 30 - (mark.isEmpty ? 0 : Width.of(mark, grid.glyphs.ambiguity) + 2)
      grid.put(context(row.text), 29, y, isHere ? .selection : .text, width: room)
      grid.putRight(mark, before: area.width - 1, y, .undetermined, width: 16)
    }
  }

  private func drawSettings(_ registry: Registry, _ grid: inout Grid, _ area: Rect, _ context: Context) {
    let settings = registry.now.settings
    guard !settings.isEmpty else {
      return empty(
        Phrase("没有本机关自己的设置，用程序自带的。", "The office has set nothing itself; the program's own hold."), &grid, area,
        context)
    }
    for (line, index) in window.visible(settings.count, height: area.height).enumerated() {
      let one = settings[index]
      let y = area.y + line
      let isHere = index == window.cursor
      let isInForce = registry.now.inForce(one.what, authority: one.authority, on: context.today) == one
      if isHere { grid.put(grid.glyphs.cursor, 0, y, .accent) }
      grid.put(one.from.description, 3, y, .muted, width: 10)
      grid.put(context(CodedWords.word(one.what)), 15, y, isHere ? .selection : .text, width: 18)
      grid.put(CaseWords.shortAuthority(one.authority, context.language), 35, y, width: 16)
      grid.put(
        isInForce ? context("现在生效", "in force") : context("已被替代或未到日期", "replaced, or not yet"), 53, y,
        isInForce ? .pass : .muted, width: max(0, area.width - 54))
    }
  }

  /// Who proposed it, by name and id.
  func author(of proposal: ProposalRow) -> String {
    let id = proposal.event.author
    guard let name = registry?.now.officers[id]?.name else { return id }
    return SafeText.clean(name, limit: 40) + " " + id
  }

  /// What is said of the chosen one below the list.
  private func detail(_ registry: Registry, _ context: Context) -> [Dialog.Line]? {
    switch tab {
    case .officers: current.map { detail($0, registry, context) }
    case .awaiting: proposal.map { detail($0, context) + changed($0, context) }
    case .settings: document.map { $0.whole(context) }
    }
  }

  private func detail(_ row: OfficerRow, _ registry: Registry, _ context: Context) -> [Dialog.Line] {
    let mark = "   " + context(Rights.byOneWord)
    func line(_ text: String, _ event: String?) -> Dialog.Line {
      let isByOne = event.map(row.byOne.contains) ?? false
      return .init(text + (isByOne ? mark : ""), isByOne ? .undetermined : .text)
    }
    var lines: [Dialog.Line] = []
    if row.load.late > 0 {
      lines.append(
        .init(
          context(
            "在办 \(row.load.open) 件，其中逾期 \(row.load.late) 件",
            "\(row.load.open) open cases, \(row.load.late) of them late"),
          .late))
    }
    if row.isByOne { lines.append(.init(context("任职", "Office") + mark, .undetermined)) }
    lines.append(Dialog.Line(context("职责和管辖", "Roles and jurisdictions"), .heading))
    for grant in row.grants {
      let role = TextColumns.fit(context(grant.role.name), context.language == .zh ? 12 : 20, right: false)
      lines.append(line(role + context(grant.scope.name), grant.event))
    }
    if row.grants.isEmpty { lines.append(.init(context("没有职责：只能阅读", "no role: may only read"), .muted)) }
    if registry.now.root.contains(row.officer.id) {
      lines.append(.init(context("根主管", "root supervisor"), .notice))
    }
    lines.append(.init(context("密钥", "Keys"), .heading))
    for key in row.keys {
      let device = key.device.map { SafeText.clean($0, limit: 30) } ?? context("建库时", "with the store")
      lines.append(line("\(key.sign.prefix(16))   \(device)", key.event))
    }
    if row.keys.isEmpty {
      lines.append(.init(context("没有密钥：不能签字", "no key: cannot sign"), .undetermined))
    }
    return lines
  }

  private func detail(_ row: ProposalRow, _ context: Context) -> [Dialog.Line] {
    let author = author(of: row)
    var lines: [Dialog.Line] = [
      .init(context(row.text), .heading), .init(context("提出人 \(author)", "proposed by \(author)")),
    ]
    let names = row.approvers.joined(separator: context("、", ", "))
    if row.approvers.isEmpty {
      lines.append(
        .init(
          context("现在没有人能批准：先登记另一名管辖这里的主管", "Nobody may approve it now: enter another supervisor of this place first"),
          .undetermined))
    } else {
      lines.append(.init(context("可批准 \(names)", "may be approved by \(names)")))
    }
    let effect =
      row.isByOne
      ? context("已经生效，批准后不再标“一人登记”", "It counts already; approved, it is no longer marked")
      : context("批准后生效", "It counts once approved")
    lines.append(.init(effect, .muted))
    func key(_ act: ActName) -> String {
      Command.byID[Command.ID(act)]?.keys.first?.label(context.language, context.glyphs) ?? ":"
    }
    if !row.isByOne {
      lines.append(
        .init(
          row.event.author == context.session.officer
            ? context("\(key(.end)) 撤回", "\(key(.end)) withdraws it")
            : context("\(key(.approve)) 批准，\(key(.end)) 不同意", "\(key(.approve)) approves, \(key(.end)) declines"),
          .muted))
    }
    return lines
  }

  /// What is wrong with the registry, and the keys that lead to a second supervisor.
  private func notices(_ registry: Registry, _ context: Context) -> [(text: Phrase, role: Role)] {
    guard let notices else { return [] }
    var lines: [(text: Phrase, role: Role)] = []
    if let watch = notices.watch {
      func key(_ act: ActName) -> String {
        Command.byID[Command.ID(act)]?.keys.first?.label(context.language, context.glyphs) ?? ":"
      }
      let steps =
        notices.sole == nil
        ? Phrase("：按 \(key(.root)) 用“更换根主管”改为两人", ": make it two (\(key(.root)) Root supervisors)")
        : Phrase(
          "：请登记第二名（\(key(.key)) 加入请求  \(key(.role)) 主管）",
          ": add a second (\(key(.key)) request  \(key(.role)) role)")
      lines.append((watch.joined(steps), .undetermined))
    }
    if let foreign = notices.foreign { lines.append((foreign, notices.isIncomplete ? .error : .muted)) }
    return lines
  }
}
