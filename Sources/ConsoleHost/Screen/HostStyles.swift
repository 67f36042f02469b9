internal import Console
internal import Terminal

/// A theme in the colours that this terminal has.
struct HostStyles {
  private let styles: [TerminalStyle]

  init(_ theme: Theme, _ depth: ColorDepth) {
    styles = Role.allCases.map { role in
      let style = theme[role]
      return TerminalStyle(
        foreground: Self.number(style.foreground, depth), background: Self.number(style.background, depth),
        bold: style.isBold, dim: style.isDim, underline: style.isUnderlined, reverse: style.isReversed)
    }
  }

  subscript(role: Role) -> TerminalStyle { styles[Int(role.rawValue)] }

  private static func number(_ colour: Theme.Colour, _ depth: ColorDepth) -> Int? {
    switch depth {
    case .full: colour.of256.map(Int.init)
    case .sixteen: colour.of16.map(Int.init)
    case .eight: colour.of8.map(Int.init)
    case .none: nil
    }
  }
}
