internal import Console
internal import Foundation
internal import ScoringCore

/// A question of the model's, asked a line at a time.
extension HostPlain {
  /// Puts the model's question, field by field; false at the end of input.
  mutating func ask() -> Bool {
    guard let dialog = model.question else { return true }
    put(dialog.title(language))
    for line in dialog.body { put(line.text) }
    var form = dialog.form
    for index in form.fields.indices {
      let field = form.fields[index]
      for (number, option) in field.options.enumerated() {
        let why = option.whyNot.map { localized("：现在不行，", ": not now, ") + $0(language) } ?? ""
        put("\(number + 1). \(option.name(language))\(why)")
      }
      if let error = field.error { put(error(language)) }
      while true {
        let kept = field.isEmpty ? "" : localized("，空行不变", ", empty keeps it")
        let hint = field.hint.map { " (\($0(language)))" } ?? ""
        let label = field.label(language).isEmpty ? localized("选择", "choice") : field.label(language)
        guard let line = answer(field, "\(label)\(hint)\(kept): ") else { return false }
        let text = line.trimmingCharacters(in: .whitespaces)
        if text.isEmpty, field.isEmpty, field.isRequired { return leave() }
        if text.isEmpty { break }
        guard let fault = form.fill(index, text) else { break }
        put(fault(language))
      }
    }
    guard let line = read("1. \(dialog.confirm(language))  0. \(localized("取消", "cancel")) > ") else {
      return false
    }
    if line.trimmingCharacters(in: .whitespaces) == "1" {
      perform(model.answerQuestion(form))
    } else {
      return leave()
    }
    return true
  }

  /// A passphrase typed at a terminal is not echoed.
  private func answer(_ field: Form.Field, _ question: String) -> String? {
    guard case .secret = field.kind, let secret else { return read(question) }
    return secret(question)
  }

  private mutating func leave() -> Bool {
    perform(model.answerQuestion(nil))
    return true
  }
}
