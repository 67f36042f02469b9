import ScoringCore
import Synchronization

/// Event files that were read and count for nothing, by folder: of keys that the registry does not know, and those whose
/// bytes are whole and are no signed event. Kept in the officer's own folder, so that however many there are each is read
/// once: not again while its name, size, time of change and inode are the same, and the registry does not know its key.
final class SetAsideFiles: Sendable {
  struct Entry: Sendable, Hashable {
    var size: Int
    var modified: Int64
    var nanoseconds: Int64
    var inode: UInt64
    var file: EventFolder.UnreadableFile

    init(_ file: EventFolder.UnreadableFile, _ status: FileStatus) {
      size = status.size
      modified = status.modified
      nanoseconds = status.nanoseconds
      inode = status.inode
      self.file = file
    }

    func fits(_ status: FileStatus) -> Bool {
      status.kind == .file && size == status.size && modified == status.modified && nanoseconds == status.nanoseconds
        && inode == status.inode
    }
  }

  private struct State: Sendable {
    /// By the bytes of the files' names.
    var folders: [String: [Entry]] = [:]
    var isChanged = false
  }

  private static let magic = Array("tidu.aside/2\n".utf8)
  private static let name = "aside"
  /// Read when it is first asked for.
  private let state = Mutex<State?>(nil)
  private let own: OfficerFolder?
  private let place: String

  /// - Parameters:
  ///   - own: where they are kept; `nil` keeps them in memory alone.
  ///   - folder: in it.
  init(_ own: OfficerFolder?, in folder: String = "") {
    self.own = own
    place = folder
  }

  /// What was set aside in a folder, by the bytes of the names.
  func entries(of folder: String) -> [Entry] {
    state.withLock { state in
      if state == nil { state = SetAsideFiles.read(own, place) }
      return state?.folders[folder] ?? []
    }
  }

  /// Takes what is set aside in a folder now, in place of what was.
  /// - Parameter entries: by the bytes of the names.
  func set(_ entries: [Entry], of folder: String) {
    state.withLock { state in
      if state == nil { state = SetAsideFiles.read(own, place) }
      state?.folders[folder] = entries.isEmpty ? nil : entries
      state?.isChanged = true
    }
  }
}

// MARK: on disk

extension SetAsideFiles {
  private static func read(_ own: OfficerFolder?, _ folder: String) -> State {
    let name = folder.isEmpty ? name : "\(folder)/\(name)"
    let bytes = (try? own?.disk.readIfPresent(name, limit: 1 << 30)) ?? nil
    let start = magic.count + 64
    guard let bytes, bytes.count >= start, bytes.starts(with: magic),
      Hexadecimal.sha256(bytes[start...]).utf8.elementsEqual(bytes[(start - 64)..<start])
    else { return State() }
    let folders = try? bytes.withUnsafeBytes { raw throws(IndexReader.Damage) in
      var reader = try IndexReader(raw, from: start)
      var folders: [String: [Entry]] = [:]
      for _ in 0..<(try reader.size()) {
        let folder = try reader.text()
        let count = try reader.size()
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
          entries.append(try Entry(&reader))
        }
        folders[folder] = entries
      }
      return folders
    }
    return State(folders: folders ?? [:])
  }

  /// Keeps what is known; a failure costs time alone.
  func save() {
    guard let own else { return }
    let body = state.withLock { state -> [UInt8]? in
      guard let known = state, known.isChanged else { return nil }
      state?.isChanged = false
      var writer = IndexWriter()
      writer.raw(UInt64(known.folders.count))
      for (folder, entries) in known.folders {
        writer.text(folder)
        writer.raw(UInt64(entries.count))
        for entry in entries { entry.write(to: &writer) }
      }
      return writer.finish()
    }
    guard let body else { return }
    try? own.write(
      SetAsideFiles.magic + Array(Hexadecimal.sha256(body).utf8) + body, in: place, name: SetAsideFiles.name)
  }
}

extension SetAsideFiles.Entry {
  fileprivate init(_ reader: inout IndexReader) throws(IndexReader.Damage) {
    let name = try reader.text()
    size = try reader.number()
    modified = Int64(try reader.number())
    nanoseconds = Int64(try reader.number())
    inode = try reader.raw()
    let stranger = try reader.optional { reader throws(IndexReader.Damage) in try reader.text() }
    let isForged = try reader.raw() == 1
    file = EventFolder.UnreadableFile(
      name: name, message: Phrase(try reader.text(), try reader.text()), isWhole: true, stranger: stranger,
      isForged: isForged)
  }

  fileprivate func write(to writer: inout IndexWriter) {
    writer.text(file.name)
    writer.number(size)
    writer.number(Int(modified))
    writer.number(Int(nanoseconds))
    writer.raw(inode)
    writer.optional(file.stranger) { $0.text($1) }
    writer.raw(file.isForged ? 1 : 0)
    writer.text(file.message.zh)
    writer.text(file.message.en)
  }
}
