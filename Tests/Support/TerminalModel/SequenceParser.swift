/// Cuts a stream of bytes into characters, controls and sequences.
struct SequenceParser: Sendable {
  enum Item: Equatable {
    case scalar(Unicode.Scalar)
    case control(UInt8)
    /// `ESC` and a final byte.
    case escape(UInt8)
    /// `ESC [`: private mark (or 0), numbers (-1 where left out), final byte.
    case csi(mark: UInt8, numbers: [Int], final: UInt8)
    /// A string (OSC, DCS …) or a sequence that no terminal here knows.
    case ignored(String)
  }

  private enum State { case ground, escape, charset, csi, string, stringEscape }
  private var state = State.ground
  private var collected: [UInt8] = []
  private var utf8: [UInt8] = []
  private var utf8Needed = 0

  mutating func take(_ byte: UInt8) -> Item? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return afterEscape(byte)
    case .charset:
      state = .ground
      return nil
    case .csi:
      if byte == 0x1B { state = .escape; return .ignored("CSI cut short") }
      guard byte >= 0x40, byte <= 0x7E else {
        collected.append(byte)
        return nil
      }
      state = .ground
      return csi(byte)
    case .string:
      if byte == 0x07 { return endString() }
      if byte == 0x1B { state = .stringEscape } else { collected.append(byte) }
      return nil
    case .stringEscape: return endString()
    }
  }

  private mutating func ground(_ byte: UInt8) -> Item? {
    if utf8Needed > 0 {
      guard byte & 0xC0 == 0x80 else {
        utf8Needed = 0
        return .scalar("\u{FFFD}")
      }
      utf8.append(byte)
      utf8Needed -= 1
      guard utf8Needed == 0 else { return nil }
      return .scalar(String(decoding: utf8, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}")
    }
    switch byte {
    case 0x1B:
      state = .escape
      return nil
    case 0..<0x20, 0x7F: return .control(byte)
    case 0x20..<0x7F: return .scalar(Unicode.Scalar(byte))
    case 0xC2...0xDF: utf8Needed = 1
    case 0xE0...0xEF: utf8Needed = 2
    case 0xF0...0xF4: utf8Needed = 3
    default: return .scalar("\u{FFFD}")
    }
    utf8 = [byte]
    return nil
  }

  private mutating func afterEscape(_ byte: UInt8) -> Item? {
    collected = []
    switch byte {
    case UInt8(ascii: "["): state = .csi
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      state = .string
    case UInt8(ascii: "(")...UInt8(ascii: "+"): state = .charset
    default:
      state = .ground
      return .escape(byte)
    }
    return nil
  }

  private mutating func endString() -> Item {
    state = .ground
    return .ignored("string " + String(decoding: collected, as: UTF8.self))
  }

  private func csi(_ final: UInt8) -> Item {
    var body = collected[...]
    var mark: UInt8 = 0
    if let first = body.first, (0x3C...0x3F).contains(first) {
      mark = first
      body = body.dropFirst()
    }
    let text = String(decoding: body, as: UTF8.self)
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ";" || $0 == ":") }) else {
      return .ignored("CSI \(text)\(Character(Unicode.Scalar(final)))")
    }
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    return .csi(mark: mark, numbers: text.isEmpty ? [] : numbers, final: final)
  }
}
