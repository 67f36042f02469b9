import ScoringCore

/// What is missing and what it would change, and the cheapest single moves: information, not advice.
package struct MissingScreen: Screen {
  let dossier: CaseDossier
  private var top = 0

  init(_ dossier: CaseDossier) { self.dossier = dossier }

  package var scopes: [Command.Scope] { [.explanation] }

  package func crumbs(_ context: Context) -> [String] {
    [dossier.name, context("缺什么", "What is missing")]
  }

  package func availability(_ command: Command.ID, _ context: Context) -> Availability {
    command == "explanation.fold" || command == "explanation.rule" ? .hidden : .yes
  }

  package mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    let height = max(1, context.size.rows - 3)
    let maximum = max(0, lines(context).count - height)
    top = command.scrolled(from: top, page: height, last: maximum)
    return []
  }

  package func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    let all = lines(context)
    let half = area.x + area.width * 11 / 20
    for (y, line) in all.dropFirst(top).prefix(area.height).enumerated() {
      let x = area.x + (line.isHeading ? 1 : 3)
      let isWhole = line.detail.isEmpty
      grid.put(
        line.text, x, area.y + y, line.isHeading ? .heading : .text,
        width: isWhole ? area.right - x - 1 : half - x - 1)
      grid.put(line.detail, half, area.y + y, line.role, width: area.right - half - 1)
    }
  }

  struct Line {
    var text: String
    var detail = ""
    var role = Role.text
    var isHeading = false
  }

  func lines(_ context: Context) -> [Line] {
    var lines = [
      Line(text: context("缺什么，补上会怎样", "What is missing, and what it would change"), isHeading: true)
    ]
    lines += dossier.missing.map { fact in
      Line(text: fact.name(context.language), detail: change(fact, context), role: .undetermined)
    }
    // What no fact would settle: figures that contradict each other, indicators that are not loaded.
    let open = BreakdownRows.open(in: dossier.current).flatMap { node in
      node.reasons.filter { $0 != .missing }.map {
        Line(text: node.name(context.language), detail: ExplainRows.sentence($0)(context.language), role: .undetermined)
      }
    }
    lines += open
    if dossier.missing.isEmpty, open.isEmpty {
      lines.append(Line(text: context("没有缺的事实", "no fact is missing"), role: .muted))
    }
    lines.append(Line(text: ""))
    lines += moves(dossier.moves, dossier.current.name, dossier.current, context)
    if let next = dossier.tier.next {
      lines.append(Line(text: ""))
      let column = dossier.columns.first { $0.kind.isNextTier }
      lines += moves(dossier.nextTierMoves, column?.title ?? next.name, column?.explanation, context)
    }
    return lines
  }

  private func change(_ fact: MissingFact, _ context: Context) -> String {
    let best = fact.best.word(context.language)
    let worst = fact.worst.word(context.language)
    let outcome =
      best == worst
      ? context("测算结果仍为\(best)", "still \(best)")
      : context("最好\(best)，最差\(worst)", "at best \(best), at worst \(worst)")
    guard let score = fact.points else { return outcome }
    return outcome + context("，总分 ", ", total ") + Format.points(score, context.glyphs)
  }

  /// The step in words; of a requirement what was found of it.
  private func step(_ move: Move, _ context: Context) -> String {
    let step = move.gain == 0 ? move.found : move.step
    return (step ?? move.step).map { context($0) } ?? context("须符合", "to be met")
  }

  /// Single changes towards a tier: those that are enough by themselves, or for the points alone, then the others.
  private func moves(_ moves: [Move], _ tier: Phrase, _ result: Explanation?, _ context: Context) -> [Line] {
    let short = result?.shortfall.flatMap { $0.maximum > 0 ? $0 : nil }
    var head = context("\(context(tier))：", "\(context(tier)): ")
    if let short {
      let figure = Format.points(short, context.glyphs)
      head += context("差 \(figure) 分；", "\(figure) points short; ")
    }
    guard !moves.isEmpty else {
      return [
        Line(text: head + context("差距最小的单项", "the cheapest single moves"), isHeading: true),
        Line(text: context("没有", "none"), role: .muted),
      ]
    }
    let closing = Set(result?.closing.map(\.id) ?? [])
    func closes(_ move: Move) -> Bool { closing.contains(move.nodeID) && move.gain >= short?.maximum ?? .max }
    let isWhole = moves.contains(where: \.suffices)
    let enough = moves.filter { isWhole ? $0.suffices : closes($0) }
    let title =
      isWhole
      ? context("以下任一项可补足", "any of these would close it")
      : enough.isEmpty
        ? context("没有单独一项可补足，差距最小的在前", "no single change closes it; the smallest gap first")
        : context("以下任一项可补足所差的分", "any of these would close the gap in points")
    var lines = [Line(text: head + title, isHeading: true)]
    lines += (enough.isEmpty ? moves : enough).map { line($0, context) }
    let others = moves.filter { !enough.contains($0) }
    if !enough.isEmpty, !others.isEmpty {
      let rest = context("其余：还不符的，或单独不够的", "The rest: what fails besides, or is not enough by itself")
      lines += [Line(text: rest, isHeading: true)] + others.map { line($0, context) }
    }
    return lines
  }

  private func line(_ move: Move, _ context: Context) -> Line {
    var detail = move.gap.map { Figures.gap($0, context.language) } ?? step(move, context)
    if move.gain > 0 { detail += "  +\(move.gain)" }
    return Line(text: move.name(context.language), detail: detail)
  }
}
