/// How each role looks. Read from a file of `themes/` by the program, which also picks the depth its terminal has.
public struct Theme: Sendable, Hashable {
  /// A colour at each depth; `nil` is the terminal's own.
  public struct Colour: Sendable, Hashable {
    /// 0 … 255 of the usual 256-colour palette.
    public var of256: UInt8?
    /// 0 … 15.
    public var of16: UInt8?
    /// 0 … 7.
    public var of8: UInt8?

    public init(of256: UInt8? = nil, of16: UInt8? = nil, of8: UInt8? = nil) {
      self.of256 = of256
      self.of16 = of16
      self.of8 = of8
    }
  }

  public struct Style: Sendable, Hashable {
    public var foreground: Colour
    public var background: Colour
    public var isBold: Bool
    public var isUnderlined: Bool
    public var isReversed: Bool
    public var isDim: Bool

    public init(
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

  public var name: String
  private var styles: [Role: Style]

  public init(name: String, styles: [Role: Style]) {
    self.name = name
    self.styles = styles
  }

  public subscript(role: Role) -> Style { styles[role] ?? Style() }
}
