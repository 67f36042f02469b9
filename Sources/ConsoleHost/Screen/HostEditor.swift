internal import Console
internal import Foundation
internal import ScoringCore

/// The officer's editor, `VISUAL` or `EDITOR`, for the text of a form's field.
struct HostEditor {
  private let program: HostProgram
  /// Where the folder of a text is made: the officer's own, or the one for temporary files.
  private let place: String

  /// At most this many bytes are taken back.
  static let limit = 64 << 10
  /// Seconds after which a text that was kept, or left by a program that was killed, is removed.
  private static let leftover: TimeInterval = 7 * 86_400

  /// - Parameter own: the officer's own folder, where she has one.
  init(_ environment: [String: String], own: String?) {
    program = HostProgram(
      of: ["VISUAL", "EDITOR"], otherwise: "nano",
      naming: Phrase("可用环境变量 VISUAL 指定编辑程序", "VISUAL names another editor"), environment)
    let temporary = environment["TMPDIR"].flatMap { $0.utf8.first == 0x2F ? $0 : nil }
    place = own ?? temporary ?? "/tmp"
  }

  /// Lets her edit the text in a file of its own, which is removed; what she made of it, or why the text stays.
  ///
  /// What cannot be taken back is kept, and the sentence names the file.
  func edit(_ text: String, dialog: String, field: String, by lend: HostProgram.Lend) -> Message {
    sweep()
    var template = Array("\(place)/edited-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return refusal(Self.unwritten(place)) }
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let file = folder + "/text.txt"
    let given = Data(text.utf8)
    guard FileManager.default.createFile(atPath: file, contents: given, attributes: [.posixPermissions: 0o600]) else {
      try? FileManager.default.removeItem(atPath: folder)
      return refusal(Self.unwritten(folder))
    }
    let done = program.run(on: file, by: lend)
    let left = Self.contents(file)
    let edited = left.flatMap { Self.text($0, from: text) }
    if done == true, let edited {
      try? FileManager.default.removeItem(atPath: folder)
      return .edited(dialog: dialog, field: field, text: edited)
    }
    let isKept = left.map { $0 != given } ?? false
    if !isKept { try? FileManager.default.removeItem(atPath: folder) }
    let why =
      switch done {
      case nil: program.notStarted
      case false:
        Phrase("\(program.name) 未正常结束，文字未改", "\(program.name) did not end well; the text stays as it was")
      default: Self.unusable(left)
      }
    return refusal(why, kept: isKept ? file : nil)
  }

  /// What the editor left, up to a byte more than is taken; `nil` where there is no plain file any more.
  private static func contents(_ file: String) -> Data? {
    let descriptor = open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? handle.read(upToCount: limit + 1) ?? Data()
  }

  /// The text of what was left: without the mark that some editors put before it and the end of line that most put
  /// behind it. `nil` where it is longer than is taken, or not UTF-8.
  static func text(_ bytes: Data, from before: String) -> String? {
    guard bytes.count <= limit, var text = String(validating: bytes, as: UTF8.self) else { return nil }
    if text.unicodeScalars.first == "\u{FEFF}", before.unicodeScalars.first != "\u{FEFF}" {
      text.unicodeScalars.removeFirst()
    }
    // `\r\n` is one character.
    if text.last?.isNewline == true, before.last?.isNewline != true { text.removeLast() }
    return text
  }

  private static func unusable(_ left: Data?) -> Phrase {
    guard let left else {
      return Phrase("编辑后找不到该文件，文字未改", "the edited file is gone; the text stays as it was")
    }
    if left.count > limit {
      return Phrase(
        "编辑后的文字超过 64 KiB，未采用，文字未改", "the edited text is over 64 KiB and was not taken; the text stays as it was")
    }
    return Phrase("编辑后的文件不是 UTF-8，未采用，文字未改", "the edited file is not UTF-8 and was not taken; the text stays as it was")
  }

  private static func unwritten(_ folder: String) -> Phrase {
    Phrase(
      "不能在 \(folder) 建立供编辑的文件，文字未改", "no file to edit can be made in \(folder); the text stays as it was")
  }

  private func refusal(_ why: Phrase, kept: String? = nil) -> Message {
    guard let kept else { return .told(Toast(.failed, why)) }
    let file = SafeText.clean(kept, limit: 300)
    return .told(
      Toast(
        .failed, Phrase("\(why.zh)；所写内容在 \(file) 保留一周", "\(why.en); what was written is kept for a week in \(file)")))
  }

  private func sweep() {
    let files = FileManager.default
    for old in (try? files.contentsOfDirectory(atPath: place)) ?? [] where old.hasPrefix("edited-") {
      let path = place + "/" + old
      guard let kind = try? files.attributesOfItem(atPath: path), kind[.type] as? FileAttributeType == .typeDirectory,
        kind[.ownerAccountID] as? Int == Int(getuid()), let date = kind[.modificationDate] as? Date,
        date.timeIntervalSinceNow < -Self.leftover
      else { continue }
      try? files.removeItem(atPath: path)
    }
  }
}
