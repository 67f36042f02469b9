public import ScoringCore

/// A line of the checklist: a paper that is needed, or one that was handed in, with what officers found of it.
public struct Paper: Sendable, Hashable {
  public enum State: String, Sendable, Hashable {
    case open, ok, missing, defective, notRequired

    public var name: Phrase {
      switch self {
      case .open: Phrase("待查", "to check")
      case .ok: Phrase("齐备", "in order")
      case .missing: Phrase("缺", "missing")
      case .defective: Phrase("有缺陷", "defective")
      case .notRequired: Phrase("不要求", "not asked")
      }
    }
  }
  public enum Need: Sendable, Hashable { case required, whereTrue, extra }

  public struct Defect: Sendable, Hashable {
    public var code: DefectCode
    public var year: Int?
    public var path: String?
    /// By how much, a decimal text.
    public var by: String?
    public var text: String?
  }

  public var item: MaterialItem
  public var year: Int?
  /// As attached; `nil` where nothing was.
  public var file: String?
  public var sha: String?
  public var pages: Int?
  public var need: Need
  /// Why it is on the list.
  public var why: Phrase
  public var proves: [Fact]
  public var state: State
  public var defects: [Defect]
  public var reason: String?
  /// Two live answers differ.
  public var isContested: Bool
  /// It was settled in an earlier revision and what was handed in has changed since.
  public var toBeLookedAtAgain: Bool
  /// The event that settled it.
  public var event: String?

  /// `item:year:file`, as the question its checks answer names it.
  public var code: String { "\(item.rawValue):\(year.map(String.init) ?? ""):\(sha ?? "")" }

  /// A required paper no longer in the way of a recommendation to pass.
  public var isSettled: Bool { !isContested && (state == .ok || state == .notRequired) }
}
