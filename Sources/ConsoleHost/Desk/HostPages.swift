internal import CaseStore
internal import Casework
internal import Console
internal import Glibc
internal import Office
internal import ScoringCore

/// Papers to print: in the officer's own folder, or in the file that was asked for.
extension EffectRunner {
  private func made(_ request: PrintRequest) throws(OfficeError) -> MadeSheet {
    try SheetMaker(store: store, today: today, language).sheet(request)
  }

  /// Writes a paper.
  /// - Returns: its path.
  func print(_ request: PrintRequest) throws(OfficeError) -> String {
    let sheet = try made(request)
    guard let bytes = sheet.bytes(request.form) else {
      throw .unmet([UnmetRequirement(.requirement, "noForm", Phrase("没有这种格式", "there is it not in that form"))])
    }
    if let file = request.file {
      let path = file.hasPrefix("~/") ? (environment["HOME"] ?? "") + file.dropFirst() : file
      try withStore { () throws(StoreError) in try Self.write(bytes, to: path) }
      return path
    }
    guard let own = store.own else { throw .store(store.noPlace) }
    let type = request.form == .text ? "txt" : request.form.rawValue
    return try withStore { () throws(StoreError) in try own.writePage(bytes, name: "\(sheet.name).\(type)") }
  }

  /// A paper as text, or why there is none.
  func preview(_ request: PrintRequest) -> String {
    do throws(OfficeError) {
      let sheet = try made(request)
      return sheet.text ?? sheet.page.text
    } catch { return error.message(language) }
  }

  static func written(_ path: String, _ form: PrintRequest.Form) -> Phrase {
    let path = SafeText.clean(path, limit: 400)
    return form == .html
      ? Phrase("已写到 \(path)，用浏览器打开即可打印", "Written to \(path): a browser prints it")
      : Phrase("已写到 \(path)", "Written to \(path)")
  }

  /// A new file, whole or not at all; one that is there is never written over.
  private static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      let isThere = errno == EEXIST
      let why = String(cString: strerror(errno))
      let name = SafeText.clean(path, limit: 200)
      throw StoreError(
        .badInput, path,
        isThere
          ? Phrase("\(name) 已经存在，没有改动；请换个名字", "\(name) exists and was not changed; choose another name")
          : Phrase("不能写入 \(name)：\(why)", "cannot write \(name): \(why)"))
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isWhole = rest.isEmpty && fsync(file) == 0
    guard Glibc.close(file) == 0, isWhole else {
      unlink(path)
      let name = SafeText.clean(path, limit: 200)
      throw StoreError(
        .badInput, path, Phrase("\(name) 没有写成：磁盘可能已满", "\(name) could not be written: the disk may be full"))
    }
  }
}
