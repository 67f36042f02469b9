import ScoringCore
import StrictJSON

/// A list of a round, a file by its hash with the count of its lines.
package enum FileList {
  static let fields: [Field] = [.sha("sha", "文件", "File"), .whole("count", "件数", "Cases")]

  /// What a published list says of itself.
  static let published: [Field] = [
    .object("list", "名单", "List", fields), .line("document", "文号", "Document"),
    .day("first", "第一天", "First day").optional, .day("last", "最后一天", "Last day").optional,
  ]

  /// The act that enters a case by each sort of list, and the field by which it names the list.
  private static let entries: [ActName: (act: ActName, field: String)] = [
    .notice: (.enterNotice, "notice"), .forwardList: (.forward, "list"), .draw: (.drawResult, "draw"),
    // An announcement is named by its document.
    .announce: (.decide, "document"),
  ]

  /// What the events that enter its cases have in common; `nil` for an event that is no such list.
  package static func entry(of list: Event) -> String? {
    guard let act = list.act, let entry = entries[act] else { return nil }
    return key(entry.act, list.act == .announce ? list.body.text("document") ?? "" : list.id)
  }

  /// The list by which an event enters its case, as `entry(of:)` has it.
  package static func entry(by event: Event) -> String? {
    guard let act = event.act, let entry = entries.values.first(where: { $0.act == act }) else { return nil }
    return event.body.text(entry.field).map { key(act, $0) }
  }

  /// The id of the list by which an event enters its case; `nil` where its document names it, or none does.
  package static func id(by event: Event) -> String? {
    guard event.act != .decide, let act = event.act, let entry = entries.values.first(where: { $0.act == act }) else {
      return nil
    }
    return event.body.text(entry.field)
  }

  private static func key(_ act: ActName, _ value: String) -> String { "\(act.rawValue) \(value)" }
}
