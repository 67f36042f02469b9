import ScoringCore
import StrictJSON

/// Figures that an officer should look at twice before he states them.
extension FactEntry {
  /// What is doubtful about the value that an act states of a fact: it is ten times the declared one, or that of the year
  /// before, or a tenth of it.
  static func doubt(of action: Action, in file: CaseFile?) -> Phrase? {
    guard let file, let path = FactPath(action.fields.text("path") ?? action.fields.text("item") ?? ""),
      let json = action.fields["value"], let value = try? FactValue(json, at: path), let steps = value.steps
    else { return nil }
    let name = path.name
    func says(_ other: FactValue?, _ zh: String, _ en: String) -> Phrase? {
      guard let other, let before = other.steps, isFarOff(steps, before) else { return nil }
      return Phrase(
        "\(name.zh)：填的是 \(value.text.zh)，\(zh)是 \(other.text.zh)，相差 10 倍以上，请核对单位和小数点",
        "\(name.en): \(value.text.en) is stated, \(en) is \(other.text.en): ten times off or more; look at unit and decimal point"
      )
    }
    if let doubt = says(file.revision.application.value(at: path), "申报的", "the declared one") { return doubt }
    guard case .year(let fact, let year) = path else { return nil }
    return says(file.current.value(at: .year(fact, year - 1)), "上一年", "that of the year before")
  }

  /// One is ten times the other at least, whatever their signs; of two that are nothing neither is.
  private static func isFarOff(_ a: Int64, _ b: Int64) -> Bool {
    let (less, more) = (min(a.magnitude, b.magnitude), max(a.magnitude, b.magnitude))
    return more > 0 && more / 10 >= less
  }
}

extension FactValue {
  /// The number in its smallest steps; `nil` where it is none.
  fileprivate var steps: Int64? {
    switch self {
    case .integer(let number): Int64(number)
    case .money(let money): money.fen
    case .percent(let percent): Int64(percent.tenThousandths)
    case .score(let score): Int64(score.hundredths)
    default: nil
    }
  }
}
