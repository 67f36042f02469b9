/// What a folder of one copy has that another copy's has not, by names and sizes alone.
///
/// That is enough to tell what need not be read: names carry the hash of what they name, every file was checked when it
/// got in and never changes after, so that an event, application, list or sealed file of the same name and size is the
/// same, and a paper lies where its application says. Bytes that have changed since under an unchanged name and size are
/// damage of the disk: `tidu verify` looks for it, reading everything, and a merge of 100,000 cases cannot.
struct FolderDifference {
  /// How many files lie in both.
  var same = 0
  /// Paths inside the folder of what does not, in order.
  var other: [String] = []
  /// Digits of the hashes in the names of events that lie in both.
  var events: [String] = []
  /// Names in the other place's folder itself.
  var names: [String] = []
  /// Files that are none of the store's.
  var strays = 0
}

/// Looks at the folders of two places one after the other.
struct FolderComparison: ~Copyable {
  private var theirs: Neighbours
  private var ours: Neighbours?
  /// Everything is to be read, whatever lies in the other place.
  private let readsBytes: Bool

  /// - Parameter ours: `nil` has nothing.
  init(_ theirs: Disk, _ ours: Disk?, readsBytes: Bool) {
    self.theirs = Neighbours(theirs)
    self.ours = ours.map { Neighbours($0) }
    self.readsBytes = readsBytes
  }

  /// - Parameter depth: how far down papers are looked for.
  /// - Returns: `nil` where there is no such folder.
  mutating func difference(_ path: String, depth: Int) throws(StoreError) -> FolderDifference? {
    var result = FolderDifference()
    guard try look(path, "", depth, &result) else { return nil }
    return result
  }

  private mutating func look(_ path: String, _ inner: String, _ depth: Int, _ result: inout FolderDifference)
    throws(StoreError) -> Bool
  {
    guard let there = try theirs.look(at: path) else { return false }
    let here = try ours?.look(at: path) ?? []
    if inner.isEmpty { result.names = here.map(\.name) }
    var next = 0
    for (name, status) in there {
      if Store.isStray(name) {
        result.strays += 1
        continue
      }
      if status.kind == .folder {
        guard depth > 0 else { continue }
        _ = try look("\(path)/\(name)", "\(inner)\(name)/", depth - 1, &result)
        continue
      }
      while next < here.count, precedes(here[next].name, name) { next += 1 }
      let isSame =
        next < here.count && here[next].name == name && status.kind == .file
        && here[next].status.kind == .file && here[next].status.size == status.size
      guard isSame, !readsBytes else {
        result.other.append(inner + name)
        continue
      }
      result.same += 1
      if let hash = EventFile.hash(inName: name) { result.events.append(String(hash.prefix(16))) }
    }
    return true
  }
}
