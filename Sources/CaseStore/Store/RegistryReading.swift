import Casework

/// The registry as it was read.
struct RegistryReading: Sendable {
  var fingerprint: UInt64
  var registry: Registry

  /// What of it does not count.
  var unreadable: [UncountedFile] { registry.unreadable }
  /// Files of it, by path, without which it was not read whole.
  var incomplete: [UncountedFile] { registry.incomplete }
  /// Why it could not be read whole; `nil` where it was.
  var failure: UncountedFile? { unreadable.first { $0.kind == .unread } }
}
