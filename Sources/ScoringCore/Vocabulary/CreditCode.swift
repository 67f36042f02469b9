/// The unified social credit code 统一社会信用代码 by GB 32100-2015 (Facts §1.5).
package enum CreditCode {
  /// 18 digits and capitals.
  package static func isWellFormed(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 18 && bytes.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x41 < 26 }
  }

  /// The characters it uses, in the order of their values: the letters I, O, S, V and Z are left out.
  private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

  /// The check character of the first 17; `nil` where one of them is not used by the code.
  static func checkCharacter(of code: String) -> Character? {
    var sum = 0
    for (character, weight) in zip(code.utf8, weights) {
      guard let value = characters.firstIndex(of: character) else { return nil }
      sum += value * weight
    }
    return Character(Unicode.Scalar(characters[(31 - sum % 31) % 31]))
  }
}
