/// From which states each kind is permitted (casework, section 4): the program's own copy of table 4.
///
/// What a kind leads to is in `Fold+Answers`; the tests hold both against the table of the standard.
enum Transitions {
  private static let open = "RC RV RT HD TS AD SC RN IN NC RR RM"
  private static let all = open + " DE MO RF WD"
  private static let rows: [(String, String)] = [
    ("assign", open), ("release", "RV RT HD TS AD SC RN IN NC RR RM"), ("conflict", all), ("note", all),
    ("letter", all), ("lodge", all), ("verify", "RV SC"), ("check", "RV SC"), ("judge", "RV"),
    ("return", "RV"), ("extend", "RT"), ("resubmit", "RT"), ("lapse", "RT"),
    ("hold", "RC RV AD SC RN NC RR"), ("resume", "HD"), ("withdraw", open), ("recommend", "RV"),
    ("sign", "TS"), ("challenge", "TS"), ("sampled", "AD"), ("order", "RV AD RN IN NC RR"),
    ("plan", "SC IN NC"), ("finding", "SC IN NC"), ("closeVisit", "SC IN NC"), ("cosign", "SC IN NC"),
    ("enterNotice", "RN"), ("extendNotice", "IN"), ("redact", all), ("acknowledge", all),
    ("investigate", all), ("answer", all), ("told", all), ("pull", "IN"), ("closeNotice", "IN"),
    ("decide", "NC"), ("forward", "NC RR"), ("ministry", "RM MO"),
    ("reopen", "AD RN NC RR DE MO RF WD"), ("settle", all), ("view", all), ("erase", all),
    ("countersign", all),
  ]
  private static let table = Dictionary(
    uniqueKeysWithValues: rows.map { kind, states in
      (kind, Set(states.split(separator: " ").compactMap { CaseState(code: String($0)) }))
    })
  /// The row of `undo`, for the newest answer to `stage`.
  static let undoStage = Set(
    "RV RT HD TS AD SC RN RR RF WD".split(separator: " ").compactMap { CaseState(code: String($0)) })

  /// `nil` for a kind that asks for no state of a case.
  static func states(_ kind: String) -> Set<CaseState>? { table[kind] }
}
