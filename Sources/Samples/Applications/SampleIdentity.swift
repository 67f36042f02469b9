internal import ScoringCore

/// Names and codes that no enterprise can have: every name begins with 示例, and the region in every credit code,
/// 99xxxx, is assigned to no place. The check character is right, so that its finding stays rare.
enum SampleIdentity {
  static func name(_ trade: SampleTrade, division: Division?, _ random: inout SplitMix) -> String {
    let core = "示例" + brand(&random) + random.pick(trade.words)
    var form = random.pick(SampleTrade.forms)
    if core.hasSuffix("科技"), form.hasPrefix("科技") { form.removeFirst(2) }
    if let division, random.chance(18) { return core + "（" + division.short + "）" + form }
    return core + form
  }

  static func brand(_ random: inout SplitMix) -> String {
    String([random.pick(SampleTrade.brandBeginnings), random.pick(SampleTrade.brandEndings)])
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// - Parameter spoiled: with a wrong check character.
  static func creditCode(_ random: inout SplitMix, spoiled: Bool) -> String {
    var digits = [9, 1, 9, 9]
    for _ in 0..<4 { digits.append(random.int(0, 9)) }
    digits += [10, 10]
    for _ in 0..<7 { digits.append(random.int(0, 9)) }
    var sum = 0
    var weight = 1
    for digit in digits {
      sum += digit * weight
      weight = weight * 3 % 31
    }
    let check = ((31 - sum % 31) % 31 + (spoiled ? 1 : 0)) % 31
    return String((digits + [check]).map { alphabet[$0] })
  }
}
