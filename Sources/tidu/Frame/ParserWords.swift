internal import Foundation
internal import ScoringCore

/// The fixed words of the argument parser, in Chinese. They are not for a program to set, so they are replaced in
/// the text it makes, in this one place.
enum ParserWords {
  /// Patterns of whole phrases; `$1` … stand for what the parser put in.
  static let table: [(pattern: String, chinese: String)] = [
    (#"^OVERVIEW: "#, "概述："),
    (#"^USAGE: "#, "用法："),
    (#"^Usage: "#, "用法："),
    (#"^Help:  "#, "说明："),
    (#"^ARGUMENTS:"#, "参数："),
    (#"^OPTIONS:"#, "选项："),
    (#"^SUBCOMMANDS:"#, "命令："),
    (#"^Error: "#, "错误："),
    (#"<options>"#, "<选项>"),
    (#"<subcommand>"#, "<命令>"),
    (#"\(default: ([^)]*)\)"#, "（默认 $1）"),
    (#"\(values: ([^;)]*); default: ([^)]*)\)"#, "（可取 $1；默认 $2）"),
    (#"\(values: ([^)]*)\)"#, "（可取 $1）"),
    (#"Show help information\."#, "显示帮助"),
    (#"Show subcommand help information\."#, "显示命令的帮助"),
    (#"Show the version\."#, "显示版本"),
    (#"  See '([^']*)' for detailed help\."#, "  '$1' 给出详细帮助"),
    (#"  See '([^']*)' for more information\."#, "  '$1' 给出更多说明"),
    (#"Missing expected argument '([^']*)'"#, "缺少参数 '$1'"),
    (#"Missing one of: (.*)"#, "缺少其中之一：$1"),
    (#"Missing value for '([^']*)'"#, "'$1' 缺少取值"),
    (#"Unknown option '([^']*)'\. Did you mean '([^']*)'\?"#, "没有选项 '$1'，是否要用 '$2'？"),
    (#"Unknown option '([^']*)'"#, "没有选项 '$1'"),
    (#"Invalid option: (\S+)"#, "选项写法不对：$1"),
    (#"Missing required subcommand\."#, "缺少命令"),
    (#"Unexpected argument '([^']*)'"#, "多出参数 '$1'"),
    (#"([0-9]+) unexpected arguments: (.*)"#, "多出 $1 个参数：$2"),
    (#"The value '([^']*)' is invalid for '([^']*)'"#, "'$2' 不能取 '$1'"),
    (#"The value '([^']*)' is invalid\."#, "不能取 '$1'。"),
    (#"\. Please provide one of the following:"#, "。可取："),
    (#"\. Please provide one of (.*)\."#, "。可取 $1。"),
    (#"' and '"#, "' 和 '"),
    (#"' or '"#, "' 或 '"),
    (#"The option '([^']*)' does not take any value, but '([^']*)' was specified\."#, "选项 '$1' 不带取值，却给了 '$2'"),
    (#"Value to be set with (.*) had already been set with (.*)"#, "$2 已经给过，不能再给 $1"),
    (#"flag '([^']*)'"#, "'$1'"),
  ]

  /// `text` with the parser's words in `language`.
  static func render(_ text: String, in language: Language) -> String {
    guard language == .zh else { return text }
    var result = text
    for (pattern, chinese) in table {
      guard let expression = try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines) else { continue }
      result = expression.stringByReplacingMatches(
        in: result, range: NSRange(result.startIndex..., in: result), withTemplate: chinese)
    }
    return result
  }
}
