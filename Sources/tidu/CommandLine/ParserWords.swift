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
    (#"<subcommands?>"#, "<命令>"),
    (#"^(  \S+) \(default\)"#, "$1（默认）"),
    (#"\(default(?: as flag)?:\s+([^)]*)\)"#, "（默认 $1）"),
    (#"\(values:\s+([^;)]*);\s+default(?: as flag)?:\s+([^)]*)\)"#, "（可取 $1；默认 $2）"),
    (#"\(values:\s+([^)]*)\)"#, "（可取 $1）"),
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
    (#"Can't generate completion scripts for '([^']*)'\."#, "不能为 '$1' 生成补全脚本。"),
    (#"Can't autodetect a supported shell\."#, "认不出所用的命令行环境。"),
    (#"Please use --generate-completion-script=<shell> with one of:"#, "请写明 --generate-completion-script=<shell>，可取："),
    (#"Command '([^']*)' is not a parent of the current command\."#, "命令 '$1' 之下没有这一命令"),
    (#"position ([0-9]+)"#, "第 $1 处"),
    (#"flag ('[^']*') in ('[^']*')"#, "$2 中的 $1"),
    (#"Unknown command '([^']*)'"#, "没有命令 '$1'"),
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
    let text = commandNamed(text)
    guard language == .zh else { return text }
    return table.reduce(text) { replace($1.pattern, with: $1.chinese, in: $0) }
  }

  /// Where a command was expected, what is left over is one that does not exist.
  private static func commandNamed(_ text: String) -> String {
    guard text.contains("<subcommand>") else { return text }
    return replace(
      #"^(Error: )(?:Unexpected argument|[0-9]+ unexpected arguments:) ('[^']*').*$"#, with: "$1Unknown command $2",
      in: text)
  }

  private static func replace(_ pattern: String, with template: String, in text: String) -> String {
    guard let expression = try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines) else { return text }
    return expression.stringByReplacingMatches(
      in: text, range: NSRange(text.startIndex..., in: text), withTemplate: template)
  }
}
