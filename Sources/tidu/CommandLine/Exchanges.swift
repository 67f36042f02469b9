internal import CaseStore
internal import Casework
internal import Console
internal import ConsoleHost
internal import Foundation
internal import Office
internal import ScoringCore
internal import StrictJSON

/// What `take` and `merge` say alike.
enum Exchanges {
  /// The officer named, else the only one whose key is here; `nil` where several could or nobody.
  static func officer(of store: Store, _ common: CommonOptions) throws -> String? {
    guard let named = StoreAccess.officer(common) else { return HostSession.onlySeat(of: store)?.officer }
    let registry = try StoreAccess.withStore { () throws(StoreError) in try store.officers() }
    return try RegistryNames(registry).officer(named)
  }

  static func progress(_ done: Int, _ total: Int) {
    guard StandardStreams.errorIsTerminal, done % 50 == 0 || done == total else { return }
    Output.printProgress(done == total ? "\r\u{1B}[K" : "\r\(done)/\(total) ")
  }

  /// Acts that were signed before and not told of.
  static func tell(_ finished: Int, waiting: Int, in store: Store) {
    if finished > 0 {
      Output.printError(
        localized(
          "先补齐了上次没有写完的办理：\(finished) 项", "acts that were signed and not finished, finished first: \(finished)"))
    }
    guard waiting > 0 else { return }
    Output.printError(
      store.isCopy
        ? localized(
          "已签署、还没有写进这个库的办理：\(waiting) 项，留在本机，下次打开原来的库时补齐",
          "acts that are signed and not in this store: \(waiting); they stay on this computer and are finished where they were done"
        )
        : localized(
          "已签署、没能写进档案库的办理：\(waiting) 项，留在本机，不在带出的内容里；请看磁盘是否已满或只读，再办一次即补齐",
          "acts that are signed and could not be written: \(waiting); they stay on this computer and do not go along; see whether the disk is full or read-only, the next act finishes them"
        ))
  }

  /// A file that stays, with the reason: a line of JSON, or a sentence on standard error.
  static func tell(_ finding: StoreFinding, _ format: OutputFormat) {
    let (file, why) = (finding.file ?? "", finding.message(OutputLanguage.language))
    switch format {
    case .text: Output.printError("\(shown(file))\(localized("：", ": "))\(shown(why))")
    case .json:
      Output.object(["file": .string(file), "kind": .string(finding.kind.rawValue), "message": .string(why)])
    }
  }

  static func tellStrays(_ count: Int) {
    guard count > 0 else { return }
    Output.printError(
      localized("不属于档案库的文件没有动：\(count) 个", "files that are none of the store's were left: \(count)"))
  }

  /// What did not go along and needs nobody.
  static func tellLeft(_ along: TakeAlong) {
    tellStrays(along.strays)
    guard along.sealedToOthers > 0 else { return }
    Output.printError(
      localized("密封给别人的 \(along.sealedToOthers) 份没有带", "sealed to others, and left here: \(along.sealedToOthers)"))
  }

  /// Whether `--to` names a pack: standard output, a name that ends so, or a file that is there.
  static func isPack(_ path: String) -> Bool {
    guard path != "-" else { return true }
    return !PackFile.isFolder(path) && (path.lowercased().hasSuffix(".pack") || access(path, F_OK) == 0)
  }
}
