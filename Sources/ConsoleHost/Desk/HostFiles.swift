internal import CaseStore
internal import Console
internal import Glibc
internal import ScoringCore

/// Folders of this computer, from which photographs and papers are added to a visit.
extension EffectRunner {
  private static let place = "console/files"
  /// Enough for a camera's folder.
  private static let most = 5_000

  /// The folder asked for, else the one that files were last taken from, else the officer's home.
  func listFiles(_ folder: String?) -> FileListing {
    let known = (try? store.own?.draft(Self.place)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
    for candidate in [folder, known].compactMap(\.self) {
      let listing = Self.listing(candidate)
      if listing.trouble == nil || candidate == folder { return listing }
    }
    return Self.listing(environment["HOME"] ?? "/")
  }

  /// Files were taken from here: the next list begins here.
  func rememberFolder(of path: String, _ post: (Message) -> Void) {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    keep(post) { own throws(StoreError) in try own.saveDraft(Array("/\(folder)".utf8), for: Self.place) }
  }

  private static func listing(_ folder: String) -> FileListing {
    guard let open = opendir(folder) else {
      return FileListing(
        folder: folder,
        trouble: Phrase("这个文件夹不在或不能读，按 ← 到上一级", "This folder is gone or cannot be read; ← goes to the one above"))
    }
    defer { closedir(open) }
    var entries: [(entry: FileListing.Entry, seconds: Int)] = []
    while entries.count < most, let next = readdir(open) {
      let name = withUnsafePointer(to: next.pointee.d_name) { place in
        place.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard !name.hasPrefix("."), stat("\(folder)/\(name)", &status) == 0 else { continue }
      let sort = status.st_mode & S_IFMT
      guard sort == S_IFREG || sort == S_IFDIR else { continue }
      let moment = Timestamp(seconds: Int64(status.st_mtim.tv_sec)).text
      entries.append(
        (
          FileListing.Entry(
            name: name, isFolder: sort == S_IFDIR, size: Int(status.st_size),
            modified: String(moment.prefix(16)).replacing("T", with: " ")), status.st_mtim.tv_sec
        ))
    }
    entries.sort { a, b in
      if a.entry.isFolder != b.entry.isFolder { return a.entry.isFolder }
      return a.entry.isFolder || a.seconds == b.seconds ? a.entry.name < b.entry.name : a.seconds > b.seconds
    }
    return FileListing(folder: folder, entries: entries.map(\.entry))
  }
}
