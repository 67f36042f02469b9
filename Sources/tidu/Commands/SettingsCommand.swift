internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// What an office sets for itself, as it is named on a command line.
enum SettingsSort: String, ExpressibleByArgument, CaseIterable { case settings, letters, calendar, overlay }

/// `tidu settings`: what offices go by and what is proposed, whole and as a difference; by authority and sort.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: localized("本机关的设置、文书模板、日历、细则", "An office's settings, letters, calendar, overlay"),
    discussion: localized(
      "四种：settings 时限和规则、letters 文书模板、calendar 工作日历、overlay 省级细则。用机关代码和种类指明，不用写事件编号。\n先 tidu settings --template settings --out 设置.yaml 写出样本，改好后 propose，由另一名主管 diff 看过再 approve。",
      "Four sorts: settings, letters, calendar, overlay; named by authority and sort, never by the id of an event.\nBegin with tidu settings --template settings --out settings.yaml, change it, propose it; another supervisor looks at it with diff and approves."
    ),
    subcommands: [List.self, Show.self, Diff.self, Propose.self, Approve.self, Withdraw.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: localized("列出生效的和等待批准的", "List what is in force and what waits"),
      discussion: localized(
        "JSON 一行一份：authority、what、from、state（inForce、waits、later、replaced）、by、approvers。",
        "JSON, one an object: authority, what, from, state (inForce, waits, later, replaced), by, approvers."))

    @OptionGroup var common: CommonOptions

    @Option(
      help: ArgumentHelp(
        localized("写出这一种的带注释的样本", "Write a commented sample of this sort"),
        valueName: SettingsSort.allCases.map(\.rawValue).joined(separator: "|")))
    var template: SettingsSort?

    @Option(
      help: ArgumentHelp(localized("只看这个机关；样本写给它", "Only this authority; the sample is for it"), valueName: "code"))
    var authority: String?

    @Option(
      help: ArgumentHelp(
        localized("样本写到文件，省略为标准输出", "Write the sample to a file; else standard output"), valueName: "file"))
    var out: String?

    func run() throws {
      if let authority { try SettingsCommand.check(authority) }
      if let template {
        try FileOutput.check(out)
        return try FileOutput.write(
          Array(SettingsTemplate.text(template, authority: authority, OutputLanguage.language).utf8), to: out)
      }
      let store = try StoreAccess.open(common)
      let today = StoreAccess.today
      let (documents, registry) = try StoreAccess.withStore { () throws(StoreError) in
        (try store.settingsDocuments(today: today), try store.officers())
      }
      let listed = documents.filter { authority == nil || $0.authority == authority }
      switch common.format(whenPiped: .text) {
      case .text:
        for document in listed { Output.line(Self.line(document, registry)) }
        if listed.isEmpty {
          Output.line(localized("没有本机关自己的设置，用程序自带的", "nothing is set here; the program's own hold"))
        }
      case .json:
        for document in listed { Output.object(Self.json(document, registry)) }
      }
    }

    private static func state(_ document: SettingsDocument) -> (code: String, name: Phrase) {
      if document.isProposed { return ("waits", Phrase("待批准", "waits")) }
      if document.isInForce { return ("inForce", Phrase("现行", "in force")) }
      return document.from > StoreAccess.today
        ? ("later", Phrase("未到日期", "later")) : ("replaced", Phrase("已被替代", "replaced"))
    }

    private static func line(_ document: SettingsDocument, _ registry: Registry) -> String {
      let language = OutputLanguage.language
      let place = Authorities.shared[document.authority]?.short(language) ?? document.authority
      var parts = [
        document.authority, place, document.what, CodedWords.word(document.what)(language),
        localized("自 \(document.from) 起", "from \(document.from)"), state(document).name(language),
      ]
      if document.isProposed, let event = registry.awaiting.first(where: { $0.id == document.id }) {
        let able = registry.approvers(of: event, today: StoreAccess.today).map(registry.now.name)
        let by = registry.now.name(of: event.author)
        parts.append(
          localized(
            "\(by) 提出，可批准：\(able.isEmpty ? "无" : able.joined(separator: "、"))",
            "by \(by); may be approved by \(able.isEmpty ? "nobody" : able.joined(separator: ", "))"))
      }
      if let trouble = document.trouble { parts.append(trouble(language)) }
      return parts.map { shown($0) }.joined(separator: "  ")
    }

    private static func json(_ document: SettingsDocument, _ registry: Registry) -> JSONValue {
      var members: [JSONValue.Member] = [
        .init("authority", .string(document.authority)), .init("from", .string(document.from.description)),
        .init("state", .string(state(document).code)), .init("what", .string(document.what)),
      ]
      if document.isProposed, let event = registry.awaiting.first(where: { $0.id == document.id }) {
        members.append(.init("by", .string(event.author)))
        members.append(
          .init(
            "approvers", .array(registry.approvers(of: event, today: StoreAccess.today).map { .string($0) })))
      }
      if let trouble = document.trouble {
        members.append(.init("trouble", .string(trouble(OutputLanguage.language))))
      }
      return .object(members)
    }
  }

  /// Refuses a code that is none of an authority.
  static func check(_ authority: String) throws {
    if let unknown = UnmetRequirement.authorityUnknown(authority) {
      throw CommandError(.badInput, shown(unknown.message(OutputLanguage.language)))
    }
  }

  /// Prints a document: all its values, or what it changes.
  static func tell(_ document: SettingsDocument, changes: Bool, in format: OutputFormat) throws {
    let language = OutputLanguage.language
    if let trouble = document.trouble { throw CommandError(.storeTrouble, shown(trouble(language))) }
    switch format {
    case .text:
      guard changes else {
        for field in document.texts {
          let (label, text) = (shown(field.label(language)), field.text(language))
          guard text.contains("\n") else {
            Output.line(label + localized("：", ": ") + shown(text))
            continue
          }
          Output.line(label)
          for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            Output.line("  " + shown(String(line)))
          }
        }
        return
      }
      let notes = [document.against] + [document.warning].compactMap(\.self)
      for note in notes { Output.line(shown(note(language))) }
      let lines = document.changes.shown(language)
      for line in lines.isEmpty ? [localized("  没有不同", "  no difference")] : lines { Output.line(line) }
    case .json:
      var members: [JSONValue.Member] = [
        .init("authority", .string(document.authority)), .init("what", .string(document.what)),
        .init("from", .string(document.from.description)),
      ]
      if changes {
        members.append(.init("against", .string(document.against(language))))
        members.append(.init("changes", .array(document.changes.map { $0.json(language) })))
        if let warning = document.warning { members.append(.init("warning", .string(warning(language)))) }
      } else {
        members.append(
          .init(
            "values",
            .array(
              document.texts.map {
                [
                  "name": .string($0.name), "label": .string($0.label(language)), "text": .string($0.text(language)),
                ]
              })))
      }
      Output.object(.object(members))
    }
  }
}
