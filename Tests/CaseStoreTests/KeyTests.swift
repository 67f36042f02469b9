import CPosix
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

@Suite struct KeyTests {
  static let cheap = KeyFile.Cost(n: 16, r: 1, p: 1)

  @Test func `a key opens with its passphrase and with no other`() throws {
    let key = OfficerKey(officer: "li.ming")
    let file = try KeyFile(key, passphrase: "长口令 one two", made: Workplace.start, cost: Self.cheap)
    let read = try KeyFile(reading: file.bytes, path: "k")
    #expect(read.info == file.info && read.info.isProtected)
    let opened = try read.open({ _ in "长口令 one two" }, path: "k")
    #expect(opened.sign == key.sign && opened.seal == key.seal)
    #expect { try read.open({ _ in "other" }, path: "k") } throws: {
      ($0 as? StoreError)?.kind == .passphrase
    }
    #expect { try read.open({ _ in nil }, path: "k") } throws: { ($0 as? StoreError)?.kind == .passphrase }
    let clear = try KeyFile(key, passphrase: nil, made: Workplace.start)
    let secret = try #require(try JSONValue(parsing: clear.bytes)["secret"]?.string)
    #expect(!String(decoding: file.bytes, as: UTF8.self).contains(secret))
  }

  @Test func `keys lie in a folder for their owner alone, and one open to others is refused`() throws {
    let place = Workplace()
    let (store, _) = try place.found()
    let own = try #require(store.own)
    var status = stat()
    #expect(stat(own.path, &status) == 0 && status.st_mode & 0o777 == 0o700)
    let name = try #require(try own.disk.names("keys").first)
    #expect(stat(own.path + "/keys/" + name, &status) == 0 && status.st_mode & 0o777 == 0o600)
    chmod(own.path, 0o750)
    #expect { try OfficerFolder(own.path) } throws: { ($0 as? StoreError)?.kind == .denied }
  }

  @Test func `the passphrase comes from the first line of the file that is named`() throws {
    let place = Workplace()
    place.write("第一行\r\nsecond\n", to: "secret")
    chmod(place.path + "/secret", 0o600)
    #expect(try PassphraseSource(file: place.path + "/secret").passphrase(.init("", "")) == "第一行")
    place.write("\n", to: "secret")
    #expect(throws: StoreError.self) {
      try PassphraseSource(file: place.path + "/secret").passphrase(.init("", ""))
    }
    #expect(try PassphraseSource(file: nil, ask: { _ in "asked" }).passphrase(.init("", "")) == "asked")
  }

  @Test func `a passphrase is long enough or expressly none, and costs a guesser more than it did`() throws {
    let place = Workplace()
    let own = try #require(try place.found().0.own)
    for short in ["a", "1234567", "七个字的口令啊"] {
      #expect { try own.makeKey(officer: "wang", passphrase: short, at: Workplace.start) } throws: {
        ($0 as? StoreError)?.kind == .passphrase && ($0 as? StoreError)?.message.zh.contains("至少 8 个字") == true
      }
      #expect { try own.setPassphrase(from: .none, to: short, at: Workplace.start) } throws: {
        ($0 as? StoreError)?.kind == .passphrase
      }
      #expect(throws: StoreError.self) { try PassphraseSource.new(short) }
    }
    #expect(try own.keys().map(\.isProtected) == [false])
    #expect(try PassphraseSource.new(nil) == nil && PassphraseSource.new("八个字的口令就行") == "八个字的口令就行")
    #expect(KeyFile.Cost().n == 1 << 17)
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o620]) func `a passphrase that others can read or change is not used`(
    mode: UInt32
  ) throws {
    let place = Workplace()
    place.write("long enough\n", to: "secret")
    let source = PassphraseSource(file: place.path + "/secret")
    chmod(place.path + "/secret", mode)
    #expect { try source.passphrase(.init("", "")) } throws: {
      ($0 as? StoreError)?.kind == .passphrase && ($0 as? StoreError)?.message.zh.contains("chmod 600") == true
    }
    for mode: UInt32 in [0o600, 0o400] {
      chmod(place.path + "/secret", mode)
      #expect(try source.passphrase(.init("", "")) == "long enough")
    }
  }

  @Test func `no core is left of a program that has opened a key, and no other program looks into its memory`() throws {
    _ = try Workplace().found()
    #expect(tidu_lends_memory() == 0)
    var limit = rlimit()
    #expect(getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 && limit.rlim_cur == 0)
  }

  @Test func `a passphrase can be set later, and two officers on one device are told apart`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let own = try #require(store.own)
    place.write("long enough\n", to: "secret")
    chmod(place.path + "/secret", 0o600)
    let source = PassphraseSource(file: place.path + "/secret")
    try own.setPassphrase(from: .none, to: "long enough", at: Workplace.start)
    #expect(try own.keys().map(\.isProtected) == [true])
    #expect(try own.open(source).sign == key.sign)
    #expect(throws: StoreError.self) { try own.open(PassphraseSource.none) }
    let other = try own.makeKey(officer: "wang", passphrase: nil, at: Workplace.start)
    #expect(try own.open(officer: "wang", .none).sign == other.sign)
    #expect { try own.open(source) } throws: { ($0 as? StoreError)?.message.en.contains("--officer") == true }
    #expect { try own.open(officer: "zhao", source) } throws: { ($0 as? StoreError)?.kind == .noKey }
  }

  @Test func `a sealed text opens for those it was sealed to, and its length is hidden`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let other = OfficerKey(officer: "wang")
    let stranger = OfficerKey(officer: "zhao")
    let text = Array("举报人：张三，13800000000".utf8)
    let hash = try store.seal(text, to: [key.seal, other.seal], in: "cases/a/b/c")
    #expect(try store.unseal(hash, in: "cases/a/b/c", with: key) == text)
    #expect(try store.unseal(hash, in: "cases/a/b/c", with: other) == text)
    #expect { try store.unseal(hash, in: "cases/a/b/c", with: stranger) } throws: {
      ($0 as? StoreError)?.kind == .noKey
    }
    let long = try store.seal(text + text, to: [key.seal], in: "")
    let short = try store.seal([], to: [key.seal], in: "")
    #expect(
      try store.file("sealed", long)?.count == store.file("sealed", short)?.count)
    #expect(try store.erase([hash], in: "cases/a/b/c") == 1)
    #expect(try store.unseal(hash, in: "cases/a/b/c", with: key) == nil)
  }

  @Test func `drafts and marks are kept`() throws {
    let place = Workplace()
    let own = try #require(try place.found().0.own)
    #expect(try own.draft("cases/a/b/c") == nil)
    try own.saveDraft([1, 2], for: "cases/a/b/c")
    #expect(try own.draft("cases/a/b/c") == [1, 2])
    try own.saveDraft(nil, for: "cases/a/b/c")
    #expect(try own.draft("cases/a/b/c") == nil)
    #expect(try own.seen("cases/a/b/c") == nil)
    try own.markSeen(["b", "a"], in: "cases/a/b/c")
    #expect(try own.seen("cases/a/b/c") == ["a", "b"])
  }
}
