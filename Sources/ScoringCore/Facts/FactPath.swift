/// The place of one declared fact: what an officer verifies, and what an explanation cites.
public enum FactPath: Sendable, Hashable {
  /// `facts.sizeSector`; of a yearly fact or an array the whole.
  case fact(Fact)
  /// `facts.revenue.2024`.
  case year(Fact, Int)
  /// `facts.awards[0]`, counted as declared.
  case item(Fact, Int)
  /// `local.listing`.
  case local(String)

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .fact(let fact): fact.name
    case .year(let fact, let year): Phrase("\(fact.name.zh) \(year)", "\(fact.name.en) \(year)")
    case .item(let fact, let index):
      Phrase("\(fact.name.zh) 第 \(index + 1) 项", "\(fact.name.en), item \(index + 1)")
    case .local(let key): Phrase("地方事实 \(key)", "Local fact \(key)")
    }
  }

  /// `nil` for a path under `local`.
  public var fact: Fact? {
    switch self {
    case .fact(let fact), .year(let fact, _), .item(let fact, _): fact
    case .local: nil
    }
  }
}

extension FactPath: CustomStringConvertible, LosslessStringConvertible {
  /// As an event and an explanation write it; `FactPath(_:)` reads it back.
  public var description: String {
    switch self {
    case .fact(let fact): "facts.\(fact.rawValue)"
    case .year(let fact, let year): "facts.\(fact.rawValue).\(year)"
    case .item(let fact, let index): "facts.\(fact.rawValue)[\(index)]"
    case .local(let key): "local.\(key)"
    }
  }

  /// `nil` for what is no path of a fact: another key, a year of a fact that has none, an index of no array.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts[1].isEmpty else { return nil }
    if parts[0] == "local", parts.count == 2 {
      self = .local(String(parts[1]))
      return
    }
    guard parts[0] == "facts" else { return nil }
    let key = parts[1].prefix { $0 != "[" }
    guard let fact = Fact(rawValue: String(key)) else { return nil }
    let rest = parts[1].dropFirst(key.count)
    switch (parts.count, rest.isEmpty) {
    case (2, true): self = .fact(fact)
    case (2, false):
      guard fact.kind == .items, let index = Int(rest.dropFirst().dropLast()), index >= 0 else { return nil }
      self = .item(fact, index)
    case (3, true):
      guard fact.isYearly, let year = Int(parts[2]), (1900...2199).contains(year) else { return nil }
      self = .year(fact, year)
    default: return nil
    }
    // One fact, one path: no leading zeros, no signs.
    guard description == text else { return nil }
  }
}
