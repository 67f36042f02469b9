import ScoringCore
import StrictJSON

/// What is asked once more before an act is done 再次确认 (Casework §4.7): a dialog asks it, a command answers `--yes CODE`.
package enum ActQuestion: String, Sendable, Hashable, CaseIterable {
  /// Files of the folder, or of the registry, do not count as what their names say.
  case unread
  /// Something signed by a known key waits and may change what is decided here.
  case pending
  /// A figure is ten times the declared one or that of the year before, or a tenth: often a unit or a digit too many.
  case magnitude
  /// It takes the place of a record that says otherwise.
  case changes
  /// A visit is closed before the day that was planned for it.
  case early
  /// A paper is found to be in order that nobody attached, in a case that came with papers.
  case unattached
}

extension Situation {
  /// An act that meets every requirement, as it is written once its author was asked what is to be asked.
  ///
  /// - Parameters:
  ///   - yes: codes of questions that he has answered: he acts all the same.
  ///   - known: names of unread files that he was asked about before.
  /// - Returns: the action, with what could not be read; and every question that is open.
  package func confirmed(_ action: Action, yes: Set<String>, known: Set<String> = [])
    -> (action: Action, unmet: [UnmetRequirement])
  {
    var action = action
    var unmet: [UnmetRequirement] = []
    if !unread.isEmpty {
      action.state(
        "unread", .array(unread.prefix(Self.mostUnread).map { .string("\($0.name)：\($0.unmet.message.zh)") }))
      if !yes.contains(ActQuestion.unread.rawValue), !Set(unread.map(\.name)).isSubset(of: known) {
        unmet.append(.asks(.unread, Self.unread(unread)))
      }
    }
    let waiting = file?.waiting(before: action.name) ?? []
    if let first = waiting.first, !yes.contains(ActQuestion.pending.rawValue) {
      let (title, author) = (first.event.title, fold.name(of: first.event.author))
      unmet.append(
        .asks(
          .pending,
          Phrase(
            "还有 \(waiting.count) 条记录未生效：\(title.zh)（\(author)）",
            "Not in effect yet: \(waiting.count), \(title.en) (\(author))")))
    }
    if !yes.contains(ActQuestion.magnitude.rawValue), !repeats(action),
      let doubt = FactEntry.doubt(of: action, in: file)
    {
      unmet.append(.asks(.magnitude, doubt))
    }
    if !yes.contains(ActQuestion.changes.rawValue), let changing = changing(by: action) ?? displaced(by: action) {
      unmet.append(.asks(.changes, changing))
    }
    if !yes.contains(ActQuestion.early.rawValue), let day = plannedDay(of: action), today < day {
      unmet.append(
        .asks(
          .early,
          Phrase(
            "抽查安排在 \(day)，今天是 \(today)：提前办结吗？", "The visit is planned for \(day), today is \(today); close it early?")))
    }
    if !yes.contains(ActQuestion.unattached.rawValue), let paper = unattached(action) {
      unmet.append(
        .asks(
          .unattached,
          Phrase("\(paper.zh)：没有附件，仍记为齐备吗？", "\(paper.en): nothing was attached; in order all the same?")))
    }
    return (action, unmet)
  }

  /// The paper that an action finds in order although nothing was attached of it. In a case of which nothing at all is
  /// attached they lie in a folder on the desk, and nobody is asked 13 times.
  private func unattached(_ action: Action) -> Phrase? {
    guard action.name == .check, action.fields.text("state") == "ok", action.fields.text("file") == nil else {
      return nil
    }
    let item = action.fields.text("item")
    let year = action.fields.number("year").map { Int($0) }
    let isAttached = { (paper: SupportingDocument) in paper.file != nil || paper.sha != nil }
    let papers = file?.papers ?? []
    let meant = papers.filter { $0.item.rawValue == item && (year == nil || $0.year == year) }
    guard let first = meant.first, papers.contains(where: isAttached), !meant.contains(where: isAttached) else {
      return nil
    }
    return first.item.name
  }

  /// What stands that an act takes the place of without a dispute: an officer's entry, a colleague's case.
  private func displaced(by action: Action) -> Phrase? {
    switch action.name {
    case .officer where action.fields.text("state") != "left":
      guard let standing = rights.officers[action.fields.text("officer") ?? ""], standing.isActive,
        let name = action.fields.text("name"), let authority = action.fields.text("authority"),
        standing.name != name || standing.authority != authority
      else { return nil }
      func place(_ key: String) -> Phrase { Authorities.shared[key]?.name ?? Phrase(key, key) }
      let (before, after) = (place(standing.authority), place(authority))
      return Phrase(
        "人员 \(standing.id) 已在登记册，要更改吗？\n现为：\(standing.name)，\(before.zh)\n改为：\(name)，\(after.zh)",
        "officer \(standing.id) is in the registry; change the entry?\nstands: \(standing.name), \(before.en)\nbecomes: \(name), \(after.en)"
      )
    case .assign:
      guard let holder = fold.assignee, holder != officer, (action.fields.text("to") ?? officer) == officer else {
        return nil
      }
      let name = rights.name(of: holder)
      return Phrase("这一件在 \(name) 手上，要改由你办吗？", "\(name) has this case; take it over?")
    default: return nil
    }
  }

  /// Whether its author states once more the value that stands by him, as one does who adds a photograph.
  private func repeats(_ action: Action) -> Bool {
    guard let path = action.fields.text("path") ?? action.fields.text("item"), let value = action.fields["value"],
      let standing = fold.body(.fact(path))
    else { return false }
    return standing.author == officer && standing.body["value"] == value
  }

  /// The day that was planned for a visit that an action closes.
  private func plannedDay(of action: Action) -> Day? {
    guard action.name == .closeVisit, let visit = action.fields.text("visit") else { return nil }
    return fold.body(.visitPlan(visit))?.body.day("day")
  }

  /// What an event names of what could not be read.
  private static let mostUnread = 50

  private static func unread(_ files: [UncountedFile]) -> Phrase {
    let names = files.prefix(3).map(\.name)
    let (zh, en) = (names.joined(separator: "、"), names.joined(separator: ", "))
    return Phrase(
      "有 \(files.count) 个文件读不出、已损坏或不见了：\(zh)\(files.count > 3 ? "等" : "")；照样办理会记明",
      "\(files.count == 1 ? "1 file" : "\(files.count) files") unread, damaged or missing: \(en)\(files.count > 3 ? " …" : ""); acting all the same is recorded"
    )
  }
}

extension UnmetRequirement {
  fileprivate static func asks(_ question: ActQuestion, _ message: Phrase) -> UnmetRequirement {
    var asked = requirement(question.rawValue, message.zh, message.en)
    asked.isQuestion = true
    return asked
  }
}
