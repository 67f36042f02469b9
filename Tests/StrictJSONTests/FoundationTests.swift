import Foundation
import StrictJSON
import Testing

/// The platform's reader as a witness: what is taken here it takes too, with equal values.
@Suite struct FoundationTests {
  @Test func `strict JSON is JSON to the platform, with equal values`() throws {
    var generator = Generator(state: 20_261_124)
    let pieces = Array("{}[],:\"\\0123456789.eE+-truefalsn \u{80}".utf8)
    var taken = 0
    for round in 0..<20_000 {
      var bytes = generator.value(depth: 3).canonicalBytes
      // Three in four are spoilt in one place.
      if round % 4 != 0 {
        let place = generator.below(bytes.count)
        let piece = pieces[generator.below(pieces.count)]
        switch generator.below(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = piece
        default: bytes.insert(piece, at: place)
        }
      }
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      taken += 1
      #expect(readerTakes(bytes))
      // The platform refuses numbers that pass a Double, for which an exponent is needed here.
      guard let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      else {
        #expect(bytes.contains(0x65) || bytes.contains(0x45), "\(String(decoding: bytes, as: UTF8.self))")
        continue
      }
      #expect(isEqual(value, theirs), "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(taken > 5_000 && taken < 19_000)
  }

  private func isEqual(_ ours: JSONValue, _ theirs: Any) -> Bool {
    switch ours {
    case .null: return theirs is NSNull
    case .bool(let value): return theirs as? Bool == value
    case .integer(let value): return (theirs as? NSNumber)?.int64Value == value
    case .decimal(let text):
      guard let number = (theirs as? NSNumber)?.doubleValue, let value = Double(text) else { return false }
      return number == value || abs(number - value) <= abs(value) * 1e-12
    case .string(let value):
      return (theirs as? String).map { Array($0.unicodeScalars) } == Array(value.unicodeScalars)
    case .array(let items):
      guard let array = theirs as? [Any], array.count == items.count else { return false }
      return zip(items, array).allSatisfy { isEqual($0, $1) }
    case .object(let members):
      guard let object = theirs as? [String: Any] else { return false }
      return members.allSatisfy { member in object[member.key].map { isEqual(member.value, $0) } ?? false }
    }
  }
}
