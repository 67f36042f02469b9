internal import CaseStore
internal import ScoringCore
internal import StrictJSON

/// What `tidu verify` says: to a program one finding a line as it is found, to a person by what is to be done.
final class VerifyReport {
  /// Most lines of one kind: of what nobody has to do anything about, a few for an idea of it.
  private static func limit(_ kind: StoreFinding.Kind) -> Int {
    kind.need == .nobody && kind != .broughtBack ? 3 : 20
  }
  private let format: OutputFormat
  private var kinds: [StoreFinding.Kind: (lines: [String], count: Int)] = [:]

  init(_ format: OutputFormat) { self.format = format }

  func take(_ finding: StoreFinding) {
    let language = OutputLanguage.language
    guard format == .text else {
      return Output.object([
        "effect": .string(finding.effect.rawValue), "file": finding.file.map { .string($0) } ?? .null,
        "kind": .string(finding.kind.rawValue), "message": .string(finding.message(language)),
        "remedy": .string(finding.remedy(language)),
      ])
    }
    var known = kinds[finding.kind] ?? ([], 0)
    known.count += 1
    if known.count <= Self.limit(finding.kind) {
      let file = finding.file.map { shown($0) + localized("：", ": ") } ?? ""
      known.lines.append("  \(file)\(shown(finding.message(language)))")
    }
    kinds[finding.kind] = known
  }

  /// The end of it, for a person.
  /// - Parameter check: `nil` where nothing could be looked at.
  func finish(_ check: StoreVerifier?) {
    guard format == .text else { return }
    var lines = self.lines
    if let check {
      let (read, person) = (check.needs[.reading] ?? 0, check.needs[.person] ?? 0)
      let looked = localized("核验了 \(check.events) 个事件：", "\(check.events) events verified: ")
      let found =
        read + person == 0
        ? localized("没有要处理的", "nothing needs anybody")
        : localized(
          "\(read) 处读不出或已损坏，\(person) 处要人处理", "\(read) damaged or not to be read, \(person) for a person to see to")
      lines.append(looked + found)
    }
    if !lines.isEmpty { Output.line(lines.joined(separator: "\n")) }
  }

  private var lines: [String] {
    let language = OutputLanguage.language
    var lines: [String] = []
    var last = ""
    // Kinds that ask for the same thing stand one after another.
    for kind in StoreFinding.Kind.allCases.filter({ kinds[$0] != nil }).sorted(by: { first(of: $0) < first(of: $1) }) {
      guard let found = kinds[kind] else { continue }
      let remedy = kind.remedy(language)
      if remedy != last { lines.append("\(remedy)\(localized("：", ":"))") }
      last = remedy
      lines += found.lines
      let rest = found.count - found.lines.count
      if rest > 0 { lines.append(localized("  还有 \(rest) 处", "  and \(rest) more")) }
    }
    return lines
  }

  /// The place of the first kind with the same remedy.
  private func first(of kind: StoreFinding.Kind) -> Int {
    StoreFinding.Kind.allCases.firstIndex { $0.remedy == kind.remedy } ?? 0
  }
}
