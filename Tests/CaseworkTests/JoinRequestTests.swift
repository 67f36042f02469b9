import Crypto
import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// A request to join survives a messenger, a changed letter does not, and the registry says why one is not gone by.
@Suite struct JoinRequestTests {
  private static let office = Office.shared

  /// A request whose proof holds.
  static func request(
    officer: String = "rex", name: String = "审核员（甲）", authority: String = "370000", device: String = "笔记本 2",
    store: String = office.registry.store
  ) throws -> JoinRequest {
    let key = Curve25519.Signing.PrivateKey()
    let sign = Hexadecimal.text(key.publicKey.rawRepresentation)
    let seal = Hexadecimal.text(Curve25519.KeyAgreement.PrivateKey().publicKey.rawRepresentation)
    let message = KeyProof.message(officer: officer, device: device, sign: sign, seal: seal)
    return JoinRequest(
      store: store, officer: officer, name: name, authority: authority, device: device, sign: sign, seal: seal,
      proof: Hexadecimal.text(try key.signature(for: message)))
  }

  private func fault(_ text: String) -> JoinFault? {
    do throws(JoinFault) {
      _ = try JoinRequest(reading: text)
      return nil
    } catch { return error }
  }

  // MARK: what a messenger makes of it

  private static let messengers: [(String, @Sendable (String) -> String)] = [
    ("as it is", { $0 }),
    ("line ends of Windows", { $0.replacing("\n", with: "\r\n") }),
    ("blanks at ends", { $0.replacing("\n", with: "  \t\n") }),
    ("blank lines", { $0.replacing("\n", with: "\n\n") }),
    ("no line breaks", { $0.replacing("\n", with: " ") }),
    ("quoted", { $0.split(separator: "\n").map { "> " + $0 }.joined(separator: "\n") }),
    ("quoted twice", { $0.split(separator: "\n").map { ">> > " + $0 }.joined(separator: "\n") }),
    ("full-width colons", { $0.replacing(": ", with: "：") }),
    (
      "full-width punctuation",
      { $0.replacing("(", with: "（").replacing(")", with: "）").replacing(":", with: "：").replacing(".", with: "．") }
    ),
    ("narrow punctuation", { $0.replacing("（", with: "(").replacing("）", with: ")") }),
    ("capital labels", { $0.replacing("\nstore", with: "\nStore").replacing("\nproof", with: "\nProof") }),
    ("capital digits", { String($0.map { $0.isHexDigit && $0.isLetter && $0.isLowercase ? $0 : $0 }) }),
    ("words around", { "您好，这是我的加入请求：\n\n" + $0 + "\n谢谢！核对码我电话里念。\n" }),
    ("full-width blanks", { $0.replacing(": ", with: ":\u{3000}") }),
    (
      "zero-width marks",
      { $0.replacing("\nsign", with: "\n\u{200B}sign").replacing("officer: ", with: "officer: \u{FEFF}") }
    ),
    ("broken at 40", { text in wrapped(text, 40, "\n") }),
    ("broken at 72 and quoted", { text in wrapped(text, 72, "\n> ") }),
    ("pasted into one field", { $0.replacing("\n", with: " ") + " " }),
    (
      "dashes in the fingerprint",
      { text in
        let lines = text.split(separator: "\n")
        let check = lines[lines.count - 1].dropFirst(7).replacing(" ", with: "－")
        return lines.dropLast().joined(separator: "\n") + "\ncheck： \(check)\n"
      }
    ),
  ]

  /// Breaks lines as a mail program does.
  private static func wrapped(_ text: String, _ width: Int, _ end: String) -> String {
    text.split(separator: "\n").map { line in
      var (rest, parts) = (Substring(line), [Substring]())
      while !rest.isEmpty {
        parts.append(rest.prefix(width))
        rest = rest.dropFirst(width)
      }
      return parts.joined(separator: end)
    }.joined(separator: "\n")
  }

  @Test func `A request survives whatever a messenger makes of it`() throws {
    for (name, authority, device) in [
      ("审核员（甲）", "370000", "笔记本 2"), ("Reviewer B.", "*", "desk-4"), ("O’Neil, “Bo”", "370000", "x"),
    ] {
      let request = try Self.request(name: name, authority: authority, device: device)
      for (what, change) in Self.messengers {
        do throws(JoinFault) {
          let read = try JoinRequest(reading: change(request.text))
          #expect(read.fingerprint == request.fingerprint && read.isNamed(name), "\(what): \(name)")
          var same = read
          same.name = name
          #expect(same == request, "\(what): \(name)")
        } catch { Issue.record("\(what): \(name): \(error) \(change(request.text))") }
      }
    }
  }

  @Test func `It is a few lines that fit a message, and the fingerprint is at least 80 bits in groups of digits`()
    throws
  {
    let request = try Self.request()
    #expect(request.text.split(separator: "\n").count == 10 && request.text.count < 700)
    #expect(request.text.split(separator: "\n").filter { $0.count > 140 }.isEmpty)
    let groups = request.fingerprint.split(separator: " ")
    #expect(groups.count == 5 && groups.allSatisfy { $0.count == 5 && $0.allSatisfy { ("0"..."9").contains($0) } })
  }

  // MARK: what is refused

  @Test func `Any letter that is changed is noticed`() throws {
    let request = try Self.request(name: "Reviewer A", device: "laptop")
    let text = Array(request.text)
    let start = request.text.distance(
      from: request.text.startIndex, to: request.text.firstIndex(of: "\n") ?? request.text.startIndex)
    var missed: [Int] = []
    for place in start..<text.count where text[place].isLetter || text[place].isNumber {
      var changed = text
      changed[place] = changed[place] == "7" ? "8" : "7"
      if fault(String(changed)) == nil { missed.append(place) }
    }
    #expect(missed.isEmpty, "\(missed.map { String(text[max(0, $0 - 9)...$0]) })")
    // A line that is left out, and an end that is cut off.
    let lines = request.text.split(separator: "\n")
    for line in 1..<lines.count {
      var rest = lines
      rest.remove(at: line)
      guard case .cut? = fault(rest.joined(separator: "\n")) else {
        Issue.record("line \(line): \(String(describing: fault(rest.joined(separator: "\n"))))")
        continue
      }
    }
    for count in stride(from: 20, to: request.text.count - 2, by: 7) {
      #expect(fault(String(request.text.prefix(count))) != nil, "\(count)")
    }
  }

  @Test func `The fingerprint differs if any field differs`() throws {
    let request = try Self.request()
    var seen = [request.fingerprint]
    let changes: [(inout JoinRequest) -> Void] = [
      { $0.store = String(repeating: "0", count: 64) }, { $0.officer = "rey" }, { $0.name = "审核员（乙）" },
      { $0.authority = "330000" }, { $0.device = "笔记本 3" }, { $0.sign = String(repeating: "1", count: 64) },
      { $0.seal = String(repeating: "2", count: 64) }, { $0.proof = String(repeating: "3", count: 128) },
    ]
    for change in changes {
      var other = request
      change(&other)
      seen.append(other.fingerprint)
    }
    #expect(Set(seen).count == 9)
    // And it is the same for whoever works it out.
    let fixed = JoinRequest(
      store: String(repeating: "a", count: 64), officer: "rex", name: "审核员甲", authority: "370000", device: "desk",
      sign: String(repeating: "b", count: 64), seal: String(repeating: "c", count: 64),
      proof: String(repeating: "d", count: 128))
    #expect(fixed.fingerprint == "69022 24207 51658 99361 13972")
  }

  @Test func `Garbage and a proof that does not fit are one sentence each`() throws {
    let request = try Self.request()
    var forged = request
    forged.proof = try Self.request().proof
    let table: [(String, JoinFault)] = [
      ("", .noRequest), ("你好", .noRequest), ("{\"officer\":\"rex\"}", .noRequest), ("tidu.request", .noRequest),
      (request.text.replacing("tidu.request/1", with: "tidu.request/2"), .newerProgram),
      (request.text.replacing("tidu.request/1", with: "tidu.request/10"), .newerProgram),
      (request.text + request.text, .several), (forged.text, .unproven), ("tidu.request/1", .cut("store")),
      (request.text.replacing("officer: rex", with: "officer: Rex!"), .changed("officer")),
      (request.text.replacing("审核员（甲）", with: "审核员（乙）"), .changed(nil)),
      (request.text.replacing("370000", with: "330000"), .changed(nil)),
    ]
    for (text, expected) in table {
      let found = fault(text)
      #expect(found == expected, "\(text)")
      #expect(found?.message.zh.contains("\n") == false && found?.message.en.isEmpty == false)
    }
    for bytes in [[0xFF, 0x00, 0x0A], Array(repeating: UInt8(ascii: ":"), count: 5_000)] as [[UInt8]] {
      #expect(fault(String(decoding: bytes, as: UTF8.self)) == .noRequest)
    }
  }

  @Test func `The registry says why a request is not gone by, and what it asks for otherwise`() throws {
    let registry = Self.office.registry
    let rita = try #require(registry.now.officers["rita"])
    func code(_ request: JoinRequest) -> String? { registry.refusal(of: request)?.code }
    let new = try Self.request()
    #expect(code(new) == nil)
    #expect(registry.acts(for: new).map(\.name) == [.officer, .key])
    #expect(code(try Self.request(store: String(repeating: "0", count: 64))) == "otherStore")
    #expect(code(try Self.request(officer: "rita", name: "另一人")) == "otherOfficer")
    #expect(code(try Self.request(officer: "rita", name: rita.name, authority: "330000")) == "otherOfficer")
    #expect(code(try Self.request(authority: "000001")) != nil)
    // A second device of an officer who is entered: the key alone.
    let second = try Self.request(officer: "rita", name: rita.name)
    #expect(code(second) == nil && registry.acts(for: second).map(\.name) == [.key])
    let device = try #require(registry.devices(of: "rita").first)
    #expect(code(try Self.request(officer: "rita", name: rita.name, device: device)) == "device")
  }

  @Test func `A request that is proposed, approved or ended is told as that`() throws {
    let office = Self.office
    var request = try Self.request(officer: "rita", name: office.registry.now.officers["rita"]?.name ?? "")
    request.device = "laptop"
    request = try Self.request(officer: "rita", name: request.name, device: "laptop")
    let action = try #require(office.registry.acts(for: request).first)
    let proposed = office.registryEvent("key", action.fields, by: "rita")
    func registry(_ events: [Event]) -> Registry {
      Registry(office.registry.entries.map(\.event) + events, store: office.registry.store)
    }
    let today = try #require(Day("2026-01-05"))
    func said(_ events: [Event]) -> Phrase? { registry(events).awaited(request, from: "/mnt/office", today: today) }
    let first = try #require(said([]))
    #expect(first.zh.contains(request.fingerprint) && first.zh.contains("--request"))
    let waits = registry([proposed])
    #expect(waits.entries.allSatisfy { $0.verdict.isValid })
    #expect(waits.refusal(of: request)?.code == "keyWaits")
    // Who approves compares the very same digits, worked out from what is on file.
    let entry = try #require(waits.awaiting.first { $0.act == .key })
    #expect(waits.request(of: entry)?.fingerprint == request.fingerprint)
    #expect(waits.changes(by: entry).contains { $0.name == "fingerprint" && $0.after?.zh == request.fingerprint })
    let second = try #require(said([proposed]))
    #expect(second.zh.contains(request.fingerprint) && second.en.contains("tidu merge /mnt/office"))
    let approved = office.registryEvent("approve", ["of": .string(proposed.id)], by: "sue", parents: [proposed.id])
    let known = registry([proposed, approved])
    #expect(known.now.keys[request.sign] == "rita" && said([proposed, approved]) == nil)
    #expect(known.refusal(of: request)?.code == "keyInForce")
    let ended = office.registryEvent(
      "end", ["of": .string(proposed.id), "why": "lost"], by: "sue", parents: [approved.id])
    #expect(registry([proposed, approved, ended]).refusal(of: request)?.code == "keyEnded")
    #expect(said([proposed, approved, ended])?.zh.contains("再运行一次 tidu join") == true)
  }

  @Test func `An id is made of a name where it gives one`() {
    let table: [(String, String?)] = [
      ("Reviewer B", "reviewer-b"), ("审核员甲", "shyj"), ("supervisor-a", "supervisor-a"), ("李 Ming", "l-ming"),
      ("！", nil), ("con", nil), ("", nil),
    ]
    for (name, id) in table { #expect(OfficerID.proposed(for: name) == id, "\(name)") }
  }
}
