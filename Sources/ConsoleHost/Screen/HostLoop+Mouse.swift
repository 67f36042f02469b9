internal import Console
internal import Terminal

extension HostLoop {
  /// A press is a click, or the second of a double one; a release says nothing more.
  mutating func click(_ mouse: TerminalMouse) -> Message? {
    let place = Point(mouse.column, mouse.row)
    switch mouse.action {
    case .wheelUp: return .mouse(Mouse(.wheelUp, at: place))
    case .wheelDown: return .mouse(Mouse(.wheelDown, at: place))
    case .release: return nil
    case .press:
      let now = model.context.now
      if let last = press, last.at == place, now - last.when <= Self.doubleClick {
        press = nil
        return .mouse(Mouse(.doubleClick, at: place))
      }
      press = (place, now)
      return .mouse(Mouse(.click, at: place))
    }
  }
}
