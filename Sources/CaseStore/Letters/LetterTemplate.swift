import Casework
import ScoringCore

/// A template: text with `{{placeholder}}`, and `{{#rows}} … {{/rows}}` around what is repeated, or around what is left out
/// where a value is absent.
struct LetterTemplate: Sendable {
  private indirect enum Part: Sendable {
    case text(String)
    case value(String)
    case rows(String, [Part])
  }

  private let parts: [Part]

  /// - Parameters:
  ///   - file: for messages; lines count from `line`.
  init(_ text: String, file: String, line: Int = 1) throws(StoreError) {
    var open: [(name: String, parts: [Part])] = [("", [])]
    var number = line
    func wrong(_ zh: String, _ en: String) -> StoreError {
      StoreError(.settings, file, Phrase("\(file):\(number)：\(zh)", "\(file):\(number): \(en)"))
    }
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      number += rest[..<start.lowerBound].count { $0 == "\n" }
      open[open.count - 1].parts.append(.text(String(rest[..<start.lowerBound])))
      guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
        throw wrong("{{ 没有对应的 }}", "{{ without }}")
      }
      var name = String(rest[start.upperBound..<end.lowerBound])
      rest = rest[end.upperBound...]
      let mark = name.first == "#" || name.first == "/" ? name.removeFirst() : " "
      guard LetterPlaceholder(rawValue: name) != nil else {
        throw wrong("没有名为 \(name) 的占位符", "there is no placeholder \(name)")
      }
      switch mark {
      case "#": open.append((name, []))
      case "/":
        guard open.count > 1, let block = open.popLast(), block.name == name else {
          throw wrong("{{/\(name)}} 与开头不配", "{{/\(name)}} closes nothing")
        }
        open[open.count - 1].parts.append(.rows(name, block.parts))
      default: open[open.count - 1].parts.append(.value(name))
      }
    }
    guard open.count == 1 else { throw wrong("{{#\(open[1].name)}} 没有结束", "{{#\(open[1].name)}} is not closed") }
    open[0].parts.append(.text(String(rest)))
    parts = open[0].parts
  }

  /// The letter in one language, with `WrittenLetter.mark` where the list stands; control characters from files become blanks.
  func text(_ model: LetterModel, _ language: Language) -> String {
    Self.text(parts, model.values, model.rows, language)
  }

  private static func text(
    _ parts: [Part], _ values: [String: Phrase], _ rows: [String: [[String: Phrase]]], _ language: Language
  ) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(LetterPlaceholder.list.rawValue): String(WrittenLetter.mark)
      case .value(let name):
        plain(values[name]?(language) ?? "", keepsLines: LetterPlaceholder(rawValue: name)?.keepsLines ?? false)
      case .rows(let name, let inner):
        (rows[name] ?? ((values[name]?(language) ?? "").isEmpty ? [] : [[:]])).map {
          text(inner, values.merging($0) { $1 }, [:], language)
        }.joined()
      }
    }.joined()
  }

  /// - Parameter keepsLines: a line that follows is set in by three blanks, so that it cannot be taken for one of the
  ///   letter's own.
  private static func plain(_ text: String, keepsLines: Bool) -> String {
    guard !keepsLines else {
      return text.split(whereSeparator: \.isNewline).map { plain(String($0), keepsLines: false) }
        .joined(separator: "\n   ")
    }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: safe.append(" ")
      case .format: break
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }
}
