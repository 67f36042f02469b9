/// What the sequences that begin with `ESC [` and `ESC O` mean.
enum KeySequence {
  /// `ESC O` and a final byte: cursor keys in application mode, F1 … F4, the number pad.
  static func keypad(_ final: UInt8) -> TerminalKey? {
    if let name = letter(final) { return TerminalKey(name) }
    switch Unicode.Scalar(final) {
    case "a": return TerminalKey(.up, .control)
    case "b": return TerminalKey(.down, .control)
    case "c": return TerminalKey(.right, .control)
    case "d": return TerminalKey(.left, .control)
    case "M": return TerminalKey(.enter)
    case "j"..."y": return TerminalKey(.character(Character(Unicode.Scalar(final - 0x40))))
    default: return nil
    }
  }

  /// `ESC [`, parameters, final byte; `.some(nil)` for what means nothing here.
  static func event(_ body: [UInt8], _ final: UInt8) -> TerminalEvent?? {
    if body.first == UInt8(ascii: "<") { return mouse(body.dropFirst(), final) }
    // What has other marks than those of keys answers a question, or tells that a key was let go.
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .some(nil) }
    let groups = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) }
    if groups.count > 1, groups[1].count > 1, groups[1][1].elementsEqual("3".utf8) { return .some(nil) }
    let numbers = groups.map { $0.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0 }
    if final == UInt8(ascii: "R"), numbers.count == 2, numbers[0] > 0, numbers[1] > 0 {
      return .cursor(row: numbers[0] - 1, column: numbers[1] - 1)
    }
    let modifiers = TerminalKey.Modifiers(rawValue: max(0, (numbers.count > 1 ? numbers[1] : 1) - 1) & 7)
    if final == UInt8(ascii: "Z") { return .key(TerminalKey(.tab, .shift)) }
    if let name = letter(final) { return .key(TerminalKey(name, modifiers)) }
    if final == UInt8(ascii: "~"), let name = tilde(numbers[0]) {
      return .key(TerminalKey(name, modifiers))
    }
    if final == UInt8(ascii: "u"), let key = plain(numbers[0]) {
      return .key(TerminalKey(key, modifiers))
    }
    return .some(nil)
  }

  private static func letter(_ final: UInt8) -> TerminalKey.Name? {
    switch Unicode.Scalar(final) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    case "P"..."S": .function(Int(final) - 0x4F)
    default: nil
    }
  }

  private static func tilde(_ number: Int) -> TerminalKey.Name? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// Keys that a terminal reports by their code point.
  private static func plain(_ code: Int) -> TerminalKey.Name? {
    switch code {
    case 9: .tab
    case 13: .enter
    case 27: .escape
    case 8, 127: .backspace
    default:
      Unicode.Scalar(UInt32(clamping: code)).flatMap {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) ? .character(Character($0)) : nil
      }
    }
  }

  private static func mouse(_ body: ArraySlice<UInt8>, _ final: UInt8) -> TerminalEvent?? {
    let numbers = body.split(separator: UInt8(ascii: ";"))
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return .some(nil) }
    let released = final == UInt8(ascii: "m")
    let action: TerminalMouse.Action
    switch numbers[0] & ~0x1C {  // without Shift, Alt, Ctrl
    case 0: action = released ? .release : .press
    case 64: action = .wheelUp
    case 65: action = .wheelDown
    default: return .some(nil)
    }
    return .mouse(TerminalMouse(action: action, row: numbers[2] - 1, column: numbers[1] - 1))
  }
}
