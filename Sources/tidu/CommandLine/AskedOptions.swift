internal import ArgumentParser
internal import ScoringCore

/// Rules that are asked for in place of those in force.
struct AskedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("不按施行的版本，按这一版本", "By this edition, not by the one in force"), valueName: "edition"),
    completion: .list(Standard.shared.editions.map(\.id)))
  var edition: String?

  @Option(
    help: ArgumentHelp(
      localized("细则文件，代替其主管部门现用的细则", "An overlay file, in place of the overlay of its authority"),
      valueName: "file"), completion: .file())
  var overlay: String?

  func validate() throws {
    guard let edition, Standard.shared.edition(edition) == nil else { return }
    let known = Standard.shared.editions.map(\.id).joined(separator: ", ")
    throw ValidationError(
      localized("没有版本 \(shown(edition))，有 \(known)", "there is no edition \(shown(edition)), only \(known)"))
  }

  /// The rules asked for, with the overlay file read and proved; `nil` where nothing else is asked for.
  func read() throws(CommandError) -> Asked? {
    guard let overlay else { return edition == nil ? nil : Asked(edition: edition) }
    return Asked(edition: edition, overlay: try OverlayFile.read(overlay))
  }
}

/// Rules asked for, over whichever rules hold otherwise.
struct Asked: Sendable {
  var edition: String?
  var overlay: (overlay: Overlay, bytes: [UInt8])?

  /// The authority whose overlay was given.
  var given: String? { overlay?.overlay.authority }

  func rules(over standard: Standard) -> AskedRules {
    AskedRules(standard: overlay.map { standard.replacing([$0]) } ?? standard, edition: edition)
  }
}
