import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// A folder of its own for a test, with a founded store in it; gone when the test is over.
final class Workplace {
  let path: String
  let environment: [String: String]
  static let start = Timestamp(seconds: 1_767_225_600)

  init() {
    // In memory where the system has such a place: a sync of everything would wait for other programs' files.
    let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    path = place + "/tidu-test-" + String(UInt64.random(in: .min ... .max), radix: 36)
    environment = ["XDG_DATA_HOME": path + "/own"]
    mkdir(path, 0o755)
  }

  deinit { Workplace.remove(path) }

  var storePath: String { path + "/store" }

  func found() throws -> (Store, OfficerKey) {
    let store = try Store.create(
      storePath, founder: .init(officer: "li.ming", name: "李明"), passphrase: nil, at: Self.start,
      environment: environment)
    let own = try #require(store.own)
    return (store, try own.open(PassphraseSource.none))
  }

  func open() throws -> Store { try Store.open(storePath, environment: environment) }

  func write(_ bytes: [UInt8], to name: String) {
    let file = Glibc.open(path + "/" + name, O_CREAT | O_TRUNC | O_WRONLY, 0o644)
    precondition(file >= 0)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

  func read(_ name: String) throws -> [UInt8] {
    try Disk(path: path).read(name, limit: 1 << 30)
  }

  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o755)
      for name in (try? Disk(path: path).names("")) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// An application that is well-formed and says little.
  static func application(
    _ id: String, batch: String = "2025-1", authority: String = "370000", name: String = "齐鲁示例有限公司",
    extra: String = ""
  ) -> String {
    """
    {"format":"tidu.application/1","id":"\(id)","tier":"specialized","type":"new","authority":"\(authority)",\
    "batch":"\(batch)","submitted":"2025-08-21","referenceYear":2024,"enterprise":{"name":"\(name)",\
    "creditCode":"91370100MA3TESTX0A","industryCode":"C3521","registered":"2012-05-06"},\
    "facts":{"revenue":{"2023":5230.45,"2024":6100}}\(extra)}
    """
  }

  func receive(_ store: Store, _ key: OfficerKey, _ inputs: [ImportInput]) -> ImportReport {
    store.receive(inputs, by: key, reader: ApplicationReader(standard: .shared), at: { _ in Self.start })
  }

  func receive(_ store: Store, _ key: OfficerKey, _ text: String, name: String = "-") -> ImportReport {
    receive(store, key, [.bytes(Array(text.utf8), name: name)])
  }
}

extension Workplace {
  /// A store with two cases and a title that was entered.
  static func peopled() throws -> (place: Workplace, store: Store, key: OfficerKey) {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01") + "\n" + Workplace.application("C02"))
    _ = store.enterTitles(
      [
        (
          Array(
            "authority,tier,creditCode,name,number,from,until\n370000,specialized,91370100MA3TESTX0A,齐鲁,1,2024-01-01,\n"
              .utf8), "t.csv"
        )
      ], by: key, today: PerformTests.today, at: Workplace.start)
    return (place, store, key)
  }

  static let overlay = """
    authority: "370000"
    name: {zh: 新细则, en: New rules}
    document: {zh: 新文件, en: New document}
    checked: 2026-01-01
    values:
      - {edition: 2022-63, tier: specialized, pass: 75, cite: {zh: 一, en: one}}
    """
  /// 2026 without a day off but the fifth of January: 260 working days.
  static let calendar =
    #"{"years":{"2026":{"working_days":260,"weekdays_off":["2026-01-05"],"weekend_days_worked":[]}}}"#
}
