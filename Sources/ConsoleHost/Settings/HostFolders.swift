internal import Foundation

/// Where a person's own files are (XDG).
struct HostFolders {
  /// `$XDG_CONFIG_HOME/tidu`
  let settings: String

  init(_ environment: [String: String]) {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    settings =
      (environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config") + "/tidu"
  }
}
