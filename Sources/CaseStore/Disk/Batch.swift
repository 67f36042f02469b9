import SystemPackage

/// Many new files made durable together: one syncfs for the contents, one for each round of names. An import of
/// 20,000 applications takes seconds instead of a fsync a file. Where a file system is not known to pass syncfs on, each
/// file and folder is synced.
///
/// What comes in the second round is visible only when the first is durable, so an event never outlives the file it
/// names. Nothing is acknowledged before `commit` returns.
struct Batch: ~Copyable {
  private struct Staged {
    var temporary: String
    var bytes: [UInt8]
    var folder: String
    var names: [String]
    var second: Bool
  }

  /// How far a batch came.
  struct Progress {
    /// A name of the second round is made.
    var isVisible = false
    /// Of what came in the second round, in the order staged: names and contents that are durable.
    var durable: [Int] = []
  }

  private let disk: Disk
  private let temporaries: Int32
  private let syncsAll: Bool
  private var staged: [Staged] = []

  init(_ disk: Disk) throws(StoreError) {
    self.disk = disk
    do { temporaries = try disk.make(temporaryFolder) } catch {
      throw .writing(disk.shown(temporaryFolder), error)
    }
    syncsAll = disk.files.syncsAll(temporaries)
  }

  deinit {
    for file in staged { try? disk.files.remove(file.temporary, in: temporaries) }
    try? disk.files.close(temporaries)
  }

  var count: Int { staged.count }

  /// Writes the bytes to a temporary file.
  mutating func stage(
    _ bytes: [UInt8], in folder: String, names: [String], mode: UInt32 = 0o444, second: Bool = false
  ) throws(StoreError) {
    let temporary = try disk.write(
      bytes, in: temporaries, for: disk.shown("\(folder)/\(names.first ?? "")"), mode: mode, sync: !syncsAll)
    staged.append(Staged(temporary: temporary, bytes: bytes, folder: folder, names: names, second: second))
  }

  /// Makes everything staged durable and visible, in the order staged.
  /// - Parameters:
  ///   - progress: how far it came, where it throws as well.
  ///   - between: done when the first round is durable, before anything of the second is visible.
  consuming func commit(
    _ progress: inout Progress, between: () throws(StoreError) -> Void = {}
  ) throws(StoreError) -> [Published] {
    if syncsAll {
      do { try retrying(try disk.files.syncAll(temporaries)) } catch { throw .writing(disk.path, error) }
    }
    var results = try round(staged.filter { !$0.second }) { _ in }
    try between()
    let last = staged.filter(\.second)
    var linked = 0
    do throws(StoreError) {
      results += try round(last) { linked = $0 }
    } catch {
      progress.isVisible = linked > 0 || error.kind == .unknownOutcome
      // What has its name is told of, so it has to last.
      if linked > 0, (try? sync(Set(last.prefix(linked).map(\.folder)))) != nil {
        progress.durable = Array(0..<linked)
      }
      throw error
    }
    progress = Progress(isVisible: !last.isEmpty, durable: Array(last.indices))
    return results
  }

  /// Links files under their names, and makes the names durable.
  /// - Parameter linked: is told how many have their names.
  private borrowing func round(_ files: [Staged], _ linked: (Int) -> Void) throws(StoreError) -> [Published] {
    var results: [Published] = []
    for file in files {
      let target: Int32
      do { target = try disk.make(file.folder, durable: !syncsAll) } catch {
        throw .writing(disk.shown(file.folder), error)
      }
      defer { if target != disk.root { try? disk.files.close(target) } }
      let published = try disk.link(
        file.temporary, in: temporaries, file.bytes, to: file.names, in: target, file.folder)
      results.append(published)
      linked(results.count)
      if published.alreadyThere, !syncsAll {
        do throws(Errno) {
          // Whoever wrote it may not have synced it yet.
          let there = try retrying(try disk.files.open(published.name, in: target))
          defer { try? disk.files.close(there) }
          try retrying(try disk.files.sync(there))
        } catch { throw .unknown(disk.shown("\(file.folder)/\(published.name)"), error) }
      }
    }
    if !files.isEmpty { try sync(Set(files.map(\.folder))) }
    return results
  }

  /// Makes the names in these folders durable.
  private borrowing func sync(_ folders: Set<String>) throws(StoreError) {
    do throws(Errno) {
      guard !syncsAll else { return try retrying(try disk.files.syncAll(temporaries)) }
      for path in folders.sorted() {
        let folder = try disk.walk(path)
        defer { if folder != disk.root { try? disk.files.close(folder) } }
        try retrying(try disk.files.sync(folder))
      }
    } catch { throw .unknown(disk.path, error) }
  }
}
