internal import CEmbedded
internal import CaseStore
internal import Console
internal import Foundation
internal import ScoringCore
internal import SystemPackage
internal import Terminal
internal import Yams

/// How one person likes the console: `$XDG_CONFIG_HOME/tidu/console.yaml`, and over it the environment.
///
/// ```yaml
/// theme: dark          # one of themes/, or FILE of $XDG_CONFIG_HOME/tidu/themes/FILE.yaml
/// ambiguous: ask       # narrow, wide: how the terminal draws characters like ① and “ ”
/// glyphs: line         # ascii: no lines and blocks
/// ```
struct HostSettings {
  enum Ambiguous: String, CaseIterable { case ask, narrow, wide }
  enum Lines: String, CaseIterable { case line, ascii }

  var theme = "dark"
  var ambiguous = Ambiguous.ask
  var lines = Lines.line
  /// What of the file or the environment could not be followed: said once, when the console opens.
  private(set) var complaints: [Phrase] = []

  private let folder: String

  init(_ environment: [String: String]) {
    folder = HostFolders(environment).settings
    let file = folder + "/console.yaml"
    var wanted: [(key: String, value: String, place: String)] = []
    if let text = read(file) {
      do {
        guard let fields = try Yams.compose(yaml: text)?.mapping else {
          throw CocoaError(.fileReadCorruptFile)
        }
        for (key, value) in fields {
          wanted.append((key.string ?? "", value.string ?? "", "\(file):\(key.mark?.line ?? 1)"))
        }
      } catch {
        complaints.append(Phrase("\(file) 不是 YAML", "\(file) is not YAML"))
      }
    }
    for key in ["theme", "ambiguous", "glyphs"] {
      let name = "TIDU_" + key.uppercased()
      if let value = environment[name], !value.isEmpty { wanted.append((key, value, name)) }
    }
    for (key, value, place) in wanted { follow(key, value, place) }
  }

  /// A file of the person's own; `nil` where there is none, and a complaint where it cannot be had.
  private mutating func read(_ file: String) -> String? {
    do throws(MappedFile.Trouble) {
      if let text = String(validating: try MappedFile.contents(file), as: UTF8.self) { return text }
      complaints.append(Phrase("\(file) 不是 UTF-8 文本", "\(file) is not UTF-8 text"))
    } catch {
      if error != .system(.noSuchFileOrDirectory) { complaints.append(error.message(file)) }
    }
    return nil
  }

  private mutating func follow(_ key: String, _ value: String, _ place: String) {
    func unreadable(_ choices: [String]) -> Phrase {
      let shown = SafeText.clean(value, limit: 40)
      let all = choices.joined(separator: ", ")
      return Phrase(
        "\(place)：\(key) 不能是“\(shown)”，可选 \(all)", "\(place): \(key) cannot be “\(shown)”, only \(all)")
    }
    switch key {
    case "theme": theme = value
    case "ambiguous":
      if let choice = Ambiguous(rawValue: value) {
        ambiguous = choice
      } else {
        complaints.append(unreadable(Ambiguous.allCases.map(\.rawValue)))
      }
    case "glyphs":
      if let choice = Lines(rawValue: value) {
        lines = choice
      } else {
        complaints.append(unreadable(Lines.allCases.map(\.rawValue)))
      }
    default:
      let name = SafeText.clean(key, limit: 40)
      complaints.append(Phrase("\(place)：不认识“\(name)”", "\(place): “\(name)” is not known"))
    }
  }

  /// The theme for a terminal of that many colours: without any only the monochrome one tells roles apart.
  mutating func theme(for depth: ColorDepth) -> Theme {
    if depth == .none, Self.embeddedThemes[theme] != nil { theme = "monochrome" }
    return loadTheme()
  }

  /// The theme named; where it is missing or wrong, the built-in dark one and a complaint.
  private mutating func loadTheme() -> Theme {
    let embedded = Self.embeddedThemes
    let file = "\(folder)/themes/\(theme).yaml"
    let isPlainName = !theme.contains("/")
    let own = isPlainName ? read(file) : nil
    if let text = own ?? embedded[theme] {
      do {
        return try HostTheme(text, file: file).theme
      } catch {
        let place = error.line.map { "\(file):\($0)" } ?? file
        complaints.append(Phrase("\(place)：\(error.message.zh)", "\(place): \(error.message.en)"))
      }
    } else {
      let names = embedded.keys.sorted().joined(separator: ", ")
      let shown = SafeText.clean(theme, limit: 40)
      complaints.append(Phrase("没有主题“\(shown)”，可选 \(names)", "There is no theme “\(shown)”, only \(names)"))
    }
    return embedded["dark"].flatMap { try? HostTheme($0, file: "dark").theme }
      ?? Theme(name: "none", styles: [:])
  }

  /// The built-in themes and the person's own, by name.
  var themes: [String] {
    let own = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/themes")) ?? []
    // Names that YAML takes as they are.
    let names = own.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
      .filter { $0.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) } }
    return Set(names).union(Self.embeddedThemes.keys).sorted()
  }

  /// Writes the theme into the person's file, every other line of which stays; the trouble where it cannot be kept.
  func keepTheme() -> Phrase? {
    let file = folder + "/console.yaml"
    var lines: [String] = []
    do throws(MappedFile.Trouble) {
      guard let text = String(validating: try MappedFile.contents(file), as: UTF8.self) else {
        return Phrase("\(file) 不是 UTF-8 文本，主题没有保存", "\(file) is not UTF-8 text; the theme is not kept")
      }
      lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last?.isEmpty == true { lines.removeLast() }
    } catch {
      if error != .system(.noSuchFileOrDirectory) { return error.message(file) }
    }
    let line = "theme: \(theme)"
    if let place = lines.firstIndex(where: { $0.hasPrefix("theme:") }) {
      lines[place] = line
    } else {
      lines.append(line)
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file), options: .atomic)
      return nil
    } catch {
      return Phrase("主题没有保存：不能写 \(file)", "the theme is not kept: \(file) cannot be written")
    }
  }

  /// The files of `themes/` in the binary, by name.
  static var embeddedThemes: [String: String] {
    var found: [String: String] = [:]
    for index in 0..<tidu_embedded_count() {
      let file = tidu_embedded_at(index)
      let path = String(cString: file.path)
      guard path.hasPrefix("themes/"), path.hasSuffix(".yaml") else { continue }
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
      found[String(path.dropFirst(7).dropLast(5))] = String(decoding: bytes, as: UTF8.self)
    }
    return found
  }
}
