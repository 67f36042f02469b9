import ScoringCore
import StrictJSON

/// Names that stand for nothing, refused with what is known instead.
extension [UnmetRequirement] {
  /// An authority that a body names and that is none.
  static func unknownAuthority(_ body: JSONValue) -> [UnmetRequirement] {
    body.text("authority").flatMap { UnmetRequirement.authorityUnknown($0) }.map { [$0] } ?? []
  }

  /// Cities that a body limits something to and that are none of its authority's.
  static func unknownDivisions(_ body: JSONValue) -> [UnmetRequirement] {
    let authority = body.text("authority") ?? ""
    guard authority == Scope.everywhere || Authorities.shared[authority] != nil else { return [] }
    let own = authority == Scope.everywhere ? Divisions.shared.all : Divisions.shared.of(authority: authority)
    return body.texts("divisions").compactMap { code -> UnmetRequirement? in
      let known = Divisions.shared[code]
      guard known == nil || authority != Scope.everywhere && known?.authority != authority else { return nil }
      func listed(_ divisions: [Division]) -> String {
        divisions.map { "\($0.code) \($0.name)" }.joined(separator: "、")
      }
      if let known {
        let (other, wanted) = (Authorities.shared[known.authority]?.name, Authorities.shared[authority]?.name)
        return .requirement(
          "division",
          "\(code) \(known.name)归\(other?.zh ?? known.authority)，不归\(wanted?.zh ?? authority)，这里有：\(listed(own))",
          "\(code) \(known.name) is of \(other?.en ?? known.authority), not of \(wanted?.en ?? authority), which has \(listed(own))",
          field: "divisions")
      }
      let named = Divisions.shared.all.filter { $0.name == code || $0.short == code || $0.code.hasPrefix(code) }
      let here = named.filter { division in own.contains { $0.code == division.code } }
      let meant = here.isEmpty ? named : here
      let list = listed((meant.isEmpty ? own.prefix(30) : meant.prefix(6)).map(\.self))
      return .requirement(
        "division", "没有地市代码“\(code)”，要写的是：\(list)", "there is no division “\(code)”; write \(list)",
        field: "divisions")
    }
  }

  /// Cases that a role is limited to and that are named otherwise than by their folders: it would be for none.
  static func unknownCases(_ body: JSONValue) -> [UnmetRequirement] {
    body.texts("cases").filter { CaseKey(path: $0) == nil }.map { name in
      .requirement(
        "case", "“\(name)”不是申报件的文件夹，写成如 cases/370000/2026-1/申报编号",
        "“\(name)” is no folder of a case; write it as cases/370000/2026-1/CASE", field: "cases")
    }
  }
}

extension UnmetRequirement {
  /// That a code is none of an authority, with the codes that may be meant; `nil` for one that is.
  package static func authorityUnknown(_ code: String) -> UnmetRequirement? {
    guard Authorities.shared[code] == nil else { return nil }
    let all: [Authority] = Authorities.shared.all
    let meant: [Authority] =
      code.isEmpty
      ? []
      : all.filter {
        $0.name.zh == code || code.hasPrefix($0.short.zh) || $0.key.hasPrefix(code)
          || $0.name.en.lowercased() == code.lowercased()
      }
    let known = meant.isEmpty ? all.filter { $0.key == "370000" || $0.key == "440000" } : meant
    let (zh, en) = (
      known.map { "\($0.key) \($0.name.zh)" }.joined(separator: "、"),
      known.map { "\($0.key) \($0.name.en)" }.joined(separator: ", ")
    )
    return .requirement(
      "authority",
      meant.isEmpty ? "没有机关代码“\(code)”，写成如 \(zh)" : "没有机关代码“\(code)”，要写的是：\(zh)",
      meant.isEmpty
        ? "there is no authority “\(code)”; write one such as \(en)" : "there is no authority “\(code)”; write \(en)",
      field: "authority")
  }

  /// Somebody whom the registry does not know, with those whom it knows.
  package static func officerUnknown(_ officer: String, _ rights: Rights) -> UnmetRequirement {
    let all = rights.officers.values.filter(\.isActive).sorted { $0.id < $1.id }
    let meant = all.filter { $0.name == officer || $0.id.lowercased().hasPrefix(officer.lowercased()) }
    let known = (meant.isEmpty ? all : meant).prefix(mostKnown)
    let list = known.map { "\($0.id) \(rights.name(of: $0.id))" }
    let more = (meant.isEmpty ? all : meant).count - known.count
    return .requirement(
      "officerUnknown",
      "登记册里没有人员“\(officer)”；有：\(list.joined(separator: "、"))\(more > 0 ? " 等 \(known.count + more) 人" : "")",
      "The registry does not know “\(officer)”; it knows \(list.joined(separator: ", "))\(more > 0 ? " and \(more) more" : "")",
      field: "officer")
  }

  private static let mostKnown = 20
}
