internal import Console
internal import ScoringCore
internal import Subprocess
internal import SystemPackage

/// The program that shows a paper: `TIDU_VIEWER`, the desktop's own, or a pager.
struct HostViewer {
  let program: String
  /// It draws on this terminal, so the console leaves it meanwhile.
  let needsTerminal: Bool

  static func chosen(_ environment: [String: String]) -> HostViewer {
    if let own = environment["TIDU_VIEWER"], !own.isEmpty {
      return HostViewer(program: own, needsTerminal: true)
    }
    if environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil {
      return HostViewer(program: "xdg-open", needsTerminal: false)
    }
    return HostViewer(
      program: environment["PAGER"].flatMap { $0.isEmpty ? nil : $0 } ?? "less", needsTerminal: true)
  }

  /// Shows the file; a toast when that failed.
  func open(_ path: String) async -> Toast? {
    let file = SafeText.clean(path.split(separator: "/").last.map(String.init) ?? path, limit: 80)
    do {
      let status: TerminationStatus
      if needsTerminal {
        status = try await run(
          .name(program), arguments: [path],
          input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
          output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
          error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false)
        ).terminationStatus
      } else {
        status = try await run(
          .name(program), arguments: [path], input: .none, output: .discarded, error: .discarded
        ).terminationStatus
      }
      if status.isSuccess { return nil }
      return Toast(.failed, Phrase("\(program) 未能打开 \(file)", "\(program) could not open \(file)"))
    } catch {
      return Toast(
        .failed,
        Phrase(
          "无法运行 \(program)；可用 TIDU_VIEWER 指定查看程序",
          "\(program) cannot be run; TIDU_VIEWER names another viewer"))
    }
  }
}
