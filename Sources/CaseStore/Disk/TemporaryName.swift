import Glibc
import ScoringCore

/// Names of files that are being written: of which computer and program, so that the next start knows what nobody will
/// finish.
enum TemporaryName {
  static let prefix = ".new-"

  /// Not another's on any computer.
  static func make() -> String {
    "\(prefix)\(host)-\(getpid())-" + String(UInt64.random(in: .min ... .max), radix: 16)
  }

  /// Whether its program ran on this computer and is gone; a name that does not say is nobody's to judge.
  static func isOrphan(_ name: String) -> Bool {
    let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == host, let process = pid_t(parts[1]), process > 0 else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  private static let host: String = {
    var system = utsname()
    guard uname(&system) == 0 else { return "0" }
    let name = withUnsafeBytes(of: system.nodename) { Array($0.prefix { $0 != 0 }) }
    return String(Hexadecimal.sha256(name).prefix(8))
  }()
}
