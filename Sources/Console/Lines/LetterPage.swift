package import Casework
package import ScoringCore

/// A letter or list as a page to print: its first line is the heading, the paragraph at its end the signature.
package struct LetterPage {
  private let letter: WrittenLetter
  private let language: Language

  package init(_ letter: WrittenLetter, _ language: Language) {
    self.letter = letter
    self.language = language
  }

  package var page: PrintedPage {
    var texts = letter.parts.map { part -> [String] in
      guard case .text(let text) = part else { return [] }
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let signature = Self.takeSignature(&texts)
    let heading = texts.first?.first { !Self.isBlank($0) } ?? ""
    if let index = texts.first?.firstIndex(of: heading) { texts[0].removeFirst(index + 1) }
    var body = ""
    for (index, part) in letter.parts.enumerated() {
      switch part {
      case .text: body += paragraphs(texts[index], isFirst: index == 0)
      case .list(let list): body += PrintedPage.list(list)
      }
    }
    return PrintedPage(
      title: heading, language,
      body: body + PrintedPage.lines(signature, style: "signature"), isLetter: true)
  }

  private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

  /// The paragraph at the end, taken out.
  private static func takeSignature(_ texts: inout [[String]]) -> [String] {
    guard var last = texts.popLast() else { return [] }
    while last.last.map(isBlank) == true { last.removeLast() }
    var signature: [String] = []
    while let line = last.last, !isBlank(line) {
      signature.insert(line, at: 0)
      last.removeLast()
    }
    texts.append(last)
    return signature
  }

  /// What stands under the heading until the first blank line is centred; a line set in belongs to the one before.
  private func paragraphs(_ lines: [String], isFirst: Bool) -> String {
    var lines = lines
    var body = ""
    if isFirst {
      let under = lines.prefix { !Self.isBlank($0) }
      body += PrintedPage.lines(Array(under), style: "number")
      lines.removeFirst(under.count)
    }
    var paragraphs: [[String]] = []
    for line in lines where !Self.isBlank(line) {
      if line.hasPrefix("   "), !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].append(String(line.drop(while: \.isWhitespace)))
      } else {
        paragraphs.append([line])
      }
    }
    for (index, paragraph) in paragraphs.enumerated() {
      let isAddress = isFirst && index == 0 && (paragraph[0].hasSuffix("：") || paragraph[0].hasSuffix(":"))
      body += PrintedPage.lines([paragraph[0]], style: isAddress ? "to" : "")
      body += PrintedPage.lines(Array(paragraph.dropFirst()), style: "more")
    }
    return body
  }
}
