/// First letters of the commonest readings of Chinese characters, for search by initials 拼音首字母.
public struct PinyinInitials: Sendable {
  /// The built-in table.
  public static let shared = PinyinInitials()

  private static let first: UInt32 = 0x4E00
  /// One letter a character from U+4E00 on; `.` where the reading is unknown.
  private let letters: [UInt8]

  /// Place names read otherwise than the commonest readings of their characters.
  private static let places: [(name: String, initials: String)] = [
    ("重庆", "cq"), ("厦门", "xm"), ("长春", "cc"), ("长沙", "cs"), ("长治", "cz"), ("长寿", "cs"),
    ("长宁", "cn"), ("长安", "ca"), ("长兴", "cx"), ("长乐", "cl"), ("长垣", "cy"), ("长江", "cj"),
    ("长城", "cc"), ("番禺", "py"), ("单县", "sx"), ("铅山", "ys"), ("乐清", "yq"), ("莘庄", "xz"),
    ("泌阳", "by"), ("洪洞", "ht"), ("繁峙", "fs"), ("蔚县", "yx"), ("宝坻", "bd"), ("浚县", "xx"),
    ("荥经", "yj"), ("西藏", "xz"), ("藏族", "zz"), ("枞阳", "zy"), ("涡阳", "gy"), ("尉犁", "yl"),
    ("大埔", "db"), ("曾都", "zd"), ("东阿", "de"), ("会稽", "kj"), ("覃塘", "qt"), ("犍为", "qw"),
  ]

  private let placesByFirst: [Unicode.Scalar: [(rest: [Unicode.Scalar], initials: String)]]

  private init() {
    letters = Embedded.bytes("pinyin-initials.txt").filter { $0 != 0x0A && $0 != 0x0D }
    var byFirst: [Unicode.Scalar: [(rest: [Unicode.Scalar], initials: String)]] = [:]
    for (name, initials) in Self.places {
      let scalars = Array(name.unicodeScalars)
      byFirst[scalars[0], default: []].append((Array(scalars.dropFirst()), initials))
    }
    placesByFirst = byFirst
  }

  /// The initials of a text in lower case: a letter a Chinese character, ASCII letters and digits as they are,
  /// every other character left out. `重庆长安` gives `cqca`.
  public func initials(of text: String) -> String {
    var result: [UInt8] = []
    let scalars = Array(text.unicodeScalars)
    var position = 0
    while position < scalars.count {
      let after = scalars[(position + 1)...]
      if let place = placesByFirst[scalars[position]]?.first(where: { after.starts(with: $0.rest) }) {
        result.append(contentsOf: place.initials.utf8)
        position += 1 + place.rest.count
      } else {
        if let letter = initial(of: scalars[position]) { result.append(letter) }
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func initial(of scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return UInt8(value)
    case 0x41...0x5A: return UInt8(value + 0x20)
    // Full-width digits and letters.
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: return UInt8(value - 0xFEE0)
    case 0xFF21...0xFF3A: return UInt8(value - 0xFEE0 + 0x20)
    default: break
    }
    guard value >= Self.first, value < Self.first + UInt32(letters.count) else { return nil }
    let letter = letters[Int(value - Self.first)]
    return letter == 0x2E ? nil : letter
  }
}
