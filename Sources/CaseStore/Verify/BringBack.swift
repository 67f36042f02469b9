import Casework
import ScoringCore
import StrictJSON

/// Brings back what another copy of the same store has and this one lacks or has damaged (Casework §10.3).
///
/// Only what an event names by its hash, and events by keys that the registry knows, each checked first; junk stays where
/// it is. Nothing is deleted: where bad bytes have a file's name, the good ones get the next name of their hash.
package struct BringBack {
  private let store: Store
  private let other: Store
  private let report: (StoreFinding) -> Void
  private var registry: Registry
  private var sealed: Set<String> = []
  private var erased: Set<String> = []

  /// - Parameter report: gets every file that was brought back, when it is durable.
  package init(to store: Store, from other: Store, report: @escaping (StoreFinding) -> Void) {
    self.store = store
    self.other = other
    self.report = report
    registry = Registry([Event](), store: store.id)
  }

  /// - Throws: `badInput` for a copy of another store; where a folder cannot be read or a file not be written. What was
  ///   reported is in.
  package mutating func run() throws(StoreError) {
    guard store.id == other.id else {
      throw StoreError(
        .badInput, other.path,
        Phrase(
          "\(other.path)是另一个档案库：编号 \(other.id)，这里是 \(store.id)；没有取回任何文件",
          "\(other.path) is another store: its id is \(other.id), this one's \(store.id); nothing was brought back"))
    }
    try bringRegistry()
    for key in try other.caseFolders().keys { try bring(key.path) }
    for root in ["titles", "rounds"] {
      for office in try other.disk.folders(root).map({ "\(root)/\($0)" }) {
        try bring(office)
        for folder in try other.disk.folders(office) { try bring("\(office)/\(folder)") }
      }
    }
    try bringSealed()
  }

  // MARK: one folder

  /// The events of both copies that belong here, and those that only the other has.
  private struct Union {
    var all: [Event]
    var new: [EventFile]
  }

  private func union(_ ours: CheckedFolder?, _ theirs: CheckedFolder, _ belongs: (Event) -> Bool) -> Union {
    let here = Set(ours?.events.map(\.id) ?? [])
    var union = Union(all: (ours?.events ?? []).compactMap { try? Event($0) }.filter(belongs), new: [])
    for file in theirs.events where !here.contains(file.id) {
      guard let event = try? Event(file), belongs(event) else { continue }
      union.all.append(event)
      union.new.append(file)
    }
    return union
  }

  private mutating func bringRegistry() throws(StoreError) {
    guard let theirs = try CheckedFolder("registry", other.disk) else { return }
    let ours = try CheckedFolder("registry", store.disk)
    let all = union(ours, theirs) { $0.folder == "registry" }.all
    // Cuts decide what counts, and not whose key is known.
    let known = Set(Registry(all, store: store.id).entries.map(\.id))
    let union = union(ours, theirs) { known.contains($0.id) }
    registry = Registry(union.all, store: store.id)
    try bringNamed(union.all, ours, theirs)
    for event in union.all where event.act == .settings { try bringSettings(event) }
    try bring(union.new, theirs)
  }

  private mutating func bring(_ path: String) throws(StoreError) {
    guard let theirs = try CheckedFolder(path, other.disk) else { return }
    let ours = try CheckedFolder(path, store.disk)
    let union = union(ours, theirs) { $0.folder == path && registry.knows($0.key) }
    guard !union.all.isEmpty else { return }
    let history = History(folder: path, union.all, registry: registry)
    erased.formUnion(Situation(.folder(history, registry), officer: "", today: Day(number: 0)).erased)
    sealed.formUnion(union.all.flatMap(\.namedFiles).filter { $0.place == .sealed }.map(\.sha))
    try bringNamed(union.all, ours, theirs)
    let named = union.all.compactMap(\.application)
    for revision in theirs.revisions
    where named.contains(revision.sha256) && ours?.revisions.contains(where: { $0.sha256 == revision.sha256 }) != true {
      try publish(revision.bytes, in: path, Store.names(ofRevision: revision.number, revision.sha256))
    }
    try bringPapers(named, ours ?? theirs, theirs)
    // What events name is there before them.
    try bring(union.new, theirs)
  }

  private func bring(_ events: [EventFile], _ theirs: CheckedFolder) throws(StoreError) {
    for event in events.sorted(by: { $0.number < $1.number }) {
      try publish(event.bytes, in: theirs.path, event.names)
    }
  }

  /// Files kept by their hash.
  private func bringNamed(_ events: [Event], _ ours: CheckedFolder?, _ theirs: CheckedFolder) throws(StoreError) {
    for (sha, name) in theirs.kept.sorted(by: { $0.key < $1.key })
    where ours?.kept[sha] == nil && !erased.contains(sha) && events.contains(where: { $0.namesFile(sha) }) {
      try bringFile(theirs.file(name), sha, in: theirs.path, Store.names(ofFile: sha))
    }
  }

  private func bringSettings(_ event: Event) throws(StoreError) {
    guard let sha = event.body["file"]?.string, let authority = event.body["authority"]?.string else { return }
    let names = Disk.names(ofHash: sha) { "\(authority)-\($0).yaml" }
    guard !names.contains(where: { (try? store.disk.digest("settings/\($0)")) == sha }),
      let good = names.first(where: { (try? other.disk.digest("settings/\($0)")) == sha })
    else { return }
    try bringFile("settings/\(good)", sha, in: "settings", names)
  }

  /// Papers that the applications on file declare.
  private func bringPapers(_ named: [String], _ ours: CheckedFolder, _ theirs: CheckedFolder) throws(StoreError) {
    let reader = ApplicationReader(standard: store.base).ofReceived
    let revisions = (ours.revisions + theirs.revisions).filter { named.contains($0.sha256) }
    var done: Set<String> = []
    for revision in revisions where done.insert(revision.sha256).inserted {
      guard let application = try? reader.read(revision.bytes) else { continue }
      for paper in application.materials {
        guard let sha = paper.sha256, done.insert("\(paper.file ?? "") \(sha)").inserted else { continue }
        try bringPaper(paper.file ?? sha, sha, ours, theirs)
      }
    }
  }

  private func bringPaper(_ file: String, _ sha: String, _ ours: CheckedFolder, _ theirs: CheckedFolder)
    throws(StoreError)
  {
    let names = [file] + Store.names(ofFile: sha)
    func good(_ disk: Disk) -> String? {
      names.map { "\(theirs.path)/\($0)" }.first { (try? disk.digest($0)) == sha }
    }
    guard good(store.disk) == nil, let path = good(other.disk) else { return }
    let place = "\(theirs.path)/\(file)"
    let isFree: Bool
    do throws(StoreError) {
      _ = try store.disk.digest(place)
      isFree = false
    } catch { isFree = error.kind == .missing }
    let (folder, name) = isFree ? split(place) : (theirs.path, "")
    try bringFile(path, sha, in: folder, isFree ? [name] : Store.names(ofFile: sha))
  }

  private mutating func bringSealed() throws(StoreError) {
    guard let theirs = try CheckedFolder("sealed", other.disk) else { return }
    let ours = try CheckedFolder("sealed", store.disk)
    for (sha, name) in theirs.kept.sorted(by: { $0.key < $1.key })
    where ours?.kept[sha] == nil && sealed.contains(sha) && !erased.contains(sha) {
      try bringFile(theirs.file(name), sha, in: "sealed", Store.names(ofFile: sha), mode: 0o440)
    }
  }

  // MARK: writing

  private func bringFile(_ path: String, _ sha: String, in folder: String, _ names: [String], mode: UInt32 = 0o444)
    throws(StoreError)
  {
    let bytes = try other.disk.read(path, limit: Disk.fileLimit)
    // It has changed since it was looked at.
    guard Hexadecimal.sha256(bytes) == sha else { return }
    try publish(bytes, in: folder, names, mode: mode)
  }

  private func publish(_ bytes: [UInt8], in folder: String, _ names: [String], mode: UInt32 = 0o444)
    throws(StoreError)
  {
    let published = try store.disk.publish(bytes, in: folder, names: names, mode: mode)
    report(StoreFinding(.broughtBack, "\(folder)/\(published.name)", Phrase("这里没有或已损坏", "It was not here, or damaged")))
  }
}
