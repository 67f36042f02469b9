internal import CaseStore
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// The bytes of a file, mapped; of standard input, read to the end.
final class InputFile: @unchecked Sendable {
  let name: String
  /// Good while the file is held: inside `withExtendedLifetime`, or where the file is a parameter.
  let bytes: UnsafeRawBufferPointer
  /// `nil` where `bytes` are those of standard input.
  private let mapped: MappedFile?

  /// `-` is standard input. A folder, a device or a missing file is told in one sentence.
  init(_ name: String) throws(CommandError) {
    self.name = name
    guard name != StandardInput.name else {
      let read = try StandardInput.read()
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: read.count, alignment: 8)
      copy.copyBytes(from: read)
      bytes = UnsafeRawBufferPointer(copy)
      mapped = nil
      return
    }
    do throws(MappedFile.Trouble) {
      let file = try MappedFile(name)
      mapped = file
      bytes = file.bytes
    } catch { throw CommandError(error, of: name) }
  }

  deinit {
    if mapped == nil { bytes.deallocate() }
  }

  /// A copy of the bytes of a file, for what keeps them: those of `bytes` are gone with the object.
  static func contents(_ name: String) throws(CommandError) -> [UInt8] {
    let file = try InputFile(name)
    return withExtendedLifetime(file) { Array(file.bytes) }
  }

  /// One document, or one a line?
  var isLines: Bool { Self.isLines(bytes, name) }

  /// By the file's name; where that says nothing, by how the first two lines begin and end.
  static func isLines(_ bytes: UnsafeRawBufferPointer, _ name: String) -> Bool {
    if name.hasSuffix(".json") { return false }
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return true }
    let opening = UInt8(ascii: "{")
    var lines = JSONLines(bytes).lazy.compactMap { trimmed($0) }.makeIterator()
    guard let first = lines.next(), first.first == opening else { return false }
    return first.last == UInt8(ascii: "}") || lines.next()?.first == opening
  }

  /// The line without the blanks at its end, `nil` when nothing is left.
  private static func trimmed(_ line: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer>? {
    guard let last = line.lastIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
    return line[...last]
  }
}

extension CommandError {
  /// A file that could not be opened or read.
  init(_ trouble: MappedFile.Trouble, of name: String) {
    let hint = trouble == .notPlain ? localized("，管道用 - 从标准输入读", ", or pipe into -") : ""
    self.init(.badInput, trouble.message(shown(name))(OutputLanguage.language) + hint)
  }
}
