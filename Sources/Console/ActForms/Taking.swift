import Casework
import ScoringCore

/// Taking a case 领取: one question about conflicts of interest, whichever way it is asked for.
enum Taking {
  /// What taking states, and of which cases: every dialog that takes shows it.
  static func statement(_ names: [String], _ context: Context) -> [Dialog.Line] {
    let text =
      names.count > 1
      ? context(
        "领取即声明与这 \(names.count) 家企业都没有利害关系：",
        "Taking them states that you have no conflict of interest with any of the \(names.count):")
      : context("领取即声明与该企业没有利害关系：", "Taking it states that you have no conflict of interest with:")
    return [.init(text)] + names.map { .init($0, .heading) }
  }

  /// A case as it is named where it is asked about.
  static func name(_ key: CaseKey, _ context: Context) -> String {
    SafeText.clean(context.cases[key]?.name ?? "", limit: 40) + "  " + key.id
  }
}
