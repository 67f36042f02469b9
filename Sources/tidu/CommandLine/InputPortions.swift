internal import CaseStore
internal import Foundation
internal import SystemPackage

/// A file, or standard input, in portions of whole lines: however long it is, no more than a portion is in memory. What
/// holds one document is one portion.
final class InputPortions {
  /// Bytes after which a portion ends with the line.
  private static let size = 4 << 20

  let name: String
  /// `nil` for standard input.
  private let descriptor: Int32?
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  /// Ends of lines in `bytes`.
  private var lineFeeds = 0

  /// - Parameter name: `-` is standard input. A folder, a device or a missing file is told in one sentence.
  init(_ name: String) throws(CommandError) {
    self.name = name
    guard name != StandardInput.name else {
      try StandardInput.claim()
      descriptor = nil
      return
    }
    do throws(MappedFile.Trouble) { descriptor = try MappedFile.open(name).descriptor } catch {
      throw CommandError(error, of: name)
    }
  }

  deinit { if let descriptor { close(descriptor) } }

  /// - Parameter body: gets the bytes of a portion, how many lines of the file are before it, and whether a line is a
  ///   document.
  func forEach(_ body: (UnsafeRawBufferPointer, _ linesBefore: Int, _ isLines: Bool) -> Void) throws(CommandError) {
    // Two lines say what it is.
    while !isAtEnd, bytes.count < Self.size || lineFeeds < 2 { try readMore() }
    guard bytes.withUnsafeBytes({ InputFile.isLines($0, name) }) else {
      while !isAtEnd { try readMore() }
      return bytes.withUnsafeBytes { body($0, 0, false) }
    }
    var linesBefore = 0
    while true {
      // Up to the last line that is whole; the end of the file ends its line.
      while !isAtEnd, bytes.count < Self.size || lineFeeds == 0 { try readMore() }
      let end = isAtEnd ? bytes.count : (bytes.lastIndex(of: 0x0A) ?? bytes.count - 1) + 1
      bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<end]), linesBefore, true) }
      if isAtEnd { return }
      linesBefore += lineFeeds
      lineFeeds = 0
      bytes.removeFirst(end)
    }
  }

  private func readMore() throws(CommandError) {
    let before = bytes.count
    defer { for byte in bytes[before...] where byte == 0x0A { lineFeeds += 1 } }
    guard let descriptor else { return isAtEnd = try !StandardInput.append(to: &bytes) }
    do throws(Errno) { isAtEnd = try !StandardInput.append(to: &bytes, from: descriptor) } catch {
      throw CommandError(.system(error), of: name)
    }
  }
}
