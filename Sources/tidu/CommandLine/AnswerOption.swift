internal import ArgumentParser
internal import Casework
internal import ScoringCore

/// Answers given beforehand to what a command would ask.
struct AnswerOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("对再次确认的回答：照样办理；可写多次", "Answers what is asked once more: do it all the same; repeatable"),
      valueName: "code"))
  var yes: [String] = []

  func validate() throws {
    if let wrong = ActQuestion.fault(of: yes) { throw ValidationError(wrong) }
  }
}

extension ActQuestion {
  /// What is wrong with the codes of questions that somebody answers; `nil` where all are known.
  static func fault(of codes: [String]) -> String? {
    guard let other = codes.first(where: { ActQuestion(rawValue: $0) == nil }) else { return nil }
    let known = ActQuestion.allCases.map(\.rawValue).joined(separator: ", ")
    return localized(
      "没有名为 \(shown(other)) 的问题；可用 \(known)", "there is no question \(shown(other)); known are \(known)")
  }
}
