import Casework
import ScoringCore

/// The lines under a case's tabs: what of its folder does not count, at most two lines with the worst first, what the
/// officer should know of the case, why it was last returned and what a visit found while they matter, and what a machine
/// noticed of the application.
struct CaseHead {
  private let sorts: [CaseFile.UncountedSort]
  private let files: [UncountedFile]
  private let findings: [Finding]
  private let remarks: [Phrase]
  private let returned: [Phrase]
  private let exceptions: [Phrase]
  private let context: Context

  init(_ record: CaseRecord?, _ context: Context) {
    findings = record?.findings ?? []
    sorts = record?.uncounted ?? []
    files = record?.uncountedFiles ?? []
    remarks = record?.remarks ?? []
    returned = record?.returned ?? []
    exceptions = record?.exceptions ?? []
    self.context = context
  }

  private struct Line {
    var text: String
    var role: Role
    var tail = ""
  }

  /// Nothing to list.
  var isEmpty: Bool { dialog.body.isEmpty }

  /// Lines it takes; one is kept free where there is nothing to say.
  func height(_ width: Int) -> Int { max(1, lines(width).count) }

  func draw(_ grid: inout Grid, _ area: Rect) {
    for (row, line) in lines(area.width).enumerated() {
      let tail = Width.of(line.tail, context.glyphs.ambiguity)
      grid.put(line.text, area.x, area.y + row, line.role, width: area.width - (tail == 0 ? 0 : tail + 2))
      grid.putRight(line.tail, before: area.right, area.y + row, .muted, width: tail)
    }
  }

  private func lines(_ width: Int) -> [Line] {
    var lines = uncounted(width)
    if !remarks.isEmpty { lines += inTwo(told(remarks, "   ", "   "), width) }
    if let head = returned.first {
      let reasons = returned.dropFirst().map { $0 }.joined("；", "; ")
      lines.append(told([head, reasons], "：", ": "))
    }
    if !exceptions.isEmpty { lines.append(told([Self.visited, exceptions.joined("；", "; ")], "：", ": ")) }
    lines += noticed
    if let last = lines.indices.last, lines.allSatisfy(\.tail.isEmpty), !isEmpty {
      lines[last].tail = context("! 看全部", "! shows all")
    }
    return lines
  }

  private static let visited = Phrase("抽查", "Spot check")

  private func told(_ parts: [Phrase], _ zh: String, _ en: String) -> Line {
    let text = parts.map { SafeText.clean(context($0), limit: 400) }.joined(separator: context(zh, en))
    return Line(text: text, role: .undetermined)
  }

  /// How many things, the first of them, and the key that shows all.
  private var noticed: [Line] {
    guard let first = findings.first else { return [] }
    let count = context("提示 \(findings.count)  ", "\(findings.count) noticed  ")
    let text = context(first.kind.name) + context("：", ": ") + context(first.message)
    return [Line(text: count + SafeText.clean(text, limit: 400), role: .undetermined)]
  }

  private func uncounted(_ width: Int) -> [Line] {
    var lines = sorts.prefix(2).map { sort in
      Line(text: SafeText.clean(text(sort), limit: 400), role: sort.isWhole ? .muted : .error)
    }
    guard let first = lines.first else { return [] }
    let key = "!"
    let rest = sorts.count - lines.count
    let all = context("\(key) 看全部", "\(key) shows all")
    let tail = rest == 0 ? all : context("另有 \(rest) 项，\(all)", "\(rest) more; \(all)")
    let room = width - Width.of(tail, context.glyphs.ambiguity) - 2
    if lines.count == 1, Width.of(first.text, context.glyphs.ambiguity) > room {
      lines = inTwo(first, width, room)
    }
    lines[lines.count - 1].tail = tail
    return lines
  }

  /// A line over at most two, the second of which may still be cut.
  /// - Parameter room: columns of a line that stays one.
  private func inTwo(_ line: Line, _ width: Int, _ room: Int? = nil) -> [Line] {
    guard Width.of(line.text, context.glyphs.ambiguity) > room ?? width else { return [line] }
    let wrapped = TextWrap.lines(line.text, width: width, context.glyphs.ambiguity)
    let rest = wrapped.dropFirst().joined(separator: context("", " "))
    return [Line(text: wrapped[0], role: line.role), Line(text: rest, role: line.role)]
  }

  /// The reason first: a line that is cut keeps it.
  private func text(_ sort: CaseFile.UncountedSort) -> String {
    context(sort.reason) + context("：", ": ") + context(sort.names)
  }

  /// All of it, file by file.
  var dialog: Dialog {
    let lines = files.sorted { !$0.kind.isWhole && $1.kind.isWhole }.flatMap { file -> [Dialog.Line] in
      [
        .init(SafeText.clean(file.name, limit: 400), file.kind.isWhole ? .text : .error),
        .init("  " + SafeText.clean(context(file.unmet.message), limit: 800), .muted),
      ]
    }
    let noticed = findings.flatMap { finding -> [Dialog.Line] in
      [
        .init(context(finding.kind.name), .undetermined),
        .init("  " + SafeText.clean(context(finding.message), limit: 800), .text),
      ]
    }
    let titles = [
      files.isEmpty ? nil : Phrase("不算数的文件 \(files.count)", "Files that do not count: \(files.count)"),
      returned.isEmpty ? nil : Phrase("退回的理由", "Why it was returned"),
      exceptions.isEmpty ? nil : Phrase("抽查所见", "What a visit found"),
      findings.isEmpty && remarks.isEmpty
        ? nil : Phrase("提示 \(findings.count + remarks.count)", "Noticed: \(findings.count + remarks.count)"),
    ].compactMap(\.self)
    let known =
      section(returned.first, Array(returned.dropFirst()))
      + section(exceptions.isEmpty ? nil : Self.visited, exceptions)
      + remarks.map { .init(SafeText.clean(context($0), limit: 800), .undetermined) }
    return Dialog(
      id: "case.uncounted",
      title: titles.joined("，", ", "), body: lines + known + noticed, confirm: Dialog.understood)
  }

  /// A heading, and under it what belongs to it, with its line breaks.
  private func section(_ title: Phrase?, _ lines: [Phrase]) -> [Dialog.Line] {
    guard let title else { return [] }
    return [.init(SafeText.clean(context(title), limit: 400), .undetermined)]
      + lines.flatMap { EventFieldsText.lines(context($0)) }.map { .init("  " + $0) }
  }
}
