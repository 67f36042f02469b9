public import ScoringCore
import StrictJSON

/// A line of a case's timeline.
public struct TimelineEntry: Sendable, Hashable, Identifiable {
  public var entry: Entry
  /// What was done, in one line. Text that officers or enterprises wrote is in it: unsafe to draw before it is made safe.
  public var line: Phrase
  /// False for an answer that a later one has replaced, and for what has no effect.
  public var isLive: Bool

  public var id: String { entry.id }
}

extension CaseFile {
  /// Everything that happened, in causal order.
  public var timeline: [TimelineEntry] { history.timeline }
}

extension History {
  /// Everything that happened in the folder, in causal order.
  public var timeline: [TimelineEntry] {
    entries.map { entry in
      let given = fold.answers[entry.id] ?? []
      let isLive =
        entry.verdict.isValid
        && (given.isEmpty
          || given.contains { question, answer in fold.liveAnswers(question).contains { $0.id == answer.id } })
      return TimelineEntry(entry: entry, line: Timeline.line(entry.event, fold), isLive: isLive)
    }
  }
}

enum Timeline {
  static func line(_ event: Event, _ fold: Fold) -> Phrase {
    let name = Kind.named(event.kind)?.title ?? Phrase(event.kind, event.kind)
    let detail = detail(event, fold)
    guard !detail.zh.isEmpty else { return name }
    return Phrase("\(name.zh)：\(detail.zh)", "\(name.en): \(detail.en)")
  }

  private static func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let body = event.body
    func same(_ text: String?) -> Phrase { Phrase(text ?? "", text ?? "") }
    switch event.kind {
    case "assign": return same(body.text("to"))
    case "conflict": return same(body.text("officer"))
    case "update":
      let year = body.number("year").map(String.init) ?? ""
      return body.text("state") == "missed"
        ? Phrase("\(year) 未更新", "\(year) missed") : Phrase("\(year) 已更新", "\(year) done")
    case "registerTitle": return same(body.text("number") ?? body.text("name"))
    case "verify":
      let name = FactPath(body.text("path") ?? "")?.name ?? same(body.text("path"))
      if body.text("how") == "accepted" {
        return Phrase("\(name.zh)，按申报采信", "\(name.en), accepted as declared")
      }
      let (declared, value) = (text(body["declared"]), text(body["value"]))
      return Phrase("\(name.zh) \(declared.zh) → \(value.zh)", "\(name.en) \(declared.en) → \(value.en)")
    case "check":
      let name = MaterialItem(rawValue: body.text("item") ?? "")?.name ?? same(body.text("item"))
      let state = state(body.text("state"))
      let year = body.number("year").map { " \($0)" } ?? ""
      return Phrase("\(name.zh)\(year)，\(state.zh)", "\(name.en)\(year), \(state.en)")
    case "finding":
      let name = FactPath(body.text("item") ?? "")?.name ?? same(body.text("item"))
      let state = seen(body.text("state"))
      return Phrase("\(name.zh)，\(state.zh)", "\(name.en), \(state.en)")
    case "return":
      let days = body.text("due") ?? ""
      let count = body.list("reasons").count
      return Phrase("\(count) 条理由，限 \(days)", "\(count) reasons, due \(days)")
    case "recommend", "answer", "decide", "ministry", "judge": return outcome(body.text("outcome"))
    case "enterNotice": return same("\(body.text("first") ?? "") – \(body.text("last") ?? "")")
    case "extend": return same(body.text("due"))
    case "extendNotice": return same(body.text("last"))
    case "lodge":
      switch body.text("as") {
      case "objection": return Phrase("异议", "objection")
      case "report": return Phrase("举报", "report")
      default: return Phrase("线索", "lead")
      }
    case "sampled": return body["drawn"]?.bool == true ? Phrase("抽中", "drawn") : Phrase("未抽中", "not drawn")
    case "plan": return same(body.texts("officers").joined(separator: "、"))
    case "undo":
      guard let undone = fold.event(body.text("of") ?? "") else { return same(body.text("reason")) }
      let name = Kind.named(undone.kind)?.title ?? same(undone.kind)
      return Phrase("\(name.zh)（\(body.text("reason") ?? "")）", "\(name.en) (\(body.text("reason") ?? ""))")
    default: return same(body.text("reason") ?? body.text("text"))
    }
  }

  private static func text(_ value: JSONValue?) -> Phrase {
    switch value ?? .null {
    case .null: return Phrase("未填", "not stated")
    case .string(let text): return Phrase(text, text)
    case .bool(let flag): return flag ? Phrase("是", "yes") : Phrase("否", "no")
    case .object, .array: return Phrase("一项", "an item")
    case let other:
      let text = String(decoding: other.canonicalBytes, as: UTF8.self)
      return Phrase(text, text)
    }
  }

  private static func state(_ code: String?) -> Phrase {
    switch code {
    case "ok": Phrase("齐备", "in order")
    case "missing": Phrase("缺件", "missing")
    case "defective": Phrase("有缺陷", "defective")
    default: Phrase("不要求", "not required")
    }
  }

  private static func seen(_ code: String?) -> Phrase {
    switch code {
    case "asDeclared": Phrase("与申报一致", "as declared")
    case "differs": Phrase("与申报不一致", "differs")
    default: Phrase("未见到", "not seen")
    }
  }

  private static func outcome(_ code: String?) -> Phrase {
    switch code {
    case "pass": Phrase("建议通过", "to pass")
    case "refuse": Phrase("建议不予认定", "to refuse")
    case "recognise", "recognised": Phrase("予以认定", "recognised")
    case "refused": Phrase("不予认定", "refused")
    case "returned": Phrase("退回", "returned")
    case "meets": Phrase("符合", "meets")
    case "fails": Phrase("不符", "fails")
    case "upheld": Phrase("成立", "upheld")
    case "partly": Phrase("部分成立", "partly upheld")
    case "dismissed": Phrase("不成立", "dismissed")
    case "withdrawn": Phrase("异议人撤回", "withdrawn by the objector")
    default: Phrase(code ?? "", code ?? "")
    }
  }
}
