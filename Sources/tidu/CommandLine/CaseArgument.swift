internal import CaseStore
internal import Casework
internal import Console
internal import Foundation
internal import Office
internal import ScoringCore

/// A case as a person names it on the command line, read: a file, `-`, or a case of the store by its id or folder.
struct CaseArgument {
  var opened: OpenedCase
  /// The rules it goes by: of a case of the store, and of a file where `--store` is given, with the overlays that the
  /// offices of the store adopted; else those of the program.
  var standard: Standard
  /// Where the case lies; `nil` for a file.
  var store: Store?

  /// The case with its events; `nil` for a file.
  var file: CaseFile? { opened.file }

  /// What a case has in common with others, by what the last look at the queue found. A case that came since is said not
  /// to be compared, and does not wait until all are read.
  static func linked(_ file: CaseFile, _ links: [CaseKey: [CaseLink]]) -> [Finding] {
    guard let found = links[file.key] else {
      Output.printError(
        "\(shown(file.key.id)): "
          + localized(
            "还没有与其他申报件比较（同一材料、代码、名称）：运行 tidu queue 之后才有",
            "not compared with other cases yet (one paper, code or name): run tidu queue first"))
      return []
    }
    return found.map { $0.finding(in: file.current) }
  }

  /// What is noticed of it: of a case of the store also beside the others.
  func findings() -> [Finding] {
    guard let file, let store else { return standard.findings(of: opened.declared) }
    return Self.linked(file, store.links(standard)) + file.findings
  }

  init(_ name: String, _ common: CommonOptions) throws {
    if Self.isFile(name) {
      standard = try Self.standard(common)
      opened = OpenedCase(declared: try Self.application(in: InputFile(name), standard))
      return
    }
    guard common.storePath != nil else {
      throw CommandError(
        .badInput,
        localized(
          "没有文件 \(shown(name))；要看档案库里的申报件，请加 --store",
          "there is no file \(shown(name)); for a case of a store add --store"))
    }
    let store = try StoreAccess.open(common)
    let standard = try StoreAccess.standard(of: store)
    opened = OpenedCase(try Self.file(try Self.key(name, in: store), in: store, standard))
    self.standard = standard
    self.store = store
  }

  /// What of the case could not be read.
  var unread: [UncountedFile] { (file?.allIncomplete ?? []) + opened.unread }

  /// Says what of a case could not be read, and leaves with that; returns where it was read whole.
  static func leave(_ unread: [UncountedFile]) throws {
    for file in unread {
      Output.printError("\(shown(file.name)): \(shown(file.unmet.message(OutputLanguage.language)))")
    }
    if !unread.isEmpty { throw Status.storeTrouble.code }
  }

  /// Whether the name is that of a file rather than of a case.
  static func isFile(_ name: String) -> Bool {
    name == StandardInput.name || FileManager.default.fileExists(atPath: name)
  }

  /// The rules that files go by.
  static func standard(_ common: CommonOptions) throws -> Standard {
    guard let path = common.store else { return .shared }
    return try StoreAccess.standard(of: try StoreAccess.open(path))
  }

  /// The case of that id, or of that folder where an id stands in two batches.
  static func key(_ name: String, in store: Store) throws -> CaseKey {
    let folders = FolderResolver(store)
    return try folders.key(name)
  }

  /// A case of the store with its events, verified values and the overlays in force.
  static func file(_ key: CaseKey, in store: Store, _ standard: Standard) throws -> CaseFile {
    let file = try StoreAccess.withStore { () throws(StoreError) in
      try store.caseFile(key, standard, today: StoreAccess.today)
    }
    guard let file else {
      throw CommandError(
        .storeTrouble,
        localized(
          "\(key.path) 里没有可读的申报；从副本取回这个文件夹",
          "\(key.path) holds no readable application; bring the folder back from a copy"))
    }
    return file
  }

  private static func application(in file: InputFile, _ standard: Standard) throws -> Application {
    do throws(ApplicationErrors) {
      return try ApplicationReader(standard: standard).read(file.bytes)
    } catch {
      throw CommandError(.badInput, CheckLine(file: file.name, errors: error.errors).text(in: OutputLanguage.language))
    }
  }
}

extension EditionError {
  /// The same for a person, with the status of bad input.
  var complaint: CommandError { CommandError(.badInput, shown(message(OutputLanguage.language))) }
}
