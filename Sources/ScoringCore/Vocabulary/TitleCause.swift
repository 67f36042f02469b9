/// Why a title is inquired into 核查事由; the raw values are words of events.
public enum TitleCause: String, Sendable, Hashable, CaseIterable {
  /// Yearly updates, or a major change, that nobody reported.
  case updateMissed, changeUnreported
  /// The standard is no longer met.
  case belowStandard
  /// 重大安全、质量、环境污染事故.
  case accident
  /// 严重失信, 偷漏税, 数据造假.
  case dishonesty, evasion, falseData
  /// What the officer says.
  case other
}
