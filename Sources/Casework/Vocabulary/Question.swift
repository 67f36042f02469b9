/// What an act answers (Casework §3.1). Answers of one question that did not see each other and differ contest it.
package enum Question: Sendable, Hashable {
  /// Where the case stands.
  case stage
  /// Who has the case.
  case assignee
  /// The title that the case or folder gave.
  case title
  /// Until when a correction is due, beyond the day first stated.
  case due
  /// Whether the round is open.
  case round
  /// Who the root supervisors are.
  case root
  /// Whether an officer is barred here by a conflict of interest.
  case conflict(officer: String)
  /// The verified value of a fact, by its path.
  case fact(String)
  /// The state of a paper, by `item:year:file`.
  case material(String)
  /// A judgement of a condition that the rules leave open.
  case judgement(String)
  /// A visit, by the id of its order or sample.
  case visit(String)
  /// Who goes on a visit and when.
  case visitPlan(String)
  /// What was seen of an item on a visit.
  case finding(visit: String, item: String)
  /// What others read of an object.
  case redaction(String)
  /// The answer to an object.
  case objection(String)
  /// The yearly update of a title.
  case update(Int)
  /// The draw of a plan.
  case draw(String)
  case officer(String)
  /// By public signing key.
  case key(String)
  /// By officer, role and scope.
  case role(String)
  /// By authority, sort of document and day.
  case settings(String)

  /// The question of a paper, as a check or the checklist names it.
  package static func material(item: String, year: Int?, file: String?) -> Question {
    .material("\(item):\(year.map(String.init) ?? ""):\(file ?? "")")
  }

  /// As `settle` names it in an event: `stage`, `fact:facts.revenue.2024`.
  package var text: String {
    switch self {
    case .stage: "stage"
    case .assignee: "assignee"
    case .title: "title"
    case .due: "due"
    case .round: "round"
    case .root: "root"
    case .conflict(let officer): "conflict:" + officer
    case .fact(let path): "fact:" + path
    case .material(let code): "material:" + code
    case .judgement(let condition): "judgement:" + condition
    case .visit(let id): "visit:" + id
    case .visitPlan(let id): "visitplan:" + id
    case .finding(let visit, let item): "finding:" + visit + ":" + item
    case .redaction(let id): "redaction:" + id
    case .objection(let id): "objection:" + id
    case .update(let year): "update:\(year)"
    case .draw(let plan): "draw:" + plan
    case .officer(let id): "officer:" + id
    case .key(let sign): "key:" + sign
    case .role(let grant): "role:" + grant
    case .settings(let what): "settings:" + what
    }
  }

  /// - Returns: `nil` for a text that names no question.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      let plain: [Question] = [.stage, .assignee, .title, .due, .round, .root]
      guard let question = plain.first(where: { $0.text == text }) else { return nil }
      self = question
      return
    }
    let about = parts[1]
    switch parts[0] {
    case "conflict": self = .conflict(officer: about)
    case "fact": self = .fact(about)
    case "material": self = .material(about)
    case "judgement": self = .judgement(about)
    case "visit": self = .visit(about)
    case "visitplan": self = .visitPlan(about)
    case "finding":
      let place = about.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard place.count == 2 else { return nil }
      self = .finding(visit: place[0], item: place[1])
    case "redaction": self = .redaction(about)
    case "objection": self = .objection(about)
    case "update":
      guard let year = Int(about) else { return nil }
      self = .update(year)
    case "draw": self = .draw(about)
    case "officer": self = .officer(about)
    case "key": self = .key(about)
    case "role": self = .role(about)
    case "settings": self = .settings(about)
    default: return nil
    }
  }

  /// Its own acts answer it anew without a supervisor: a contest of it blocks no other act.
  var isHarmless: Bool { self == .assignee || self == .due }
}
