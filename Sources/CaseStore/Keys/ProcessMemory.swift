import CPosix
import Glibc

/// What a program that has opened a key lets out of its memory.
enum ProcessMemory {
  /// From here on no core is left, in a file or for a program that collects them, and no other program of the same user
  /// may look into the memory: it holds the key. Keys lie in buffers of the crypto library, which wipes them and of which
  /// none can be pinned from here: a page may reach the swap.
  static let withhold: Void = {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = tidu_withhold_memory()
  }()
}
