import Foundation
import TerminalModel

/// The program under test: the debug binary beside this test bundle.
enum Program {
  /// Its path, found from this bundle's own.
  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folder = bundle.bundleURL.deletingLastPathComponent()
    }
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.path + "/tidu") {
      folder.deleteLastPathComponent()
    }
    return folder.path + "/tidu"
  }()
}
