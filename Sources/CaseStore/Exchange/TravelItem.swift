/// A file that gets in somewhere: where it lies, and what it is to be called there.
struct TravelItem: Sendable, Hashable {
  /// From the root of the place it comes from.
  var path: String
  /// Folder and names it gets, the first that is free.
  var folder: String
  var names: [String]
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  var sha: String
  var mode: UInt32 = 0o444
  /// Events come when all that they name is durable.
  var isEvent = false
  /// What was read already; `nil` is read when it is written.
  var bytes: [UInt8]?
}
