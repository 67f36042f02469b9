package import Casework
import ScoringCore
import StrictJSON

/// What goes along of a store: some cases with their papers, the registry whole, what they are judged by, their rounds and
/// the titles of their enterprises; of sealed files only those that the ones it is for could open (Casework §11.1).
///
/// Used once, on one thread.
package final class TakeAlong {
  let store: Store
  private let cases: [CaseKey]
  private let exchange: Exchange

  /// - Parameters:
  ///   - cases: in any order.
  ///   - recipients: public sealing keys of whom it is for.
  package init(_ store: Store, _ cases: [CaseKey], recipients: Set<String>) {
    self.store = store
    self.cases = Set(cases).sorted()
    exchange = Exchange(from: store, to: nil, recipients: recipients)
  }

  /// Files that do not go along although their names are ours, each with the reason; complete when all was looked at.
  package var refused: [StoreFinding] { exchange.refused }
  /// Files that are none of the store's, and sealed files for others: they stay.
  package var strays: Int { exchange.strays }
  package var sealedToOthers: Int { exchange.sealedToOthers }
  /// The first 16 digits of the ids of the events that go along.
  var events: Set<String> { exchange.events }

  /// Completes a copy on this disk.
  func completes(_ copy: Disk) { exchange.place = copy }

  func bytes(of item: TravelItem) -> [UInt8]? { exchange.bytes(of: item) }

  /// The list of all that goes along, for a pack.
  package func list() throws(StoreError) -> TravelList {
    var (files, events): ([TravelFile], [TravelFile]) = ([try file(Store.storeName)], [])
    for name in Store.outside.keys.sorted() where store.disk.holds(name) { files.append(try file(name)) }
    try each { items throws(StoreError) in
      for item in items {
        var size = item.bytes?.count ?? 0
        if item.bytes == nil { size = try store.disk.size(item.path) }
        let file = TravelFile(path: item.path, size: size, sha256: item.sha)
        if item.isEvent, item.folder != "registry" { events.append(file) } else { files.append(file) }
      }
    }
    return TravelList(files + events)
  }

  private func file(_ name: String) throws(StoreError) -> TravelFile {
    let bytes = try store.disk.read(name, limit: 65_536)
    return TravelFile(path: name, size: bytes.count, sha256: Hexadecimal.sha256(bytes))
  }

  /// Gives the items of one folder after another: the registry, rounds, cases, titles.
  /// - Throws: where the registry cannot be read, or what `body` throws.
  func each(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }, _ body: ([TravelItem]) throws(StoreError) -> Void
  ) throws(StoreError) {
    exchange.lookAtSealed()
    try body(try exchange.exchangeRegistry().items)
    for folder in rounds { try take(folder, body) }
    var codes: Set<String> = []
    for (number, key) in cases.enumerated() {
      progress(number, cases.count)
      guard let folder = exchange.exchange(key.path) else { continue }
      codes.formUnion(folder.items.compactMap(creditCode))
      try body(folder.items)
    }
    progress(cases.count, cases.count)
    for folder in titles(of: codes) { try take(folder, body) }
  }

  private func take(_ path: String, _ body: ([TravelItem]) throws(StoreError) -> Void) throws(StoreError) {
    if let folder = exchange.exchange(path) { try body(folder.items) }
  }

  /// The rounds of the cases, and what concerns the office as a whole.
  private var rounds: [String] {
    Set(
      cases.flatMap { key -> [String] in
        let office = "rounds/\(key.authority)"
        return [office, "\(office)/office", "\(office)/\(key.batch)"]
      }
    ).sorted()
  }

  private func creditCode(_ item: TravelItem) -> String? {
    guard let bytes = item.bytes, !item.isEvent, let name = item.names.first, Store.revision(name) != nil else {
      return nil
    }
    return (try? ApplicationReader(standard: store.base).ofReceived.read(bytes))?.enterprise.creditCode.lowercased()
  }

  /// Folders of titles of these enterprises, which their names begin with.
  private func titles(of codes: Set<String>) -> [String] {
    exchange.folders(below: "titles").filter { path in
      let name = split(path).name
      return codes.contains { !$0.isEmpty && name.hasPrefix("\($0)-") }
    }
  }
}
