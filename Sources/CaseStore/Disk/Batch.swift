import SystemPackage

/// Many new files made durable together: one syncfs for the contents, one for each round of names. An import of
/// 20,000 applications takes seconds instead of a fsync a file.
///
/// What comes in the second round is visible only when the first is durable, so an event never outlives the file it
/// names. Nothing is acknowledged before `commit` returns.
struct Batch: ~Copyable {
  private struct Staged {
    var temporary: String
    var bytes: [UInt8]
    var folder: String
    var names: [String]
    var mode: UInt32
    var second: Bool
  }

  private let disk: Disk
  private let temporaries: Int32
  private var staged: [Staged] = []

  init(_ disk: Disk) throws(StoreError) {
    self.disk = disk
    do { temporaries = try disk.make(temporaryFolder) } catch {
      throw .writing(temporaryFolder, error)
    }
  }

  deinit {
    for file in staged { try? disk.files.remove(file.temporary, in: temporaries) }
    try? disk.files.close(temporaries)
  }

  var count: Int { staged.count }

  /// Writes the bytes to a temporary file.
  mutating func stage(
    _ bytes: [UInt8], in folder: String, names: [String], second: Bool = false
  ) throws(StoreError) {
    let temporary = try disk.write(
      bytes, in: temporaries, for: "\(folder)/\(names.first ?? "")", mode: 0o444, sync: false)
    staged.append(
      Staged(
        temporary: temporary, bytes: bytes, folder: folder, names: names, mode: 0o444, second: second))
  }

  /// Makes everything staged durable and visible, in the order staged.
  consuming func commit() throws(StoreError) -> [Published] {
    do { try retrying(try disk.files.syncAll(temporaries)) } catch { throw .writing(disk.path, error) }
    var results = [Published?](repeating: nil, count: staged.count)
    for second in [false, true] {
      var some = false
      for (index, file) in staged.enumerated() where file.second == second {
        let target: Int32
        do { target = try disk.make(file.folder, durable: false) } catch {
          throw .writing(file.folder, error)
        }
        defer { if target != disk.root { try? disk.files.close(target) } }
        results[index] = try disk.link(
          file.temporary, in: temporaries, file.bytes, to: file.names, in: target, file.folder)
        some = true
      }
      if some {
        do { try retrying(try disk.files.syncAll(temporaries)) } catch { throw .unknown(disk.path, error) }
      }
    }
    return results.compactMap(\.self)
  }
}
