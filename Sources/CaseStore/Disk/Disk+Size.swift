import SystemPackage

extension Disk {
  /// Bytes of a plain file, as a look at it tells.
  func size(_ path: String) throws(StoreError) -> Int {
    let (parent, name) = split(path)
    let size = try withFolder(parent) { folder throws(StoreError) -> Int in
      do throws(Errno) { return try retrying(try files.status(name, in: folder)).size } catch {
        throw .reading(shown(path), error)
      }
    }
    guard let size else { throw .reading(shown(path), .noSuchFileOrDirectory) }
    return size
  }

  /// Whether anything has this name.
  func holds(_ path: String) -> Bool {
    do throws(StoreError) {
      _ = try size(path)
      return true
    } catch { return error.kind != .missing }
  }
}
