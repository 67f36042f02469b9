import Synchronization
import SystemPackage

@testable import CaseStore

/// The disk, with a count of how often each file is opened for reading, and with faults at will.
final class HookedFileSystem: FileSystem {
  /// What goes wrong, and from when on.
  enum Fault: Sendable {
    /// One call, of this number.
    case fails(Errno)
    /// The program is killed before the call: none after it is made.
    case killed
  }

  private struct State {
    var opened: [String: Int] = [:]
    var calls = 0
    var fault: (call: Int, fault: Fault)?
    var wasHit = false
    /// Calls that fail whenever they are made, by call and name.
    var refusal: (@Sendable (_ call: String, _ name: String) -> Errno?)?
  }

  private let disk = PosixFileSystem()
  private let state = Mutex(State())

  /// How often each name was opened since this was asked last.
  func takeOpened() -> [String: Int] {
    state.withLock { state in
      defer { state.opened = [:] }
      return state.opened
    }
  }

  /// Makes the call with this number (0 the next one from now) go wrong.
  func arm(_ call: Int, _ fault: Fault) {
    state.withLock { state in
      state.fault = (state.calls + call, fault)
      state.wasHit = false
    }
  }

  func heal() { state.withLock { $0.fault = nil } }

  /// Whether the armed call was reached.
  var wasHit: Bool { state.withLock { $0.wasHit } }

  /// Makes calls fail by what they are and the name they are given, "" where they have none.
  func refuse(_ refusal: (@Sendable (_ call: String, _ name: String) -> Errno?)?) {
    state.withLock { $0.refusal = refusal }
  }

  private func call(_ call: String, _ name: String = "") throws(Errno) {
    let failure = state.withLock { state -> Errno? in
      let number = state.calls
      state.calls += 1
      if call == "open" { state.opened[name, default: 0] += 1 }
      switch state.fault {
      case (number, .fails(let errno))?:
        state.wasHit = true
        return errno
      case (let first, .killed)? where number >= first:
        state.wasHit = true
        return .ioError
      default: return state.refusal?(call, name)
      }
    }
    if let failure { throw failure }
  }

  func openFolder(path: String) throws(Errno) -> Int32 {
    try call("openFolder", path)
    return try disk.openFolder(path: path)
  }
  func openFolder(_ name: String, in folder: Int32) throws(Errno) -> Int32 {
    try call("openFolder", name)
    return try disk.openFolder(name, in: folder)
  }
  func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) {
    try call("makeFolder", name)
    try disk.makeFolder(name, in: folder, mode: mode)
  }
  func create(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) -> Int32 {
    try call("create", name)
    return try disk.create(name, in: folder, mode: mode)
  }
  func open(_ name: String, in folder: Int32) throws(Errno) -> Int32 {
    try call("open", name)
    return try disk.open(name, in: folder)
  }
  func status(_ file: Int32) throws(Errno) -> FileStatus {
    try call("status")
    return odd.withLock { $0 }.shown(try disk.status(file))
  }
  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
    try call("write")
    return try disk.write(file, bytes)
  }
  func read(_ file: Int32, _ count: Int) throws(Errno) -> [UInt8] {
    try call("read")
    return try disk.read(file, count)
  }
  func sync(_ file: Int32) throws(Errno) {
    try call("sync")
    try disk.sync(file)
  }
  func setMode(_ file: Int32, _ mode: UInt32) throws(Errno) {
    try call("setMode")
    try disk.setMode(file, mode)
  }
  func hasDefaultACL(_ folder: Int32) -> Bool { disk.hasDefaultACL(folder) }
  func syncsAll(_ folder: Int32) -> Bool {
    state.withLock { $0.refusal?("syncAll", "") == nil } && disk.syncsAll(folder)
  }
  func syncAll(_ folder: Int32) throws(Errno) {
    try call("syncAll")
    try disk.syncAll(folder)
  }
  func close(_ file: Int32) throws(Errno) { try disk.close(file) }
  func link(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32) throws(Errno) {
    try call("link", newName)
    try disk.link(name, in: folder, to: newName, in: newFolder)
  }
  func rename(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32) throws(Errno) {
    try call("rename", newName)
    try disk.rename(name, in: folder, to: newName, in: newFolder)
  }
  func remove(_ name: String, in folder: Int32) throws(Errno) {
    try call("remove", name)
    try disk.remove(name, in: folder)
  }
  func removeFolder(_ name: String, in folder: Int32) throws(Errno) {
    try call("removeFolder", name)
    try disk.removeFolder(name, in: folder)
  }
  func forget(_ file: Int32) { disk.forget(file) }
  func lock(_ folder: Int32) throws(Errno) {
    try call("lock")
    try disk.lock(folder)
  }
  func entries(in folder: Int32) throws(Errno) -> [FolderEntry] {
    try call("names")
    return try disk.entries(in: folder)
  }
  func status(_ name: String, in folder: Int32) throws(Errno) -> FileStatus {
    try call("status", name)
    let odd = odd.withLock { $0 }
    do throws(Errno) { return odd.shown(try disk.status(name, in: folder)) } catch {
      guard odd.folds else { throw error }
      for other in try disk.names(in: folder) where other.lowercased() == name.lowercased() {
        return try disk.status(other, in: folder)
      }
      throw error
    }
  }
  func traits(_ folder: Int32) throws(Errno) -> FileSystemTraits {
    try call("traits")
    if let traits = odd.withLock({ $0.traits }) { return traits }
    return try disk.traits(folder)
  }

  /// What a disk is otherwise than the computer's own.
  struct Oddity: Sendable {
    var traits: FileSystemTraits?
    var folds = false
    var mode: UInt32?
    var owner: UInt32?

    fileprivate func shown(_ status: FileStatus) -> FileStatus {
      var status = status
      status.mode = mode ?? status.mode
      status.owner = owner ?? status.owner
      return status
    }
  }
  let odd = Mutex(Oddity())
}

extension Workplace {
  /// The store through a disk that can fail.
  func open(_ files: HookedFileSystem) throws -> Store {
    try Store.open(storePath, environment: environment, files: files)
  }
}
