import ScoringCore
import Synchronization
import SystemPackage

/// Where temporary files are written: on the same file system, and never exchanged.
let temporaryFolder = ".tidu/tmp"

/// What publishing came to.
struct Published: Sendable, Hashable {
  /// The name the file has now.
  var name: String
  /// The same bytes were there before.
  var alreadyThere: Bool
}

extension Disk {
  /// Makes a new, whole, durable file that never changes again; returns only when a loss of power cannot take it.
  ///
  /// Temporary file, write, fsync, link, unlink, fsync of the folder: every shorter form loses the file or leaves an
  /// empty one. Where `names` are taken by other bytes the next one is tried.
  func publish(
    _ bytes: [UInt8], in folder: String, names: [String], mode: UInt32 = 0o444,
    temporaries temporaryFolder: String = temporaryFolder
  ) throws(StoreError) -> Published {
    let path = shown("\(folder)/\(names.first ?? "")")
    let target: Int32
    let temporaries: Int32
    do {
      target = try make(folder)
    } catch { throw .writing(path, error) }
    defer { if target != root { try? files.close(target) } }
    // What is lost of it is lost with what was not acknowledged.
    do { temporaries = try make(temporaryFolder, durable: false) } catch {
      throw .writing(shown(temporaryFolder), error)
    }
    defer { try? files.close(temporaries) }

    let temporary = try write(bytes, in: temporaries, for: path, mode: mode, sync: true)
    defer { try? files.remove(temporary, in: temporaries) }
    let published = try link(temporary, in: temporaries, bytes, to: names, in: target, folder)
    do {
      if published.alreadyThere {
        // Whoever wrote it may not have synced it yet.
        let file = try retrying(try files.open(published.name, in: target))
        defer { try? files.close(file) }
        try retrying(try files.sync(file))
      }
      try retrying(try files.sync(target))
    } catch { throw .unknown(shown("\(folder)/\(published.name)"), error) }
    return published
  }

  /// Puts a file that may be lost or made again (index, drafts) in place of the former one.
  /// - Parameter sync: whether it has to outlive a loss of power, not the program alone.
  func replace(_ bytes: [UInt8], in folder: String, name: String, mode: UInt32, sync: Bool = true)
    throws(StoreError)
  {
    let path = shown("\(folder)/\(name)")
    let target: Int32
    do { target = try make(folder) } catch { throw .writing(path, error) }
    defer { if target != root { try? files.close(target) } }
    let temporary = try write(bytes, in: target, for: path, mode: mode, sync: sync)
    do {
      try retrying(try files.rename(temporary, in: target, to: name, in: target))
    } catch {
      try? files.remove(temporary, in: target)
      throw .writing(path, error)
    }
    guard sync else { return }
    do { try retrying(try files.sync(target)) } catch {
      throw .unknown(path, error)
    }
  }

  /// Removes what a program that was ended left behind in these folders: of one that is not running any more, or a day
  /// old. A failure costs room alone.
  /// - Parameter isOwn: false in a folder that is not the program's own: a name alone says too little there.
  func sweep(_ folders: [String], isOwn: Bool = true, now: Timestamp = .now()) {
    for folder in folders {
      _ = try? withFolder(folder) { folder throws(StoreError) in
        for name in (try? files.names(in: folder)) ?? [] where name.hasPrefix(TemporaryName.prefix) {
          guard let file = try? files.open(name, in: folder) else { continue }
          let status = try? files.status(file)
          try? files.close(file)
          guard let status else { continue }
          guard TemporaryName.isOrphan(name) || (isOwn && status.modified < now.seconds - 86_400) else { continue }
          switch status.kind {
          case .file: try? files.remove(name, in: folder)
          case .folder where isOwn: removeTree(name, in: folder)
          default: continue
          }
        }
      }
    }
  }

  /// Removes a folder of temporary files with all that is in it, as far as it can be done: it costs room alone.
  func removeTree(_ name: String, in parent: Int32) {
    if let folder = try? retrying(try files.openFolder(name, in: parent)) {
      for entry in (try? files.entries(in: folder)) ?? [] where entry.isText {
        if (try? files.remove(entry.name, in: folder)) == nil { removeTree(entry.name, in: folder) }
      }
      try? files.close(folder)
    }
    try? files.removeFolder(name, in: parent)
  }

  /// Writes a temporary file. A failed sync is never asked again of the same file: the kernel has marked its pages
  /// clean. The bytes are written once more to a new file, and a second failure is the end.
  func write(_ bytes: [UInt8], in folder: Int32, for path: String, mode: UInt32, sync: Bool)
    throws(StoreError) -> String
  {
    var failure = Errno.ioError
    for _ in 0..<2 {
      let name = TemporaryName.make()
      do throws(Errno) {
        let file = try retrying(try files.create(name, in: folder, mode: mode))
        do throws(Errno) {
          var rest = bytes[...]
          while !rest.isEmpty {
            rest = rest.dropFirst(
              try retrying(try files.write(file, rest)))
          }
          try follow(folder, file, mode)
          if sync { try files.sync(file) }
        } catch {
          try? files.close(file)
          throw error
        }
        try files.close(file)
        return name
      } catch {
        try? files.remove(name, in: folder)
        failure = error
        if [.noSpace, .diskQuotaExceeded, .readOnlyFileSystem].contains(error) { break }
      }
    }
    throw .writing(path, failure)
  }

  /// Gives a temporary file its name, the first of `names` that is free or holds the same bytes.
  func link(
    _ temporary: String, in temporaries: Int32, _ bytes: [UInt8], to names: [String],
    in target: Int32, _ folder: String
  ) throws(StoreError) -> Published {
    for name in names {
      let path = shown("\(folder)/\(name)")
      var failure: Errno?
      do {
        try retrying(try files.link(temporary, in: temporaries, to: name, in: target))
        return Published(name: name, alreadyThere: false)
      } catch { failure = error == .fileExists ? nil : error }
      // A file of another length cannot hold the same bytes.
      do throws(StoreError) {
        if try read(name, in: target, path: path, limit: bytes.count) == bytes {
          return Published(name: name, alreadyThere: true)
        }
      } catch {
        // A server may have done what it reports as failed: only where the name is not there was nothing done.
        if let failure { throw error.kind == .missing ? .linking(path, failure) : .unknown(path, failure) }
        if error.kind != .tooLarge, error.kind != .unsafePath { throw error }
      }
      if let failure { throw .linking(path, failure) }
    }
    let path = shown("\(folder)/\(names.last ?? "")")
    throw StoreError(
      .damaged, path,
      Phrase(
        "\(path)已被不同内容占用，请从备份恢复该文件后重做",
        "\(path) holds other bytes than its name says; restore it from a copy and repeat"))
  }

  /// Opens the folder at `path`, making what is missing, and makes its name and those above durable.
  /// - Parameter mode: of new folders, less the umask; `nil` lets each follow the one above it.
  func make(_ path: String, mode: UInt32? = nil, durable wanted: Bool = true) throws(Errno) -> Int32 {
    guard !leadsOut(path) else { throw .invalidArgument }
    var folder = root
    var sofar = ""
    for name in components(path) {
      sofar += sofar.isEmpty ? name : "/" + name
      let next: Int32
      do throws(Errno) {
        next = try enter(name, in: folder, mode: mode)
        if wanted, !durable.withLock({ $0.contains(sofar) }) {
          do { try retrying(try files.sync(folder)) } catch {
            try? files.close(next)
            throw error
          }
          durable.withLock { _ = $0.insert(sofar) }
        }
      } catch {
        if folder != root { try? files.close(folder) }
        throw error
      }
      if folder != root { try? files.close(folder) }
      folder = next
    }
    return folder
  }

  private func enter(_ name: String, in folder: Int32, mode: UInt32?) throws(Errno) -> Int32 {
    do { return try retrying(try files.openFolder(name, in: folder)) } catch {
      guard error == .noSuchFileOrDirectory else { throw error }
    }
    do {
      try retrying(try files.makeFolder(name, in: folder, mode: mode ?? 0o777))
    } catch {
      guard error == .fileExists else { throw error }
      return try retrying(try files.openFolder(name, in: folder))
    }
    let made = try retrying(try files.openFolder(name, in: folder))
    guard mode == nil else { return made }
    do throws(Errno) {
      // Who may work in the folder above may work in this one; nobody else gets to write.
      try follow(folder, made, 0o2775, isFolder: true)
    } catch {
      try? files.close(made)
      throw error
    }
    return made
  }

  /// Gives a new file or folder the rights that its folder gives: those of the group and of others, of what `most` allows.
  /// A list that the folder hands down says it already.
  private func follow(_ folder: Int32, _ new: Int32, _ most: UInt32, isFolder: Bool = false) throws(Errno) {
    guard !files.hasDefaultACL(folder) else { return }
    let above = try retrying(try files.status(folder)).mode
    let mode = most & (above | 0o700)
    do { try retrying(try files.setMode(new, isFolder ? mode | 0o700 : mode)) } catch {
      // A disk that knows no rights, or one that sets them by itself.
      guard [.notPermitted, .notSupported, .noFunction].contains(error) else { throw error }
    }
  }
}
