internal import Console
internal import ScoringCore
internal import Subprocess

/// What shows a paper: `TIDU_VIEWER`, the desktop's own, or a pager.
struct HostViewer {
  let program: HostProgram
  /// It draws on this terminal, so the console leaves it meanwhile.
  let needsTerminal: Bool

  /// Types that the desktop may open: what an enterprise hands in is read, never run, and a page or a script is not read
  /// by a program of which nobody knows what it does with it.
  private static let desktopTypes: Set<String> = [
    "pdf", "ofd", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "txt", "csv", "doc", "docx", "wps", "odt",
    "xls", "xlsx", "et", "ods", "ppt", "pptx", "dps", "odp",
  ]

  static func chosen(_ environment: [String: String]) -> HostViewer {
    // A pager starts no program of its own, neither for what it shows nor at a key.
    var environment = environment
    environment["LESSOPEN"] = nil
    environment["LESSCLOSE"] = nil
    environment["LESSSECURE"] = "1"
    if environment["TIDU_VIEWER"] ?? "" == "", environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil {
      return HostViewer(
        program: HostProgram(of: [], otherwise: "xdg-open", naming: naming, environment), needsTerminal: false)
    }
    return HostViewer(
      program: HostProgram(of: ["TIDU_VIEWER", "PAGER"], otherwise: "less", naming: naming, environment),
      needsTerminal: true)
  }

  private static var naming: Phrase {
    Phrase("可用 TIDU_VIEWER 指定查看程序", "TIDU_VIEWER names another viewer")
  }

  /// Whether it can be expected to show a page of HTML: a pager shows what it is made of.
  var showsPages: Bool { !needsTerminal || program.variable == "TIDU_VIEWER" }

  /// Why it opens no file of this type; `nil` where it does.
  func refusal(of file: String) -> Phrase? {
    let type = file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
    guard !needsTerminal, !Self.desktopTypes.contains(type) else { return nil }
    return Phrase(
      "这种文件（\(SafeText.clean(type, limit: 20))）不交给桌面程序打开；可用 TIDU_VIEWER 指定查看程序",
      "files of this type (\(SafeText.clean(type, limit: 20))) are not given to the desktop; TIDU_VIEWER names a viewer"
    )
  }

  /// Shows the file on this terminal; a toast when that failed.
  func show(_ path: String, by lend: HostProgram.Lend) -> Toast? { answer(program.run(on: path, by: lend), path) }

  /// Shows the file in a window of the desktop's; a toast when that failed.
  func openOnDesktop(_ path: String) async -> Toast? {
    let done = try? await run(
      .name(program.program), arguments: Arguments(program.arguments + [path]),
      environment: .inherit, input: .none, output: .discarded, error: .discarded
    ).terminationStatus.isSuccess
    return answer(done, path)
  }

  private func answer(_ done: Bool?, _ path: String) -> Toast? {
    guard let done else { return Toast(.failed, program.notStarted) }
    if done { return nil }
    let file = SafeText.clean(path.split(separator: "/").last.map(String.init) ?? path, limit: 80)
    return Toast(.failed, Phrase("\(program.name) 未能打开 \(file)", "\(program.name) could not open \(file)"))
  }
}
