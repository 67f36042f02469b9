internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// `tidu show CASE`: one case whole, for the archive or a program.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("显示一件的全部", "Show a case whole"),
      discussion: say(
        "结论、申报的事实、疑点、材料和经过。",
        "The verdict, the facts as declared, what was noticed, papers, and what happened."))
  }

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      say("申报文件，或档案库中案件的编号", "An application file, or a case of the store by its id"), valueName: "case"))
  var name: String

  func run() throws {
    let opened = try CaseArgument.open(name, common)
    let events = try history()
    do throws(EditionError) {
      switch common.format(whenPiped: .text) {
      case .text: try print(opened, events)
      case .json: try write(opened, events)
      }
    } catch {
      throw error.complaint
    }
  }

  /// The events on file; none for a file that is no case yet.
  private func history() throws -> [EventFile] {
    guard name != "-", !FileManager.default.fileExists(atPath: name) else { return [] }
    let store = try StoreAccess.open(common)
    let key = try CaseArgument.key(name, in: store)
    return try StoreAccess.told { () throws(StoreError) in try store.storedCase(key)?.events.events ?? [] }
  }

  private func print(_ opened: OpenedCase, _ events: [EventFile]) throws(EditionError) {
    let language = Speech.language
    let application = opened.declared
    var lines = try CaseText(opened, by: .shared, language).verdict
    func part(_ heading: String, _ rows: [String]) {
      guard !rows.isEmpty else { return }
      lines += ["", heading] + rows.map { "  " + $0 }
    }
    let enterprise = application.enterprise
    part(
      say("企业", "Enterprise"),
      [
        say("名称  ", "name  ") + shown(enterprise.name),
        say("统一社会信用代码  ", "credit code  ") + enterprise.creditCode,
        say("行业代码  ", "industry  ") + enterprise.industryCode,
        say("成立  ", "registered  ") + enterprise.registered.description,
        say("提交  ", "submitted  ") + application.submitted.description,
      ])
    part(
      say("申报的事实", "Facts as declared"),
      application.factPaths.compactMap { path in
        if case .local(let key) = path { return local(key, of: application) }
        return application.value(at: path).map { "\(path.name(language))  \(shown($0.text(language)))" }
      })
    part(
      say("疑点", "What was noticed"),
      application.findings(by: .shared).map { shown($0.message(language)) })
    part(
      say("材料", "Papers"),
      application.materials.map { paper in
        [
          paper.item.name(language), paper.year.map(String.init), paper.file.map(shown),
          paper.pages.map { say("\($0) 页", "\($0) pages") },
        ].compactMap(\.self).joined(separator: "  ")
      })
    part(
      say("经过", "What happened"),
      events.map { event in
        let body = event.payload["body"]
        return [
          body?["on"]?.string ?? "", event.kind, event.payload["author"]?.string ?? "",
          String(event.id.prefix(12)),
        ].map(shown).joined(separator: "  ")
      })
    Output.line(lines.joined(separator: "\n"))
  }

  /// A fact of the province, by the names its rules give it.
  private func local(_ key: String, of application: Application) -> String? {
    guard let values = application.local(key),
      let edition = try? Standard.shared.editionFor(
        tier: application.tier, type: application.type, submitted: application.submitted)
    else { return nil }
    let declared = Standard.shared.localFacts(
      authority: application.authority, edition: edition, tier: application.tier,
      submitted: application.submitted)
    guard let fact = declared.first(where: { $0.key == key }) else { return nil }
    let names = fact.choices.filter { values.contains($0.key) }.map { $0.name(Speech.language) }
    return "\(fact.name(Speech.language))  "
      + (names.isEmpty ? say("无", "none") : names.joined(separator: say("、", ", ")))
  }

  private func write(_ opened: OpenedCase, _ events: [EventFile]) throws(EditionError) {
    var json = JSONWriter()
    json.beginObject()
    json.text("case", opened.declared.id)
    json.number("revision", opened.revision)
    json.key("application")
    opened.declared.write(to: &json)
    json.key("assessment")
    try Standard.shared.assess(opened.current).write(to: &json, digest: Standard.shared.digest)
    json.array("findings", opened.declared.findings(by: .shared)) { finding, json in
      json.beginObject()
      json.text("code", finding.code.rawValue)
      json.text("message", finding.message(Speech.language))
      json.list("paths", finding.paths)
      json.endObject()
    }
    json.array("events", events) { event, json in
      json.beginObject()
      json.text("id", event.id)
      json.text("key", event.key)
      json.key("payload")
      json.canonical(event.payload)
      json.endObject()
    }
    json.endObject()
    json.newline()
    Output.write(json.bytes)
  }
}
