import Glibc

/// What a program that has opened a key leaves of its memory.
enum ProcessMemory {
  /// No core file from here on: it would hold the key. Keys themselves lie in buffers of the crypto library, of which
  /// none can be pinned from here.
  static let withholdCore: Void = {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }()
}
