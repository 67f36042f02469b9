extension JSONReader {
  @inlinable @inline(__always) static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable @inline(__always) static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// Marks, with its top bit, each byte that is a quote, a backslash, a control character or not ASCII. What is
  /// above the lowest mark may be marked wrongly.
  @inlinable @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    let quotes = word ^ (ones &* 0x22)
    let slashes = word ^ (ones &* 0x5C)
    return
      ((quotes &- ones) | (slashes &- ones) | (word &- ones &* 0x20) | word) & tops
  }

  /// Takes the string whose opening quote is at `offset`.
  @inlinable
  public mutating func string() throws(JSONFault) -> JSONString {
    let start = offset &+ 1
    var place = start
    while let word = word(at: place) {
      let marks = JSONReader.special(word)
      if marks != 0 {
        place &+= marks.trailingZeroBitCount &>> 3
        break
      }
      place &+= 8
    }
    if byte(at: place) == 0x22 {
      position = place &+ 1
      return JSONString(offset: start, count: place &- start, isEscaped: false)
    }
    return try string(from: start, at: place)
  }

  /// The rest of a string that is not ASCII without escapes, or ends near the end of the text.
  @usableFromInline
  mutating func string(from start: Int, at first: Int) throws(JSONFault) -> JSONString {
    var isEscaped = false
    position = first
    while true {
      let next = byte(at: offset)
      switch next {
      case 0x22:
        let end = offset
        position &+= 1
        return JSONString(offset: start, count: end &- start, isEscaped: isEscaped)
      case 0x5C:
        isEscaped = true
        try escape()
      case 0x00...0x1F:
        throw offset >= count ? .truncated : .controlCharacter(next)
      case 0x80...:
        let length = sequence(next)
        guard length > 0 else { throw offset >= count ? .truncated : .invalidUTF8 }
        position &+= length
      default:
        position &+= 1
      }
    }
  }

  /// The length of the UTF-8 sequence at `offset`, whose first byte is not ASCII; 0 if there is none.
  /// Overlong forms, surrogates and what is above U+10FFFF are none.
  @inline(__always)
  private func sequence(_ first: UInt8) -> Int {
    let second = byte(at: offset &+ 1)
    func continues(_ place: Int) -> Bool { byte(at: place) & 0xC0 == 0x80 }
    switch first {
    case 0xC2...0xDF:
      return second & 0xC0 == 0x80 ? 2 : 0
    case 0xE0...0xEF:
      let minimum: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let maximum: UInt8 = first == 0xED ? 0x9F : 0xBF
      return second >= minimum && second <= maximum && continues(offset &+ 2) ? 3 : 0
    case 0xF0...0xF4:
      let minimum: UInt8 = first == 0xF0 ? 0x90 : 0x80
      let maximum: UInt8 = first == 0xF4 ? 0x8F : 0xBF
      return second >= minimum && second <= maximum && continues(offset &+ 2) && continues(offset &+ 3)
        ? 4 : 0
    default:
      return 0
    }
  }

  /// Takes the escape at `offset`. A fault is at its backslash.
  private mutating func escape() throws(JSONFault) {
    switch byte(at: offset &+ 1) {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      position &+= 2
    case 0x75:
      let unit = try unit(at: offset)
      switch unit {
      case 0xD800...0xDBFF:
        guard byte(at: offset &+ 6) == 0x5C, byte(at: offset &+ 7) == 0x75 else { throw .loneSurrogate }
        guard (0xDC00...0xDFFF).contains(try self.unit(at: offset &+ 6)) else { throw .loneSurrogate }
        position &+= 12
      case 0xDC00...0xDFFF:
        throw .loneSurrogate
      default:
        position &+= 6
      }
    default:
      if offset &+ 1 >= count {
        position = count
        throw .truncated
      }
      throw .badEscape
    }
  }

  /// The four hex digits of the `\u` at a place.
  private mutating func unit(at place: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for index in 2..<6 {
      let next = byte(at: place &+ index)
      guard let digit = JSONReader.hexDigit(next) else {
        let isEnd = place &+ index >= count
        position = isEnd ? count : place
        throw isEnd ? .truncated : .badEscape
      }
      value = value &<< 4 | digit
    }
    return value
  }

  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte &- 0x30)
    case 0x41...0x46: UInt32(byte &- 0x37)
    case 0x61...0x66: UInt32(byte &- 0x57)
    default: nil
    }
  }
}

extension JSONReader {
  /// The bytes of a string as written, between the quotes.
  @inlinable
  public func raw(_ string: JSONString) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[string.offset..<string.offset &+ string.count])
  }

  /// The text of a string.
  @inlinable
  public func text(_ string: JSONString) -> String {
    string.isEscaped
      ? String(decoding: unescaped(string), as: UTF8.self)
      : String(decoding: raw(string), as: UTF8.self)
  }

  /// The UTF-8 of a string, its escapes resolved.
  public func unescaped(_ string: JSONString) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(string.count)
    var place = string.offset
    let end = string.offset &+ string.count
    while place < end {
      let next = byte(at: place)
      guard next == 0x5C else {
        result.append(next)
        place &+= 1
        continue
      }
      place &+= 2
      switch byte(at: place &- 1) {
      case 0x62: result.append(0x08)
      case 0x66: result.append(0x0C)
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74: result.append(0x09)
      case 0x75:
        var value = unit(of: place)
        place &+= 4
        if (0xD800...0xDBFF).contains(value) {
          value = 0x10000 &+ (value &- 0xD800) &<< 10 &+ (unit(of: place &+ 2) &- 0xDC00)
          place &+= 6
        }
        if let scalar = Unicode.Scalar(value) {
          result.append(contentsOf: Array(UTF8.encode(scalar) ?? .init()))
        }
      case let other: result.append(other)
      }
    }
    return result
  }

  /// Four hex digits that were proved to be such.
  private func unit(of place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 &<< 4 | (JSONReader.hexDigit(byte(at: place &+ $1)) ?? 0) }
  }
}
