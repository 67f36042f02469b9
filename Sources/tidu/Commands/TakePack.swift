internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu take --to FILE|-`: what goes along as one pack.
struct TakePack {
  var to: String
  var common: CommonOptions
  private var isPipe: Bool { to == "-" }

  init(to: String, common: CommonOptions) {
    self.to = to
    self.common = common
  }

  func run(_ service: TakeService, _ choice: TakeChoice) throws {
    guard !service.recipients.isEmpty else {
      throw CommandError(
        .usage, localized("没有指明这个包给谁：用 --for 或 --officer", "whom the pack is for is not said: use --for or --officer"))
    }
    guard !isPipe || !StandardStreams.outputIsTerminal else {
      throw CommandError(
        .usage, localized("包不能写到终端上：把输出接到文件或管道", "a pack cannot be shown on a terminal: redirect the output"))
    }
    // A place that is taken is told before everything is read.
    if !isPipe { try StoreAccess.withStore { () throws(StoreError) in try PackFile.check(to) } }
    let key = try StoreAccess.withStore { () throws(StoreError) in
      try service.store.openKey(of: try signer(service), StoreAccess.passphrase)
    }
    let store = service.store
    let (along, cases) = try service.prepare(choice) { Exchanges.tell($0, waiting: $1, in: store) }
    let (written, files) = try service.pack(along, to: to, by: key, at: StoreAccess.now, progress: progress)
    let format = common.format(whenPiped: .text)
    if isPipe {
      // Standard output holds the pack, and nothing else.
      for finding in along.refused { Exchanges.tell(finding, .text) }
    } else {
      for finding in along.refused { Exchanges.tell(finding, format) }
    }
    Exchanges.tellLeft(along)
    let names = try StoreAccess.withStore { () throws(StoreError) in
      let rights = try service.store.officers().now
      return service.recipients.map { rights.name(of: $0) }
    }
    tell(written, cases.count, files, along.refused.count, names, format)
    if along.refused.contains(where: { $0.need == .reading }) { throw Status.storeTrouble.code }
  }

  /// Whose key signs: the officer's where it is here, else that of who sits here.
  private func signer(_ service: TakeService) throws(StoreError) -> String? {
    let here = try service.store.own?.keys().map(\.officer) ?? []
    if let officer = service.officer, here.contains(officer) { return officer }
    return StoreAccess.environment["TIDU_OFFICER"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func progress(_ written: Int, _ read: Int, _ size: Int) {
    guard StandardStreams.errorIsTerminal, size > 0 else { return }
    let word = read == 0 ? localized("写入", "written") : localized("读回核对", "read again")
    let isDone = isPipe ? written == size : read == size
    Output.printProgress(isDone ? "\r\u{1B}[K" : "\r\(word) \((read == 0 ? written : read) * 100 / size)% ")
  }

  private func tell(
    _ written: PackFile.Written, _ cases: Int, _ files: Int, _ refused: Int, _ names: [String], _ format: OutputFormat
  ) {
    let size = "\((written.size + (1 << 20) - 1) >> 20) MiB"
    let who = names.joined(separator: localized("、", ", "))
    guard !isPipe else {
      return Output.printError(
        localized(
          "已带出 \(cases) 件到标准输出：\(files) 个文件，\(size)，给\(who)。没有读回核对，收到后用 tidu merge 核对；SHA-256 \(written.sha256)",
          "\(cases) cases taken to standard output: \(files) files, \(size), for \(who). Nothing was read again; whoever gets it checks it with tidu merge. SHA-256 \(written.sha256)"
        ))
    }
    switch format {
    case .text:
      Output.line(
        localized(
          "已带出 \(cases) 件到 \(shown(to))：\(files) 个文件，\(size)，给\(who)，不带 \(refused) 个\n已读回核对无误，可以拔出",
          "\(cases) cases taken to \(shown(to)): \(files) files, \(size), for \(who), \(refused) left\nread again and compared: safe to remove"
        ))
    case .json:
      Output.object([
        "bytes": .integer(Int64(written.size)), "contested": 0, "new": .integer(Int64(files)),
        "pack": .string(written.id), "refused": .integer(Int64(refused)), "same": 0,
        "sha256": .string(written.sha256),
      ])
    }
  }
}
