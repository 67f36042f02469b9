import Glibc

/// What can go wrong with a call.
enum Fault {
  private static let reading = [EIO, ESTALE, EMFILE, EACCES]

  /// For the library, every way in which a call of a program that reads or writes a store goes wrong.
  static func of(_ call: Call) -> [String] {
    func fails(_ errors: [Int32]) -> [String] { errors.map { "fails:\($0)" } }
    let kills = ["before", "after"]
    return switch call.name {
    case "open", "folder": fails(reading) + ["before"]
    case "read": fails([EIO, ESTALE, EINTR]) + ["short", "before"]
    case "names", "status": fails([EIO, ESTALE]) + ["before"]
    case "close": fails([EIO])
    case "create": fails([ENOSPC, EIO, EMFILE, EACCES, EROFS, EDQUOT, EINTR]) + ["told:\(EIO)"] + kills
    case "write": fails([ENOSPC, EIO, EDQUOT, EINTR]) + ["short"] + kills
    case "sync": fails([EIO, ENOSPC, EINTR]) + kills
    case "mode": fails([EPERM, EIO]) + kills
    case "lock": fails([EINTR, ENOLCK, EIO]) + ["before"]
    case "make", "link", "rename": fails([ENOSPC, EIO, EACCES, EROFS, EDQUOT]) + ["told:\(EIO)"] + kills
    case "remove": fails([EIO, EACCES, EROFS]) + ["told:\(EIO)"] + kills
    default: fails([EIO])
    }
  }

  /// For a person.
  static func words(_ fault: String) -> String {
    let parts = fault.split(separator: ":")
    guard parts.count == 2, let number = Int32(parts[1]) else {
      return fault == "short" ? "cut short" : "killed \(fault)"
    }
    let name = String(cString: strerror(number))
    return parts[0] == "told" ? "done and told as “\(name)”" : "“\(name)”"
  }
}
