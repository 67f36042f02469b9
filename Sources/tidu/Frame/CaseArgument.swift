internal import CaseStore
internal import Casework
internal import Console
internal import Foundation
internal import ScoringCore

/// A case as a person names it on the command line: a file, `-`, or a case of the store by its id or folder.
enum CaseArgument {
  static func open(_ name: String, _ common: CommonOptions) throws -> OpenedCase {
    if name == "-" || FileManager.default.fileExists(atPath: name) {
      return OpenedCase(declared: try application(in: InputFile(name)))
    }
    guard common.storePath != nil else {
      throw Complaint(
        .badInput,
        say(
          "没有文件 \(shown(name))；要看档案库里的案件，请加 --store",
          "there is no file \(shown(name)); for a case of a store add --store"))
    }
    let store = try StoreAccess.open(common)
    return try open(try key(name, in: store), in: store)
  }

  /// The case of that id, or of that folder where an id stands in two batches.
  static func key(_ name: String, in store: Store) throws -> CaseKey {
    let keys = try StoreAccess.told { () throws(StoreError) in try store.caseKeys() }
    let found = keys.filter { $0.id == name || $0.path == name || $0.path == "cases/" + name }
    guard let first = found.first else {
      throw Complaint(
        .badInput,
        say(
          "档案库里没有 \(shown(name))；tidu queue 列出全部案件",
          "the store has no \(shown(name)); tidu queue lists its cases"))
    }
    guard found.count == 1 else {
      let list = found.map { shown($0.path) }.joined(separator: ", ")
      throw Complaint(
        .badInput,
        say("\(shown(name)) 不止一件，请写明：\(list)", "\(shown(name)) is not one case; say which: \(list)"))
    }
    return first
  }

  static func open(_ key: CaseKey, in store: Store) throws -> OpenedCase {
    let stored = try StoreAccess.told { () throws(StoreError) in try store.storedCase(key) }
    guard let stored, let newest = stored.revisions.last else {
      throw Complaint(
        .storeTrouble,
        say(
          "\(key.path) 里没有可读的申报；tidu verify 检查档案库",
          "\(key.path) holds no readable application; tidu verify checks the store"))
    }
    let before = stored.revisions.dropLast().last
    return OpenedCase(
      declared: try application(in: newest.bytes, named: newest.name),
      earlier: try before.map { try application(in: $0.bytes, named: $0.name) }, revision: newest.number)
  }

  private static func application(in file: InputFile) throws -> Application {
    do throws(ApplicationErrors) {
      return try ApplicationReader(standard: .shared).read(file.bytes)
    } catch {
      throw bad(file.name, error)
    }
  }

  private static func application(in bytes: [UInt8], named name: String) throws -> Application {
    do throws(ApplicationErrors) {
      return try ApplicationReader(standard: .shared).read(bytes)
    } catch {
      throw bad(name, error)
    }
  }

  private static func bad(_ name: String, _ errors: ApplicationErrors) -> Complaint {
    Complaint(.badInput, CheckLine(file: name, errors: errors.errors).text(in: Speech.language))
  }
}

extension EditionError {
  /// The same for a person, with the status of bad input.
  var complaint: Complaint { Complaint(.badInput, shown(message(Speech.language))) }
}
