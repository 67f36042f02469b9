/// How each role looks. Read from a file of `themes/` by the program, which also picks the depth its terminal has.
package struct Theme: Sendable, Hashable {
  /// A colour at each depth; `nil` is the terminal's own.
  package struct Colour: Sendable, Hashable {
    /// 0 … 255 of the usual 256-colour palette.
    package var of256: UInt8?
    /// 0 … 15.
    package var of16: UInt8?
    /// 0 … 7.
    package var of8: UInt8?

    package init(of256: UInt8? = nil, of16: UInt8? = nil, of8: UInt8? = nil) {
      self.of256 = of256
      self.of16 = of16
      self.of8 = of8
    }
  }

  package struct Style: Sendable, Hashable {
    package var foreground: Colour
    package var background: Colour
    package var isBold: Bool
    package var isUnderlined: Bool
    package var isReversed: Bool
    package var isDim: Bool

    package init(
      foreground: Colour = Colour(), background: Colour = Colour(), bold: Bool = false,
      underlined: Bool = false, reversed: Bool = false, dim: Bool = false
    ) {
      self.foreground = foreground
      self.background = background
      isBold = bold
      isUnderlined = underlined
      isReversed = reversed
      isDim = dim
    }
  }

  package var name: String
  private var styles: [Role: Style]

  package init(name: String, styles: [Role: Style]) {
    self.name = name
    self.styles = styles
  }

  package subscript(role: Role) -> Style { styles[role] ?? Style() }
}
