internal import CaseStore
internal import Foundation
internal import ScoringCore
internal import StrictJSON
internal import SystemPackage

/// The bytes of a file, mapped; of standard input, read to the end.
final class InputFile: @unchecked Sendable {
  let name: String
  /// Good while the file is held: inside `withExtendedLifetime`, or where the file is a parameter.
  let bytes: UnsafeRawBufferPointer
  private let mapped: Bool

  /// `-` is standard input. A folder, a device or a missing file is told in one sentence.
  init(_ name: String) throws(Complaint) {
    self.name = name
    guard name != StandardInput.name else {
      let read = try StandardInput.read()
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: read.count, alignment: 8)
      copy.copyBytes(from: read)
      bytes = UnsafeRawBufferPointer(copy)
      mapped = false
      return
    }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw InputFile.trouble(name, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputFile.trouble(name, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Complaint(
        .badInput,
        say(
          "\(shown(name)) 是文件夹、管道或设备；请给出文件名，管道用 - 从标准输入读",
          "\(shown(name)) is a folder, a pipe or a device; name a file, or pipe into -"))
    }
    let count = Int(status.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      mapped = false
      return
    }
    guard let map = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), map != MAP_FAILED else {
      throw InputFile.trouble(name, errno)
    }
    madvise(map, count, MADV_SEQUENTIAL)
    bytes = UnsafeRawBufferPointer(start: map, count: count)
    mapped = true
  }

  deinit {
    if mapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// A copy of the bytes of a file, for what keeps them: those of `bytes` are gone with the object.
  static func contents(_ name: String) throws(Complaint) -> [UInt8] {
    let file = try InputFile(name)
    return withExtendedLifetime(file) { Array(file.bytes) }
  }

  private static func trouble(_ name: String, _ code: Int32) -> Complaint {
    let why = Errno(rawValue: code).message(Speech.language)
    return Complaint(
      .badInput,
      say("打不开 \(shown(name))：\(why)；请核对", "cannot open \(shown(name)): \(why); check the name"))
  }

  /// One document, or one a line? By its name; where that says nothing, by how the first two lines begin and end.
  var isLines: Bool {
    if name.hasSuffix(".json") { return false }
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return true }
    let opening = UInt8(ascii: "{")
    var lines = JSONLines(bytes).lazy.compactMap { Self.trimmed($0) }.makeIterator()
    guard let first = lines.next(), first.first == opening else { return false }
    return first.last == UInt8(ascii: "}") || lines.next()?.first == opening
  }

  /// The line without the blanks at its end, `nil` when nothing is left.
  private static func trimmed(_ line: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer>? {
    guard let last = line.lastIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
    return line[...last]
  }
}
