import Casework
import ScoringCore
import StrictJSON
import SystemPackage

extension Store {
  /// The officer who founds a store: its first supervisor, with every role.
  package struct Founder: Sendable, Hashable {
    /// Officer id: 1 to 64 of `a-z0-9.-`, beginning with a letter or digit.
    package var officer: String
    package var name: String

    package init(officer: String, name: String) {
      self.officer = officer
      self.name = name
    }
  }

  /// Founds a store in a folder that is empty or not there, and keeps the founder's key in the own folder.
  ///
  /// - Parameter passphrase: protects the key; `nil` leaves it unprotected.
  package static func create(
    _ path: String, founder: Founder, passphrase: String?, at moment: Timestamp,
    environment: [String: String]
  ) throws(StoreError) -> Store {
    guard isOfficer(founder.officer) else {
      throw StoreError(
        .badInput, founder.officer,
        Phrase(
          "人员编号“\(founder.officer)”只能用小写字母、数字、点和连字符，最多 64 个",
          "The officer id “\(founder.officer)” may hold lower-case letters, digits, dots and hyphens only, at most 64"
        ))
    }
    let (parent, name) = split(path.hasSuffix("/") ? String(path.dropLast()) : path)
    let above = try Disk(path: parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent)
    if name != "." && name != ".." {
      do throws(Errno) { try above.files.close(try above.make(name)) } catch {
        // An existing folder may be reached through a link of the user's own.
        if error != .notDirectory && error != .tooManySymbolicLinkLevels { throw .writing(path, error) }
      }
    }
    let disk = try Disk(path: path)
    guard try disk.names("").isEmpty else {
      throw StoreError(
        .exists, path,
        Phrase("\(path)不是空目录，未作改动", "\(path) is not an empty folder; nothing was changed"))
    }
    let key = OfficerKey(officer: founder.officer)
    let body: JSONValue = [
      "key": ["seal": .string(key.seal), "sign": .string(key.sign)], "name": .string(founder.name),
      "officer": .string(founder.officer), "on": .string(moment.day.description),
      "roles": ["administrator", "objection", "reviewer", "signer", "spotCheck", "supervisor"],
      "threshold": 1,
    ]
    let payload: JSONValue = [
      "at": .string(moment.text), "author": .string(founder.officer), "body": body, "case": "registry",
      "format": .string(EventFile.format), "kind": .string(ActName.found.rawValue), "parents": [], "registry": [],
      "seq": 1,
    ]
    let event = try EventFile(signing: payload, with: key)
    guard let place = OfficerFolder.place(of: event.id, environment: environment) else {
      throw StoreError(
        .noKey, path,
        Phrase(
          "没有存放密钥的地方：请设置 HOME 或 XDG_DATA_HOME",
          "There is no place for the key: set HOME or XDG_DATA_HOME"))
    }
    let own = try OfficerFolder(place)
    try own.save(key, passphrase: passphrase, at: moment)
    try own.raiseCount(to: 1, of: key.sign)
    // Bytes must not change on their way through git, and `.tidu` does not travel.
    _ = try disk.publish(Array("* -text\n".utf8), in: "", names: [".gitattributes"])
    _ = try disk.publish(Array(".tidu/\n".utf8), in: "", names: [".gitignore"])
    _ = try disk.publish(event.bytes, in: "registry", names: event.names)
    let value: JSONValue = ["format": .string(format), "id": .string(event.id)]
    _ = try disk.publish(value.canonicalBytes + [0x0A], in: "", names: ["store.json"])
    return Store(disk: disk, id: event.id, own: own)
  }

  static func isOfficer(_ id: String) -> Bool {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-".utf8)
    return (1...64).contains(id.utf8.count) && id.utf8.allSatisfy(allowed.contains)
      && id.utf8.first != UInt8(ascii: ".") && id.utf8.first != UInt8(ascii: "-")
  }
}
