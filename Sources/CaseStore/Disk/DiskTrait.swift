package import ScoringCore

/// What a disk is otherwise than the store's own rules ask 盘的毛病: each is told in one sentence with what to do, and stops
/// nothing that works.
package enum DiskTrait: Sendable, Hashable {
  /// FAT, exFAT and some servers: new files cannot be given their names safely.
  case noLinks
  /// `A` and `a` are one file.
  case foldsCase
  /// Permissions that are set do not stay.
  case ignoresModes
  /// What one makes belongs to somebody else.
  case otherOwner
  /// A sync program moves files here; by its name.
  case synced(String)
  /// Reached over a network; by the kind of file system.
  case network(String)
  /// Less room than this many bytes is left.
  case littleSpace(Int)
  /// This many more files can be made.
  case fewFiles(Int)

  package var message: Phrase {
    switch self {
    case .noLinks:
      Phrase(
        "这个盘不支持硬链接（常见于 FAT、exFAT 的 U 盘），不宜在上面直接办理：把档案库放在电脑自己的盘上，U 盘只用来带来带去",
        "this disk has no hard links (FAT or exFAT, as sticks have): do not work on it; keep the store on the computer's own disk and carry it on the stick"
      )
    case .foldsCase:
      Phrase(
        "这个盘不分文件名的大小写：申报编号、批次不要只差大小写，与分大小写的电脑交换前先看 tidu verify",
        "this disk takes names that differ in letter case for one: let no ids or batches differ in case alone, and look at tidu verify before exchanging with a computer that tells them apart"
      )
    case .ignoresModes:
      Phrase(
        "这个盘不记文件权限：能登录这台电脑的人都可能改动文件，请由管理员限制谁能打开这个盘，并常用 tidu verify --checkpoint",
        "this disk keeps no permissions: whoever uses this computer may change the files; have the administrator limit who opens the disk, and use tidu verify --checkpoint often"
      )
    case .otherOwner:
      Phrase(
        "在这个盘上新建的文件不归本人所有：请管理员看共享的用户设置，否则以后可能改不了权限",
        "what is made on this disk belongs to somebody else: have the administrator look at the share's users, or its permissions cannot be mended later"
      )
    case .synced(let program):
      Phrase(
        "这个文件夹由\(program)同步：同步程序会改名、挪走、只留占位，不要在里面办理；放到不同步的文件夹，交换用 tidu take 和 tidu merge",
        "\(program) syncs this folder: it renames files, moves them away or leaves placeholders; keep the store elsewhere and exchange with tidu take and tidu merge"
      )
    case .network(let kind):
      Phrase(
        "这是网络盘（\(kind)）：断线时正在办的一项可能结果不明，照提示再办一次即可；两人同时办没有妨碍",
        "this is a network disk (\(kind)): when the line breaks, it may not be known what became of an act; repeat it as it says. Two may work at once"
      )
    case .littleSpace(let bytes):
      Phrase(
        "这个盘只剩 \(bytes >> 20) MB：请先腾出地方，满了之后新的办理写不进去（已有的不受影响）",
        "only \(bytes >> 20) MB are left on this disk: make room, for nothing new can be written when it is full (what is there stays)"
      )
    case .fewFiles(let count):
      Phrase(
        "这个盘只能再建 \(count) 个文件：每项办理是一个文件，请管理员换一个盘或重新格式化",
        "only \(count) more files can be made on this disk: each act is a file; have the administrator use another disk or format it anew"
      )
    }
  }
}

/// What a file system says of itself.
struct FileSystemTraits: Sendable, Hashable {
  /// Magic number, as statfs(2) lists them; 0 where it cannot be told.
  var kind: Int
  /// Bytes that can still be written.
  var freeBytes: Int
  /// Files that can still be made; `nil` where the file system counts none.
  var freeFiles: Int?
}
