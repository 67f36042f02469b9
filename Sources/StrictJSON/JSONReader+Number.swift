extension JSONReader {
  @inlinable @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Takes the number at `offset`.
  @inlinable
  public mutating func number() throws(JSONFault) -> JSONNumber {
    let start = offset
    let isNegative = byte(at: offset) == 0x2D
    if isNegative { position &+= 1 }
    let first = offset
    var significand: UInt64 = 0
    var next = byte(at: offset)
    while JSONReader.isDigit(next) {
      significand = significand &* 10 &+ UInt64(next &- 0x30)
      position &+= 1
      next = byte(at: offset)
    }
    var digits = offset &- first
    guard digits > 0 else { throw notANumber(start) }
    guard digits == 1 || byte(at: first) != 0x30 else {
      position = start
      throw .badNumber
    }
    var exponent = 0
    var isInteger = true
    if next == 0x2E {
      isInteger = false
      position &+= 1
      let point = offset
      next = byte(at: offset)
      while JSONReader.isDigit(next) {
        significand = significand &* 10 &+ UInt64(next &- 0x30)
        position &+= 1
        next = byte(at: offset)
      }
      exponent = point &- offset
      guard exponent < 0 else { throw notANumber(start) }
      digits &-= exponent
    }
    if next == 0x65 || next == 0x45 {
      isInteger = false
      exponent &+= try self.exponent(of: start)
    }
    guard isDelimited else { throw notANumber(start) }
    guard digits <= 18 else {
      return longNumber(from: first, exponent: exponent, isNegative: isNegative, isInteger: isInteger)
    }
    return JSONNumber(
      isNegative: isNegative, significand: significand, exponent: exponent, isInteger: isInteger,
      isLong: false)
  }

  /// The fault of digits that are no number; its place is where the number began, or the end of the text.
  @usableFromInline
  mutating func notANumber(_ start: Int) -> JSONFault {
    if offset >= count { return .truncated }
    position = start
    return .badNumber
  }

  /// Takes the exponent at `offset`, kept within ±10⁹.
  @usableFromInline
  mutating func exponent(of start: Int) throws(JSONFault) -> Int {
    position &+= 1
    let sign = byte(at: offset)
    if sign == 0x2B || sign == 0x2D { position &+= 1 }
    let first = offset
    var value = 0
    while JSONReader.isDigit(byte(at: offset)) {
      value = min(value &* 10 &+ Int(byte(at: offset) &- 0x30), 1_000_000_000)
      position &+= 1
    }
    guard offset > first else { throw notANumber(start) }
    return sign == 0x2D ? -value : value
  }

  /// A number of more than 18 digits that begins at a place: counts its significant digits.
  @usableFromInline
  func longNumber(from first: Int, exponent: Int, isNegative: Bool, isInteger: Bool) -> JSONNumber {
    var significand: UInt64 = 0
    var digits = 0
    /// Zeros after the last digit that counts.
    var zeros = 0
    var place = first
    while true {
      let next = byte(at: place)
      place &+= 1
      if next == 0x2E { continue }
      guard JSONReader.isDigit(next) else { break }
      if next == 0x30 {
        if digits > 0 { zeros &+= 1 }
        continue
      }
      digits &+= zeros &+ 1
      if digits <= 18 {
        for _ in 0...zeros { significand = significand &* 10 }
        significand = significand &+ UInt64(next &- 0x30)
      }
      zeros = 0
    }
    return JSONNumber(
      isNegative: isNegative, significand: digits == 0 ? 0 : max(significand, 1),
      exponent: exponent &+ zeros, isInteger: isInteger, isLong: digits > 18)
  }
}
