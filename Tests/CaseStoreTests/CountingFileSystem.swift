import Synchronization
import SystemPackage

@testable import CaseStore

/// The disk, with a count of how often each file is opened for reading.
final class CountingFileSystem: FileSystem {
  private let disk = PosixFileSystem()
  private let opened = Mutex<[String: Int]>([:])

  /// How often each name was opened since this was asked last.
  func takeOpened() -> [String: Int] {
    opened.withLock { counts in
      defer { counts = [:] }
      return counts
    }
  }

  func openFolder(path: String) throws(Errno) -> Int32 { try disk.openFolder(path: path) }
  func openFolder(_ name: String, in folder: Int32) throws(Errno) -> Int32 { try disk.openFolder(name, in: folder) }
  func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) {
    try disk.makeFolder(name, in: folder, mode: mode)
  }
  func create(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) -> Int32 {
    try disk.create(name, in: folder, mode: mode)
  }
  func open(_ name: String, in folder: Int32) throws(Errno) -> Int32 {
    opened.withLock { $0[name, default: 0] += 1 }
    return try disk.open(name, in: folder)
  }
  func status(_ file: Int32) throws(Errno) -> FileStatus { try disk.status(file) }
  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(Errno) -> Int { try disk.write(file, bytes) }
  func read(_ file: Int32, _ count: Int) throws(Errno) -> [UInt8] { try disk.read(file, count) }
  func sync(_ file: Int32) throws(Errno) { try disk.sync(file) }
  func syncAll(_ folder: Int32) throws(Errno) { try disk.syncAll(folder) }
  func close(_ file: Int32) throws(Errno) { try disk.close(file) }
  func link(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32) throws(Errno) {
    try disk.link(name, in: folder, to: newName, in: newFolder)
  }
  func rename(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32) throws(Errno) {
    try disk.rename(name, in: folder, to: newName, in: newFolder)
  }
  func remove(_ name: String, in folder: Int32) throws(Errno) { try disk.remove(name, in: folder) }
  func lock(_ folder: Int32) throws(Errno) { try disk.lock(folder) }
  func names(in folder: Int32) throws(Errno) -> [String] { try disk.names(in: folder) }
}
