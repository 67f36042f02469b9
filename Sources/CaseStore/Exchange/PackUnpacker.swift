import Crypto
import ScoringCore
import SystemPackage

/// Lays the files of a pack down as their bytes come: each under a name of the program's own that nothing has yet, held
/// against its size and hash.
///
/// Names that stand there already are found by the file system, so that nothing has to be kept in memory of them.
struct PackUnpacker: ~Copyable {
  /// Where the store's files go, below the folder.
  static let files = "store"
  private let disk: Disk
  private let folder: String
  private var line: [UInt8] = []
  private var open: OpenFile?
  private var lines = 0
  private var fileCount = 0
  private var size = 0
  private var events = 0

  private struct OpenFile {
    var file: TravelFile
    var handle: Int32
    var rest: Int
    var sha = SHA256()
  }

  init(_ disk: Disk, _ folder: String) {
    self.disk = disk
    self.folder = folder
  }

  deinit { if let open { try? disk.files.close(open.handle) } }

  /// Why it stopped.
  enum Failure: Error {
    case fault(PackFault)
    case store(StoreError)
  }

  mutating func take(_ text: [UInt8]) throws(Failure) {
    var rest = text[...]
    while !rest.isEmpty {
      if open != nil {
        let part = rest.prefix(open?.rest ?? 0)
        try write(part)
        rest = rest.dropFirst(part.count)
      } else if let end = rest.firstIndex(of: 0x0A) {
        line += rest[..<end]
        rest = rest[(end + 1)...]
        try begin()
      } else {
        line += rest
        rest = []
      }
      guard line.count < PackEntry.limit else { throw .fault(.line(lines + 1)) }
    }
  }

  /// - Throws: where it holds other than its head says.
  consuming func finish(_ head: PackHead) throws(Failure) {
    guard open == nil, line.isEmpty, fileCount == head.statement.files, size == head.statement.size,
      events == head.statement.events
    else { throw .fault(.count) }
  }

  private mutating func begin() throws(Failure) {
    lines += 1
    guard let file = PackEntry.file(line) else { throw .fault(.line(lines)) }
    line.removeAll(keepingCapacity: true)
    if lines == 1, file.path == PackEntry.events, file.size > 0, file.size % PackEntry.idSize == 0 {
      events = file.size / PackEntry.idSize
      open = OpenFile(file: file, handle: try create(folder, file.path), rest: file.size)
    } else {
      guard file.hasOwnName else { throw .fault(.name(file.path)) }
      fileCount += 1
      size += file.size
      let (above, name) = split("\(folder)/\(Self.files)/\(file.path)")
      open = OpenFile(file: file, handle: try create(above, name, of: file.path), rest: file.size)
    }
    if file.size == 0 { try close() }
  }

  private func create(_ above: String, _ name: String, of path: String? = nil) throws(Failure) -> Int32 {
    let path = path ?? name
    do throws(Errno) {
      let parent = try disk.make(above, mode: 0o700, durable: false)
      defer { if parent != disk.root { try? disk.files.close(parent) } }
      return try retrying(try disk.files.create(name, in: parent, mode: 0o600))
    } catch {
      // A file where a folder should be, or the other way round, is one name for two things as well.
      let isTaken = [.fileExists, .notDirectory, .isDirectory, .tooManySymbolicLinkLevels].contains(error)
      throw isTaken ? .fault(.doubled(path)) : .store(.writing(disk.shown("\(folder)/\(path)"), error))
    }
  }

  private mutating func write(_ part: ArraySlice<UInt8>) throws(Failure) {
    guard var file = open.take() else { return }
    part.withUnsafeBytes { file.sha.update(bufferPointer: $0) }
    file.rest -= part.count
    open = file
    do throws(Errno) {
      var rest = part
      while !rest.isEmpty { rest = rest.dropFirst(try retrying(try disk.files.write(file.handle, rest))) }
    } catch { throw .store(.writing(disk.shown("\(folder)/\(file.file.path)"), error)) }
    if file.rest == 0 { try close() }
  }

  private mutating func close() throws(Failure) {
    guard let file = open.take() else { return }
    do throws(Errno) { try disk.files.close(file.handle) } catch {
      // It is closed, and whoever takes it over reads its bytes.
      if error != .interrupted { throw .store(.writing(disk.shown("\(folder)/\(file.file.path)"), error)) }
    }
    guard Hexadecimal.text(file.sha.finalize()) == file.file.sha256 else { throw .fault(.content(file.file.path)) }
  }
}
