/// Makes keys of the bytes a terminal sends: UTF-8, xterm, linux, rxvt and PuTTY sequences.
///
/// Pure, so that a test can feed it. A sequence it does not know is swallowed whole: a stray letter
/// of one must never reach the commands.
package struct InputDecoder: Sendable {
  private var buffer: [UInt8] = []
  /// How many of the buffer's bytes came with what was fed last.
  private var fresh = 0
  private var pasted: [UInt8]?
  /// A paste was given up: its rest may still come.
  private var mayGoOn = false
  /// In a string that means nothing, of which only an Esc is kept: it may begin the end.
  private var isInString = false
  /// A paste keeps at most this many bytes.
  static let pasteLimit = 1 << 20
  /// No key is longer: what is means nothing, though its end is awaited.
  private static let longest = 64
  /// Nobody types as many bytes at once.
  static let moreThanTyped = 32
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// What has begun and waits for the rest.
  package enum Unfinished: Sendable {
    /// An Esc, or the beginning of a sequence.
    case escape
    case sequence
    /// A paste whose end has not come.
    case paste
  }

  package init() {}

  /// For what `expire` is to be called when nothing comes for a while; `nil` where nothing is awaited.
  package var unfinished: Unfinished? {
    if pasted != nil { return .paste }
    if isInString { return .sequence }
    guard buffer.first == 0x1B else { return nil }
    return buffer.allSatisfy { $0 == 0x1B } ? .escape : .sequence
  }

  /// Takes bytes and gives the events they complete.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    let before = buffer.count
    buffer += bytes
    fresh = buffer.count - before
    if mayGoOn { resumePaste() }
    var events: [TerminalEvent] = []
    while let event = next() { if let event { events.append(event) } }
    return events
  }

  /// The rest did not come: Esc was a key, a half sequence is nothing, and of a paste all is there that will be.
  package mutating func expire() -> [TerminalEvent] {
    defer {
      buffer = []
      isInString = false
    }
    switch unfinished {
    case nil, .sequence: return []
    case .escape: return buffer.map { _ in .key(TerminalKey(.escape)) }
    case .paste:
      mayGoOn = true
      let bytes = (pasted ?? []) + buffer
      pasted = nil
      return bytes.isEmpty ? [] : [.paste(String(decoding: bytes, as: UTF8.self))]
    }
  }

  /// A line that stood still in the middle of a paste goes on with it: what is too much for keys, or ends as a paste
  /// does, is no typing.
  private mutating func resumePaste() {
    let end = Self.pasteEnd
    let ends =
      buffer.count >= end.count
      && (0...buffer.count - end.count).contains { buffer[$0...].starts(with: end) }
    guard ends && buffer.first != 0x1B || fresh >= Self.moreThanTyped && !buffer.contains(0x1B) else { return }
    pasted = []
    mayGoOn = false
  }

  private mutating func drop(_ count: Int) {
    buffer.removeFirst(count)
    fresh = min(fresh, buffer.count)
  }

  /// `nil` when bytes are wanting; `.some(nil)` for bytes that mean nothing.
  private mutating func next() -> TerminalEvent?? {
    if pasted != nil { return paste() }
    if isInString { return string() }
    guard let first = buffer.first else { return nil }
    switch first {
    case 0x1B: return escape()
    case 0x00..<0x20, 0x7F:
      drop(1)
      return .key(Self.control(first))
    default: return character(at: 0)
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

  /// One UTF-8 character behind that many bytes that belong to it.
  private mutating func character(at start: Int, _ modifiers: TerminalKey.Modifiers = []) -> TerminalEvent?? {
    let length =
      switch buffer[start] {
      case 0x20..<0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    let tail = buffer.dropFirst(start + 1).prefix(max(length - 1, 0))
    guard length > 0, tail.allSatisfy({ $0 & 0xC0 == 0x80 }) else { return invalid(start) }
    guard buffer.count >= start + length else { return nil }
    let text = String(validating: buffer[start..<start + length], as: UTF8.self)
    if start == 0, length == 2, buffer[0] == 0xC2, buffer[1] < 0xA0 {
      // A control of eight bits is the same as Esc and a letter.
      buffer.replaceSubrange(0..<2, with: [0x1B, buffer[1] - 0x40])
      fresh = min(fresh, buffer.count)
      return .some(nil)
    }
    drop(start + length)
    return .some(text?.first.map { TerminalEvent.key(TerminalKey(.character($0), modifiers)) })
  }

  /// A byte that is not UTF-8, and the one that came with it: in the sets of two bytes it may look like a letter.
  private mutating func invalid(_ start: Int) -> TerminalEvent?? {
    let isOld = fresh < buffer.count
    drop(start + 1)
    if !isOld, let second = buffer.first, second >= 0x30, second != 0x7F, second < 0xC0 { drop(1) }
    return .some(nil)
  }

  private mutating func escape() -> TerminalEvent?? {
    guard buffer.count >= 2 else { return nil }
    switch Unicode.Scalar(buffer[1]) {
    case "[": return controlSequence()
    case "O": return keypad()
    case "]", "P", "_", "^", "X":
      drop(2)
      isInString = true
      return .some(nil)
    case "\u{1B}":
      guard buffer.count >= 3 else { return nil }
      drop(1)
      // Esc before a sequence is Alt.
      return "[O".utf8.contains(buffer[1]) ? .some(nil) : .key(TerminalKey(.escape))
    default:
      if buffer[1] >= 0x20, buffer[1] != 0x7F { return character(at: 1, .alt) }
      var key = Self.control(buffer[1])
      drop(2)
      key.modifiers.insert(.alt)
      return .key(key)
    }
  }

  /// `ESC O`, which modifiers as digits may follow, and a letter.
  private mutating func keypad() -> TerminalEvent?? {
    guard let end = buffer.dropFirst(2).firstIndex(where: { !(0x30..<0x40).contains($0) }) else {
      if buffer.count > 16 { drop(2) }
      return buffer.count > 16 ? .some(nil) : nil
    }
    let final = buffer[end]
    drop((0x40...0x7E).contains(final) ? end + 1 : end)
    return .some((0x40...0x7E).contains(final) ? KeySequence.keypad(final).map(TerminalEvent.key) : nil)
  }

  private mutating func controlSequence() -> TerminalEvent?? {
    // Linux sends ESC [ [ A … E for F1 … F5.
    if buffer.count >= 3, buffer[2] == UInt8(ascii: "[") {
      guard buffer.count >= 4 else { return nil }
      let number = Int(buffer[3]) - 0x40
      drop(buffer[3] < 0x20 ? 3 : 4)
      return (1...5).contains(number) ? .key(TerminalKey(.function(number))) : .some(nil)
    }
    guard let end = buffer.dropFirst(2).firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
      if buffer.count > Self.longest { buffer.replaceSubrange(2..., with: [0x3F]) }
      return nil
    }
    if end > Self.longest { buffer[2] = 0x3F }
    let body = Array(buffer[2..<end])
    let final = buffer[end]
    if final == UInt8(ascii: "M"), body.isEmpty {
      // The mouse as terminals told it first: three bytes that would be keys.
      guard buffer.count > end + 3 else { return nil }
      drop(end + 4)
      return .some(nil)
    }
    // A control byte or a new Esc cuts a sequence short and is itself read next.
    drop((0x40...0x7E).contains(final) ? end + 1 : end)
    guard (0x40...0x7E).contains(final) else { return .some(nil) }
    if final == UInt8(ascii: "~"), body == Array("200".utf8) {
      pasted = []
      mayGoOn = false
      return .some(nil)
    }
    if final == UInt8(ascii: "~"), body == Array("201".utf8) { mayGoOn = false }
    return KeySequence.event(body, final)
  }

  /// OSC, DCS and their like: an answer to a question that nobody asked. A control byte is none of it and is a key.
  private mutating func string() -> TerminalEvent?? {
    guard let end = buffer.firstIndex(where: { $0 < 0x20 }) else {
      buffer = []
      return nil
    }
    drop(end)
    if buffer[0] == 0x1B, buffer.count == 1 { return nil }
    isInString = false
    if buffer[0] == 0x07 { drop(1) } else if buffer[0] == 0x1B, buffer[1] == 0x5C { drop(2) }
    return .some(nil)
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
    drop(taken)
    guard found != nil, let bytes = pasted else { return nil }
    drop(end.count)
    pasted = nil
    return .paste(String(decoding: bytes, as: UTF8.self))
  }
}
