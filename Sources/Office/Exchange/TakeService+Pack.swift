package import CaseStore
import Casework
import ScoringCore

extension TakeService {
  /// Officers that were named, each by his id, or all of an authority by its code.
  /// - Throws: what names nobody; an authority of whose officers none has a key.
  package static func recipients(_ names: [String], in store: Store) throws(OfficeError) -> [String] {
    var officers: Set<String> = []
    for name in names {
      if Authorities.shared[name] != nil {
        let all = try withStore { () throws(StoreError) in try store.officersWithKeys(of: name) }
        guard !all.isEmpty else {
          throw .nothingToTake(Phrase("\(name) 没有登记了密钥的在任人员", "no officer of \(name) has a registered key"))
        }
        officers.formUnion(all)
      } else {
        let registry = try withStore { () throws(StoreError) in try store.officers() }
        officers.insert(try RegistryNames(registry).officer(name))
      }
    }
    return officers.sorted()
  }

  /// Puts what goes along into one pack 交换包.
  /// - Parameters:
  ///   - path: of the file; `-` writes to standard output, where nothing is read again.
  ///   - key: of its maker.
  ///   - progress: is told how many bytes are written and how many of them read again, of how many.
  /// - Returns: the pack, and how many files it holds.
  package func pack(
    _ along: TakeAlong, to path: String, by key: OfficerKey, at moment: Timestamp,
    progress: (_ written: Int, _ read: Int, _ size: Int) -> Void = { _, _, _ in }
  ) throws(OfficeError) -> (written: PackFile.Written, files: Int) {
    try withStore { () throws(StoreError) in
      let isPipe = path == "-"
      if !isPipe { try along.checkPack(path) }
      let recipients = try store.packRecipients(recipients)
      let writer = try along.packWriter(by: key, for: recipients, at: moment)
      let written =
        isPipe
        ? try PackFile.write(writer, toOpen: 1) { progress($0, $1, writer.size) }
        : try PackFile.write(writer, to: path) { progress($0, $1, writer.size) }
      return (written, writer.head.statement.files)
    }
  }
}
