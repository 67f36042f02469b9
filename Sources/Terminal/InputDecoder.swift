/// Makes keys of the bytes a terminal sends: UTF-8, xterm, linux, rxvt and PuTTY sequences.
///
/// Pure, so that a test can feed it. A sequence it does not know is swallowed whole: a stray letter
/// of one must never reach the commands.
package struct InputDecoder: Sendable {
  private var buffer: [UInt8] = []
  private var pasted: [UInt8]?
  /// A paste keeps at most this many bytes.
  static let pasteLimit = 1 << 20
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  package init() {}

  /// How long to wait for the rest of what has begun before calling `expire`: `nil` for nothing
  /// begun, otherwise as a lone Esc (true) or as the middle of a sequence (false).
  package var unfinished: Bool? {
    if pasted != nil || buffer.isEmpty || buffer[0] != 0x1B { return nil }
    return buffer.count == 1
  }

  /// Takes bytes and gives the events they complete.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    buffer += bytes
    var events: [TerminalEvent] = []
    while let event = next() { if let event { events.append(event) } }
    return events
  }

  /// The rest did not come: Esc was a key, and a half sequence is nothing.
  package mutating func expire() -> [TerminalEvent] {
    guard let alone = unfinished else { return [] }
    buffer = []
    return alone ? [.key(TerminalKey(.escape))] : []
  }

  /// `nil` when bytes are wanting; `.some(nil)` for bytes that mean nothing.
  private mutating func next() -> TerminalEvent?? {
    if pasted != nil { return paste() }
    guard let first = buffer.first else { return nil }
    switch first {
    case 0x1B: return escape()
    case 0x00..<0x20, 0x7F:
      buffer.removeFirst()
      return .key(Self.control(first))
    default: return character()
    }
  }

  private static func control(_ byte: UInt8) -> TerminalKey {
    switch byte {
    case 0x08, 0x7F: TerminalKey(.backspace)
    case 0x09: TerminalKey(.tab)
    case 0x0A, 0x0D: TerminalKey(.enter)
    case 0x00: TerminalKey(.character(" "), .control)
    default: TerminalKey(.character(Character(Unicode.Scalar(byte | 0x60))), .control)
    }
  }

  /// One UTF-8 character; invalid bytes are dropped one by one.
  private mutating func character(_ modifiers: TerminalKey.Modifiers = []) -> TerminalEvent?? {
    let length =
      switch buffer[0] {
      case 0x20..<0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    let tail = buffer.dropFirst().prefix(max(length - 1, 0))
    guard length > 0, tail.allSatisfy({ $0 & 0xC0 == 0x80 }) else {
      buffer.removeFirst()
      return .some(nil)
    }
    guard buffer.count >= length else { return nil }
    let text = String(validating: buffer.prefix(length), as: UTF8.self)
    buffer.removeFirst(length)
    return .some(text?.first.map { TerminalEvent.key(TerminalKey(.character($0), modifiers)) })
  }

  private mutating func escape() -> TerminalEvent?? {
    guard buffer.count >= 2 else { return nil }
    switch Unicode.Scalar(buffer[1]) {
    case "[": return controlSequence()
    case "O":
      guard buffer.count >= 3 else { return nil }
      let final = buffer[2]
      buffer.removeFirst(3)
      return .some(KeySequence.keypad(final).map(TerminalEvent.key))
    case "]", "P", "_", "^", "X": return string()
    case "\u{1B}":
      buffer.removeFirst()
      return .key(TerminalKey(.escape))
    default:
      buffer.removeFirst()
      if buffer[0] >= 0x20, buffer[0] != 0x7F { return character(.alt) }
      var key = Self.control(buffer.removeFirst())
      key.modifiers.insert(.alt)
      return .key(key)
    }
  }

  private mutating func controlSequence() -> TerminalEvent?? {
    // Linux sends ESC [ [ A … E for F1 … F5.
    if buffer.count >= 3, buffer[2] == UInt8(ascii: "[") {
      guard buffer.count >= 4 else { return nil }
      let number = Int(buffer[3]) - 0x40
      buffer.removeFirst(4)
      return (1...5).contains(number) ? .key(TerminalKey(.function(number))) : .some(nil)
    }
    guard let end = buffer.dropFirst(2).firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
      if buffer.count > 64 { buffer.removeFirst(2) }  // no sequence is as long
      return buffer.count > 64 ? .some(nil) : nil
    }
    let body = Array(buffer[2..<end])
    let final = buffer[end]
    // A control byte or a new Esc cuts a sequence short and is itself read next.
    buffer.removeFirst((0x40...0x7E).contains(final) ? end + 1 : end)
    guard (0x40...0x7E).contains(final) else { return .some(nil) }
    if final == UInt8(ascii: "~"), body == Array("200".utf8) {
      pasted = []
      return .some(nil)
    }
    return KeySequence.event(body, final)
  }

  /// OSC, DCS and their like: an answer to a question that nobody asked.
  private mutating func string() -> TerminalEvent?? {
    for index in buffer.indices.dropFirst(2) {
      if buffer[index] == 0x07 || (buffer[index] == 0x5C && buffer[index - 1] == 0x1B) {
        buffer.removeFirst(index + 1)
        return .some(nil)
      }
    }
    return nil
  }

  private mutating func paste() -> TerminalEvent?? {
    let end = Self.pasteEnd
    var found: Int?
    if buffer.count >= end.count {
      found = (0...buffer.count - end.count).first {
        buffer[$0] == 0x1B && buffer[$0..<$0 + end.count].elementsEqual(end)
      }
    }
    // The end may come in two pieces: what could be its beginning stays.
    let taken = found ?? max(0, buffer.count - end.count + 1)
    let room = Self.pasteLimit - (pasted?.count ?? 0)
    pasted?.append(contentsOf: buffer.prefix(min(taken, room)))
    buffer.removeFirst(taken)
    guard found != nil, let bytes = pasted else { return nil }
    buffer.removeFirst(end.count)
    pasted = nil
    return .paste(String(decoding: bytes, as: UTF8.self))
  }
}
