import ScoringCore
import StrictJSON

/// A list of a round, a file by its hash with the count of its lines.
enum FileList {
  static let fields: [Field] = [.sha("sha", "文件", "File"), .whole("count", "件数", "Cases")]

  /// What a published list says of itself.
  static let published: [Field] = [
    .object("list", "名单", "List", fields), .text("document", "文号", "Document"),
    .day("first", "第一天", "First day").optional, .day("last", "最后一天", "Last day").optional,
  ]
}
