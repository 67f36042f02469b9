/// What kind of applicant a sample is, which decides how its figures fall.
enum SampleProfile: CaseIterable {
  /// Well above the bounds.
  case strong
  /// Meets most of them.
  case sound
  /// Around the pass line.
  case close
  /// Figures exactly on a bound.
  case threshold
  /// Misses several.
  case weak
  /// Strong in one thing: a route.
  case single
  /// Facts left out.
  case incomplete
  /// Facts that contradict each other.
  case contradictory

  static func draw(_ random: inout SplitMix) -> SampleProfile {
    switch random.int(1, 100) {
    case ...22: .strong
    case ...48: .sound
    case ...66: .close
    case ...75: .threshold
    case ...84: .weak
    case ...88: .single
    case ...97: .incomplete
    default: .contradictory
    }
  }

  /// 0 … 100: the share of good answers among the yes-or-no facts.
  var goodness: Int {
    switch self {
    case .strong: 97
    case .sound, .threshold, .contradictory, .incomplete: 90
    case .close: 80
    case .single: 75
    case .weak: 55
    }
  }
}
