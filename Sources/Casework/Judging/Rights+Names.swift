extension Rights {
  /// Characters of a name that are shown.
  private static let longestName = 40

  /// What an officer is called wherever people read it: the name, with the id beside it where another has the same one;
  /// the id where the registry has no name. One line, without characters that a terminal obeys.
  package func name(of officer: String) -> String {
    guard let name = officers[officer]?.name, case let plain = Self.oneLine(name), !plain.isEmpty else {
      return Self.oneLine(officer)
    }
    let isShared = officers.values.contains { $0.id != officer && Self.oneLine($0.name) == plain }
    return isShared ? "\(plain)（\(Self.oneLine(officer))）" : plain
  }

  private static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars.prefix(longestName) {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned: continue
      case .lineSeparator, .paragraphSeparator, .spaceSeparator: line += " "
      default: line.unicodeScalars.append(scalar)
      }
    }
    while line.last == " " { line.removeLast() }
    return String(line.drop { $0 == " " })
  }
}
