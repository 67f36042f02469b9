import SystemPackage

/// Writes what gets in: many files made durable together, what is named before the events that name it. What was
/// reported is durable; a writer that stops may have written more, and is gone on with by asking for the same again.
struct TravelWriter {
  private struct Staged {
    var bytes: [UInt8]
    var item: TravelItem
  }
  /// Most bytes and files that wait to be made durable.
  private static let limit = (bytes: 32 << 20, files: 2000)

  private let disk: Disk
  private let isDry: Bool
  private let report: (_ path: String, _ alreadyThere: Bool) -> Void
  private var staged: [Staged] = []
  private var size = 0
  /// Files that are durable: new ones, and those that were there.
  private(set) var new = 0
  private(set) var same = 0

  /// - Parameters:
  ///   - isDry: nothing is written, and everything reported as if it were.
  ///   - report: gets every file when it is durable, with its path.
  init(_ disk: Disk, isDry: Bool = false, report: @escaping (_ path: String, _ alreadyThere: Bool) -> Void) {
    self.disk = disk
    self.isDry = isDry
    self.report = report
  }

  /// Takes a file.
  /// - Throws: `noRoom` and the like.
  mutating func add(_ bytes: [UInt8], _ item: TravelItem) throws(StoreError) {
    guard !isDry else { return tell(item.folder, Published(name: item.names.first ?? "", alreadyThere: false)) }
    var item = item
    item.bytes = nil
    staged.append(Staged(bytes: bytes, item: item))
    size += bytes.count
    if size >= Self.limit.bytes || staged.count >= Self.limit.files { try flush() }
  }

  /// Makes durable what was taken.
  mutating func flush() throws(StoreError) {
    guard !staged.isEmpty else { return }
    var batch = try Batch(disk)
    for file in staged {
      try batch.stage(
        file.bytes, in: file.item.folder, names: file.item.names, mode: file.item.mode, second: file.item.isEvent)
    }
    let order = staged.filter { !$0.item.isEvent } + staged.filter(\.item.isEvent)
    staged = []
    size = 0
    var progress = Batch.Progress()
    for (file, published) in zip(order, try batch.commit(&progress)) {
      tell(file.item.folder, published)
    }
  }

  private mutating func tell(_ folder: String, _ published: Published) {
    if published.alreadyThere { same += 1 } else { new += 1 }
    report(folder.isEmpty ? published.name : "\(folder)/\(published.name)", published.alreadyThere)
  }
}
