import Casework
import ScoringCore
import StrictJSON

/// Assigning cases 分配: a supervisor gives them to a reviewer, chosen among those who may have them, each with the work
/// on the desk.
enum Assigning {
  static let word = Phrase("分配", "Assign")

  static func availability(_ context: Context) -> Availability {
    let session = context.session
    if session.isReadOnly { return .readOnly(session) }
    guard session.rights?.holdsAnywhere(session.officer, [.supervisor]) == true else {
      let role = OfficerRole.supervisor.name
      return .no(Phrase("需要职责：\(role.zh)", "Needs the role: \(role.en)"))
    }
    return .yes
  }

  /// Asks to whom cases go; says so where nobody may have any of them.
  /// - Parameter place: the one case, where it is open.
  static func ask(_ keys: [CaseKey], in place: Situation?, _ context: Context) -> [Step] {
    let options = options(keys, context)
    guard !options.isEmpty else {
      return [
        .toast(
          Toast(
            .refused, Phrase("没有管辖这些申报件的审核员：先在“人员”里授予职责", "No reviewer has these cases: give a role under Officers")))
      ]
    }
    var dialog = Dialog(
      id: Command.ID(.assign).rawValue, title: word.joined(Phrase(" \(keys.count) 件", ": \(keys.count)")),
      body: keys.count == 1 ? [.init(Taking.name(keys[0], context) + now(keys[0], context), .heading)] : [],
      form: Form([Form.Field("to", Phrase("", ""), .one(options))]), confirm: word)
    dialog.seen = place?.seen(Action(.assign)) ?? []
    return [.ask(dialog)]
  }

  /// Who has the case now, in words; empty where nobody does.
  static func now(_ key: CaseKey, _ context: Context) -> String {
    guard let officer = context.cases[key]?.assignee else { return "" }
    let name = context.session.name(of: officer)
    return context("  现由 \(name) 办理", "  now with \(name)")
  }

  /// What an officer has, and will have.
  static func load(of officer: String, with keys: [CaseKey], _ context: Context) -> Dialog.Line {
    let (name, open) = (context.session.name(of: officer), context.cases.loads[officer]?.open ?? 0)
    let new = keys.count { context.cases[$0]?.assignee != officer }
    return .init(
      context("分给 \(name)：在办 \(open) → \(open + new) 件", "to \(name): \(open) → \(open + new) open"), .heading)
  }

  /// The reviewers in office who may have one of the cases, by id: their numbers stay whoever was last.
  static func options(_ keys: [CaseKey], _ context: Context) -> [Form.Option] {
    guard let rights = context.session.rights else { return [] }
    let places = keys.map { key in
      let row = context.cases[key]
      return Jurisdiction(
        folder: key.path, authority: key.authority, division: row?.division, tiers: row.map { [$0.tier] } ?? [])
    }
    let loads = context.cases.loads
    let able = rights.officers.values.sorted { $0.id < $1.id }.compactMap { officer -> (Rights.Officer, Int)? in
      let count = places.count { rights.holds(officer.id, [.reviewer], in: $0) }
      return count == 0 ? nil : (officer, count)
    }
    let names = able.map { context.session.name(of: $0.0.id) }
    let width = min(24, names.map { Width.of($0) }.max() ?? 0)
    return zip(able, names).map { able, name in
      let (officer, count) = able
      let load = loads[officer.id] ?? OfficerLoad()
      var parts = [Phrase("\(load.open) 件", "\(load.open) open")]
      if load.late > 0 { parts.append(Phrase("逾期 \(load.late)", "\(load.late) late")) }
      if !rights.keys.values.contains(officer.id) { parts.append(Phrase("没有密钥，不能签字", "no key: cannot sign")) }
      if count < keys.count { parts.append(Phrase("只管辖其中 \(count) 件", "may have \(count) of them")) }
      let held = rights.grants(of: officer.id).filter { $0.role == .reviewer }.map(\.name).joined("；", "; ")
      func text(_ language: Language) -> String {
        let work = parts.map { $0(language) }.joined(separator: language == .zh ? "，" : ", ")
        return TextColumns.fit(name, width) + "  " + TextColumns.fit(work, max(15, Width.of(work))) + "  "
          + SafeText.clean(held(language), limit: 120)
      }
      let isSelf = officer.id == context.session.officer
      let hasAll = keys.allSatisfy { context.cases[$0]?.assignee == officer.id }
      return Form.Option(
        officer.id, Phrase(text(.zh), text(.en)),
        whyNot: isSelf
          ? Phrase("自己办的用“领取”：领取即声明没有利害关系", "Take your own: taking states that there is no conflict")
          : hasAll ? Phrase("已由其办理", "has it already") : nil)
    }
  }
}
