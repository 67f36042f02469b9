import SystemPackage

/// Every call on the disk that the store makes, and no other: the one place where a test can make each of them fail.
///
/// Handles are descriptors; names are single components, never paths. Calls are made once: whoever calls decides
/// about `EINTR`, short counts and what a failure means.
protocol FileSystem: Sendable {
  /// Opens the folder at an absolute or relative path of the user's; links in it are followed.
  func openFolder(path: String) throws(Errno) -> Int32
  /// Opens a folder by one name; a symbolic link is refused.
  func openFolder(_ name: String, in folder: Int32) throws(Errno) -> Int32
  func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(Errno)
  /// Creates a file that is not there yet, for writing.
  func create(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) -> Int32
  /// Opens for reading, without following a link and without waiting for the other end of a pipe.
  func open(_ name: String, in folder: Int32) throws(Errno) -> Int32
  func status(_ file: Int32) throws(Errno) -> FileStatus
  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(Errno) -> Int
  /// At most `count` bytes; empty at the end.
  func read(_ file: Int32, _ count: Int) throws(Errno) -> [UInt8]
  /// fsync: content of a file, or names in a folder.
  func sync(_ file: Int32) throws(Errno)
  /// Permission bits, whatever the umask.
  func setMode(_ file: Int32, _ mode: UInt32) throws(Errno)
  /// Whether the folder hands down an access control list, which then says who may do what.
  func hasDefaultACL(_ folder: Int32) -> Bool
  /// Whether `syncAll` of this folder's file system is known to reach the disk.
  func syncsAll(_ folder: Int32) -> Bool
  /// syncfs: everything on the file system that holds `folder`.
  func syncAll(_ folder: Int32) throws(Errno)
  func close(_ file: Int32) throws(Errno)
  func link(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32) throws(Errno)
  func rename(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32) throws(Errno)
  func remove(_ name: String, in folder: Int32) throws(Errno)
  /// Removes an empty folder.
  func removeFolder(_ name: String, in folder: Int32) throws(Errno)
  /// Lets go of what is kept in memory of a file that was synced, where that can be done: the next read asks the disk.
  func forget(_ file: Int32)
  /// Waits until no other program holds `folder`; closing lets go.
  func lock(_ folder: Int32) throws(Errno)
  /// What is in a folder, without `.` and `..`, in no order.
  func entries(in folder: Int32) throws(Errno) -> [FolderEntry]
  /// What a name stands for, a link itself and not where it leads.
  func status(_ name: String, in folder: Int32) throws(Errno) -> FileStatus
  /// What the file system that holds `folder` says of itself.
  func traits(_ folder: Int32) throws(Errno) -> FileSystemTraits
}

extension FileSystem {
  /// The names in a folder that are text, in no order.
  func names(in folder: Int32) throws(Errno) -> [String] { try entries(in: folder).filter(\.isText).map(\.name) }
}

/// One name in a folder.
struct FolderEntry: Sendable, Hashable {
  var name: String
  /// `nil` where the file system does not say.
  var kind: FileStatus.Kind?
  /// The bytes of the name are UTF-8; else it is nothing of the program's, and `name` is what can be shown of it, which
  /// opens nothing.
  var isText = true
}

/// What a look at a file tells.
struct FileStatus: Sendable, Hashable {
  enum Kind: Sendable { case file, folder, link, other }
  var kind: Kind
  var size: Int
  /// Seconds since 1970-01-01, of the last change of the content.
  var modified: Int64
  /// And nanoseconds.
  var nanoseconds: Int64 = 0
  /// Of the file on its file system; another after it was replaced.
  var inode: UInt64 = 0
  /// Permission bits.
  var mode: UInt32
  var owner: UInt32
}
