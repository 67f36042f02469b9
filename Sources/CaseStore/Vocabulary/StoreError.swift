import Casework
package import ScoringCore
import SystemPackage

/// Why the store could not do what it was asked: one sentence in both languages, and a kind a program can act on.
package struct StoreError: Error, Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// No store at this place.
    case notAStore
    /// Written by a newer program; not touched.
    case newerFormat
    /// Something is there already.
    case exists
    /// A folder that is no case: empty, without a valid receipt, or copied or renamed from another.
    case noCase
    /// A file of the store is not what its name or its event says.
    case damaged
    /// The disk or the quota is full.
    case noRoom
    /// The place cannot be written.
    case readOnly
    /// The operating system refuses access.
    case denied
    /// The disk failed.
    case disk
    /// The name may or may not have survived; repeating the same call is safe.
    case unknownOutcome
    /// A link, a pipe or a device where a plain file or folder belongs.
    case unsafePath
    /// Not there.
    case missing
    /// Larger than such a file may be.
    case tooLarge
    /// No key of this officer for this store.
    case noKey
    /// The passphrase is wrong, or nobody can give it.
    case passphrase
    /// A settings file is wrong.
    case settings
    /// What was handed over cannot be read.
    case badInput
    /// A copy of another store.
    case otherStore
    /// Signed by nobody whose word counts here.
    case untrusted
  }

  package var kind: Kind
  /// The file or folder concerned, as shown to a person.
  package var path: String
  package var message: Phrase

  package init(_ kind: Kind, _ path: String, _ message: Phrase) {
    self.kind = kind
    self.path = path
    self.message = message
  }
}

extension StoreError {
  /// Whether it says that this folder itself, which was listed, is there no longer.
  func isGone(_ folder: String) -> Bool { kind == .missing && path == folder }
}

extension Phrase {
  fileprivate static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(a.zh + b.zh, a.en + b.en) }
}

extension StoreError {
  /// A failed call while reading `path`.
  static func reading(_ path: String, _ errno: Errno) -> StoreError {
    switch errno {
    case .noSuchFileOrDirectory:
      isOfStore(path)
        ? StoreError(.missing, path, Phrase("\(path)不在库里", "\(path) is not in the store"))
        : StoreError(.missing, path, Phrase("没有\(path)；请核对名称", "\(path) is not there; check the name"))
    case .tooManySymbolicLinkLevels, .notDirectory:
      unsafe(path)
    case .permissionDenied, .notPermitted:
      StoreError(.denied, path, Phrase("无权读取\(path)", "No permission to read \(path)") + shared(path))
    default:
      StoreError(
        .disk, path, Phrase("读取\(path)失败：\(errno.message.zh)", "\(path) could not be read: \(errno.message.en)"))
    }
  }

  /// A file of a folder whose content decides something and cannot be known.
  /// A case folder that no valid receipt is in: an import that was cut short, or files that somebody laid there.
  /// - Parameters:
  ///   - file: what of it does not count, where something is damaged or missing.
  ///   - isJudged: the registry was read whole; else nobody can tell whether a receipt is valid.
  ///   - isCut: there is no event of anybody's, so that an import may have been cut short.
  static func notReceived(_ path: String, _ file: UncountedFile?, isJudged: Bool, isCut: Bool) -> StoreError {
    guard isJudged else {
      return StoreError(
        .damaged, path,
        Phrase(
          "\(path)：登记册不完整，收件记录是否有效无从认定",
          "\(path): whether its receipt is valid cannot be told, for the registry is not whole"))
    }
    if let file { return StoreError(.damaged, "\(path)/\(file.name)", file.below(path).sentence) }
    return StoreError(
      .noCase, path,
      isCut
        ? Phrase(
          "\(path)没有收件记录，不算申报件；若是导入中断，重新导入同一文件即可补齐",
          "\(path) has no receipt and is no case; after an import that was cut short, import the same file again")
        : Phrase(
          "\(path)没有有效的收件记录，不算申报件；请查明是谁放进来的",
          "\(path) has no valid receipt and is no case; find out who put it there"))
  }

  /// Two folders that are of different stores.
  static func otherStore(_ path: String, _ id: String, here: String) -> StoreError {
    StoreError(
      .otherStore, path,
      Phrase(
        "\(path)是另一个档案库：编号 \(id)，这里是 \(here)；没有动任何文件",
        "\(path) is another store: its id is \(id), this one's \(here); nothing was touched"))
  }

  /// A folder that this officer has seen and that is there no longer.
  static func gone(_ path: String) -> StoreError {
    StoreError(
      .missing, path,
      Phrase(
        "\(path)不见了：请从备份或其他机关的副本取回",
        "\(path), which this officer has seen, is gone: get it from a copy or another office"))
  }

  static func unread(_ path: String, _ why: Phrase) -> StoreError {
    StoreError(
      .disk, path,
      Phrase(
        "\(path)读不出（\(why.zh)），其余内容不足为据，未作改动",
        "\(path) cannot be read (\(why.en)), and what is left may mislead; nothing was done"))
  }

  private static func isOfStore(_ path: String) -> Bool {
    let top = path.prefix { $0 != "/" }
    return ["cases", "registry", "rounds", "titles", "settings", "sealed", ".tidu", "store.json"].contains(top)
  }

  /// What the administrator does where officers share the folder of a store.
  private static func shared(_ path: String) -> Phrase {
    guard isOfStore(path) else { return Phrase("", "") }
    return Phrase(
      "；多人共用一个库时，请管理员让本组可读写整个库文件夹：chmod -R g+rwXs 库文件夹",
      ". Where officers share the store, the administrator lets their group read and write all of its folder: chmod -R g+rwXs FOLDER"
    )
  }

  /// A failed call before anything of `path` was visible.
  static func writing(_ path: String, _ errno: Errno) -> StoreError {
    switch errno {
    case .noSpace, .diskQuotaExceeded:
      StoreError(
        .noRoom, path,
        Phrase(
          "磁盘空间不足，未能写入\(path)，原有内容未变；腾出空间后重做即可",
          "No space is left: \(path) was not written, and what was there is unchanged; free some space and repeat"))
    case .readOnlyFileSystem:
      StoreError(
        .readOnly, path,
        Phrase("此处只读，未能写入\(path)，原有内容未变", "This place is read-only: \(path) was not written"))
    case .permissionDenied, .notPermitted:
      StoreError(
        .denied, path,
        Phrase("无权写入\(path)，原有内容未变", "No permission to write \(path); what was there is unchanged") + shared(path))
    case .tooManySymbolicLinkLevels, .notDirectory:
      unsafe(path)
    default:
      StoreError(
        .disk, path,
        Phrase(
          "写入\(path)失败（\(errno.message.zh)），原有内容未变；请检查此处后重做",
          "\(path) could not be written (\(errno.message.en)); what was there is unchanged. Check the place and repeat")
      )
    }
  }

  /// A name that could not be made, and is not there.
  static func linking(_ path: String, _ errno: Errno) -> StoreError {
    // The folder can be written, for the file is there under another name.
    guard [.notPermitted, .notSupported, .noFunction].contains(errno) else { return writing(path, errno) }
    return StoreError(
      .disk, path,
      Phrase(
        "此磁盘不支持硬链接，未能写入\(path)，原有内容未变；请把库放在支持硬链接的磁盘上（如 ext4、XFS、btrfs）",
        "This disk has no hard links: \(path) was not written; keep the store on one that has them (ext4, XFS, btrfs)"))
  }

  /// A failure after the name was made.
  static func unknown(_ path: String, _ errno: Errno) -> StoreError {
    StoreError(
      .unknownOutcome, path,
      Phrase(
        "\(path)是否已写成不能确定（\(errno.message.zh)）；检查磁盘后重做一次即可，不会重复",
        "Whether \(path) was written is not certain (\(errno.message.en)); check the disk and repeat: nothing is doubled"
      ))
  }

  /// Signed events of which the store has only some, or may have: the outbox has them all.
  static func unfinished(_ error: StoreError) -> StoreError {
    StoreError(
      .unknownOutcome, error.path,
      Phrase(
        "是否已全部在案不能确定（\(error.message.zh)）；排除故障后重做一次即可补齐，不会重复",
        "Whether all of it is on file is not certain (\(error.message.en)); mend that and repeat: it is completed, and nothing is doubled"
      ))
  }

  static func unsafe(_ path: String) -> StoreError {
    StoreError(
      .unsafePath, path,
      Phrase(
        "\(path)是链接、管道或设备，不是普通文件或目录，未予读写",
        "\(path) is a link, a pipe or a device, not a plain file or folder; it was left alone"))
  }

  static func tooLarge(_ path: String, limit: Int) -> StoreError {
    StoreError(
      .tooLarge, path,
      Phrase("\(path)超过\(limit)字节的上限", "\(path) is larger than the limit of \(limit) bytes"))
  }
}
