internal import Foundation
internal import StrictJSON

/// The bytes of a file, mapped; of standard input, read to the end.
final class InputFile: @unchecked Sendable {
  let name: String
  let bytes: UnsafeRawBufferPointer
  private let mapped: Bool

  /// `-` is standard input. A folder, a device or a missing file is told in one sentence.
  init(_ name: String) throws(Complaint) {
    self.name = name
    guard name != "-" else {
      let data = FileHandle.standardInput.readDataToEndOfFile()
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 8)
      data.copyBytes(to: copy)
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
        .badInput, say("\(shown(name)) 不是普通文件，请给出文件名", "\(shown(name)) is no regular file; name a file"))
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

  private static func trouble(_ name: String, _ code: Int32) -> Complaint {
    let reason = String(cString: strerror(code))
    return Complaint(.badInput, say("打不开 \(shown(name))：\(reason)", "cannot open \(shown(name)): \(reason)"))
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
