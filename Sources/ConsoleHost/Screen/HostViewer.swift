internal import Console
internal import Glibc
internal import ScoringCore
internal import Subprocess
internal import SystemPackage

/// The program that shows a paper: `TIDU_VIEWER`, the desktop's own, or a pager.
struct HostViewer {
  /// A name that is looked for on the `PATH`, or a path.
  let program: String
  /// What stands before the paper's own path.
  let arguments: [String]
  /// It draws on this terminal, so the console leaves it meanwhile.
  let needsTerminal: Bool
  /// The environment names it, not this program.
  let variable: String?

  /// Types that the desktop may open: what an enterprise hands in is read, never run, and a page or a script is not read
  /// by a program of which nobody knows what it does with it.
  private static let desktopTypes: Set<String> = [
    "pdf", "ofd", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "txt", "csv", "doc", "docx", "wps", "odt",
    "xls", "xlsx", "et", "ods", "ppt", "pptx", "dps", "odp",
  ]

  static func chosen(_ environment: [String: String]) -> HostViewer {
    if let own = environment["TIDU_VIEWER"], !own.isEmpty {
      return HostViewer(line: own, needsTerminal: true, variable: "TIDU_VIEWER")
    }
    if environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil {
      return HostViewer(line: "xdg-open", needsTerminal: false, variable: nil)
    }
    let pager = environment["PAGER"].flatMap { $0.isEmpty ? nil : $0 }
    return HostViewer(line: pager ?? "less", needsTerminal: true, variable: pager == nil ? nil : "PAGER")
  }

  /// - Parameter line: a program with arguments, blanks between them; the path of a program may hold blanks itself.
  private init(line: String, needsTerminal: Bool, variable: String?) {
    let words = line.split(separator: " ").map(String.init)
    let isWhole = line.utf8.first == 0x2F && access(line, X_OK) == 0
    program = isWhole ? line : words.first ?? line
    arguments = isWhole ? [] : Array(words.dropFirst())
    self.needsTerminal = needsTerminal
    self.variable = variable
  }

  private var executable: Executable { program.contains("/") ? .path(FilePath(program)) : .name(program) }

  /// A pager starts no program of its own, neither for what it shows nor at a key.
  private static let environment = Environment.inherit.updating([
    "LESSOPEN": nil, "LESSCLOSE": nil, "LESSSECURE": "1",
  ])

  /// Why it opens no file of this type; `nil` where it does.
  func refusal(of file: String) -> Phrase? {
    let type = file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
    guard !needsTerminal, !Self.desktopTypes.contains(type) else { return nil }
    return Phrase(
      "这种文件（\(SafeText.clean(type, limit: 20))）不交给桌面程序打开；可用 TIDU_VIEWER 指定查看程序",
      "files of this type (\(SafeText.clean(type, limit: 20))) are not given to the desktop; TIDU_VIEWER names a viewer"
    )
  }

  /// Shows the file; a toast when that failed.
  func open(_ path: String) async -> Toast? {
    let file = SafeText.clean(path.split(separator: "/").last.map(String.init) ?? path, limit: 80)
    let arguments = Arguments(arguments + [path])
    do {
      let status: TerminationStatus
      if needsTerminal {
        status = try await run(
          executable, arguments: arguments, environment: Self.environment,
          input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
          output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
          error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false)
        ).terminationStatus
      } else {
        status = try await run(
          executable, arguments: arguments, environment: Self.environment, input: .none, output: .discarded,
          error: .discarded
        ).terminationStatus
      }
      if status.isSuccess { return nil }
      return Toast(.failed, Phrase("\(program) 未能打开 \(file)", "\(program) could not open \(file)"))
    } catch {
      let name = SafeText.clean(program, limit: 200)
      guard let variable else {
        return Toast(
          .failed,
          Phrase(
            "无法运行 \(name)；可用 TIDU_VIEWER 指定查看程序", "\(name) cannot be run; TIDU_VIEWER names another viewer"))
      }
      return Toast(
        .failed,
        Phrase(
          "\(variable) 指定的 \(name) 不能运行：没有这个程序，或不可执行",
          "\(variable) names \(name), which cannot be run: there is no such program, or it is not executable"))
    }
  }
}
