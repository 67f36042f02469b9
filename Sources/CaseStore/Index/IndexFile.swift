import Casework
import ScoringCore

/// The index: summaries of all cases in one file of the officer's own folder that opens at once. Rows and screens go by
/// it and nothing else does; it can be deleted at any time and is made again where it does not fit.
struct IndexFile: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    var summary: CaseSummary
    /// Of the files in the case's folder: equal fingerprints mean an equal case as far as a look can tell. `nil` where the
    /// folder could not be read whole: it is read again each time, and the row is not kept.
    var fingerprint: UInt64?
    /// The case gave a title, whatever became of it.
    var hasTitle: Bool
    /// What is held against other cases.
    var marks: CaseLinks.Marks
  }

  /// A folder that is no case: read once, and not again while it looks the same.
  struct NoCase: Sendable, Hashable {
    var key: CaseKey
    /// Of its files.
    var fingerprint: UInt64
    /// Why it is none.
    var message: Phrase
  }

  static let name = "index"
  static let limit = 2 << 30
  private static let magic = Array("tidu.index/7\n".utf8)

  /// What every summary depends on besides its own folder: store, registry, settings, rules of the program.
  var context: String
  var entries: [Entry]
  var noCases: [NoCase] = []

  func encoded() -> [UInt8] {
    var writer = IndexWriter()
    writer.text(context)
    writer.list(entries) { writer, entry in
      writer.raw(entry.fingerprint ?? 0)
      writer.raw(entry.hasTitle ? 1 : 0)
      writer.raw(entry.marks.name)
      writer.list(entry.marks.files) { $0.raw($1) }
      writer.summary(entry.summary)
    }
    writer.list(noCases) { writer, folder in
      writer.raw(folder.fingerprint)
      for text in [folder.key.authority, folder.key.batch, folder.key.id, folder.message.zh, folder.message.en] {
        writer.text(text)
      }
    }
    let body = writer.finish()
    return IndexFile.magic + body.withUnsafeBytes(IndexFile.checksum) + body
  }

  /// Throws where one bit differs from what was written.
  init(decoding bytes: [UInt8]) throws(IndexReader.Damage) {
    self = try bytes.withUnsafeBytes { bytes in
      Result { () throws(IndexReader.Damage) in try IndexFile(decoding: bytes) }
    }.get()
  }

  private init(decoding bytes: UnsafeRawBufferPointer) throws(IndexReader.Damage) {
    let start = IndexFile.magic.count + 8
    guard bytes.count > start, bytes.starts(with: IndexFile.magic),
      IndexFile.checksum(UnsafeRawBufferPointer(rebasing: bytes[start...])).elementsEqual(bytes[(start - 8)..<start])
    else { throw IndexReader.Damage() }
    var reader = try IndexReader(bytes, from: start)
    context = try reader.text()
    entries = try reader.list { reader throws(IndexReader.Damage) in
      let fingerprint = try reader.raw()
      let hasTitle = try reader.raw() == 1
      let marks = CaseLinks.Marks(
        name: try reader.raw(), files: try reader.list { r throws(IndexReader.Damage) in try r.raw() })
      return Entry(summary: try reader.summary(), fingerprint: fingerprint, hasTitle: hasTitle, marks: marks)
    }
    noCases = try reader.list { reader throws(IndexReader.Damage) in
      let fingerprint = try reader.raw()
      return NoCase(
        key: CaseKey(authority: try reader.text(), batch: try reader.text(), id: try reader.text()),
        fingerprint: fingerprint, message: Phrase(try reader.text(), try reader.text()))
    }
    guard reader.isAtEnd else { throw IndexReader.Damage() }
  }

  init(context: String, entries: [Entry], noCases: [NoCase] = []) {
    self.context = context
    self.entries = entries
    self.noCases = noCases
  }

  /// 64 bits over a text and its length, eight bytes at a time: each step is one to one, so that no single change of a
  /// word goes unseen. Against chance alone: what an index says is held against the folders, and nobody exchanges one.
  private static func checksum(_ text: UnsafeRawBufferPointer) -> [UInt8] {
    var sum = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
    func take(_ word: UInt64) {
      let mixed = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum = mixed &<< 29 | mixed &>> 35
    }
    var place = 0
    while place &+ 8 <= text.count {
      take(text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    for byte in text[place...] { take(UInt64(byte)) }
    return withUnsafeBytes(of: sum.littleEndian) { Array($0) }
  }
}

extension IndexWriter {
  fileprivate mutating func day(_ day: Day) { number(Int(day.number)) }

  /// The place of a value among those of its kind; a program that has others has another context.
  fileprivate mutating func word<T: CaseIterable & Equatable>(_ value: T) where T.AllCases == [T] {
    raw(UInt64(T.allCases.firstIndex(of: value) ?? 0))
  }

  /// Every field of `CaseSummary`.
  fileprivate mutating func summary(_ s: CaseSummary) {
    text(s.key.authority)
    text(s.key.batch)
    text(s.key.id)
    word(s.tier)
    word(s.type)
    optional(s.division) { $0.text($1) }
    text(s.name)
    text(s.creditCode)
    text(s.industryCode)
    day(s.submitted)
    number(s.revision)
    text(s.edition)
    optional(s.overlay) { $0.text($1) }
    word(s.outcome)
    optional(s.score) {
      $0.number($1.minimum)
      $0.number($1.maximum)
    }
    optional(s.pass) { $0.number($1) }
    optional(s.shortfall) {
      $0.number($1.minimum)
      $0.number($1.maximum)
    }
    number(s.unsettled)
    list(s.deciding) { $0.text($1) }
    list(s.otherNames) { $0.text($1) }
    list(s.findings) { $0.word($1) }
    list(s.links) {
      $0.word($1.kind)
      for text in [$1.other.authority, $1.other.batch, $1.other.id, $1.name, $1.creditCode] { $0.text(text) }
      $0.number($1.count)
      $0.optional($1.file) { $0.raw($1) }
    }
    word(s.state)
    optional(s.received) { $0.day($1) }
    optional(s.assignee) { $0.text($1) }
    list(s.seconded) { $0.text($1) }
    raw((s.contested ? 1 : 0) | (s.stale ? 2 : 0))
    number(s.pending)
    list(s.incomplete) { $0.text($1) }
    number(s.openObjections)
    number(s.openLeads)
    list(s.stops) {
      $0.day($1.after)
      $0.optional($1.through) { $0.day($1) }
    }
    optional(s.due) { $0.day($1) }
    optional(s.countedSince) { $0.day($1) }
    optional(s.recommendation) { $0.text($1) }
    list(s.visitors) { $0.text($1) }
    optional(s.visitDay) { $0.day($1) }
    optional(s.changed) { $0.day($1) }
  }
}

extension IndexReader {
  private static let tiers = Tier.allCases
  private static let types = ApplicationType.allCases
  private static let outcomes = Outcome.allCases
  private static let states = CaseState.allCases
  private static let kinds = Finding.Kind.allCases

  fileprivate mutating func day() throws(Damage) -> Day {
    guard let number = Int32(exactly: try number()) else { throw Damage() }
    return Day(number: number)
  }

  fileprivate mutating func summary() throws(Damage) -> CaseSummary {
    typealias Reader = IndexReader
    let key = CaseKey(authority: try text(), batch: try text(), id: try text())
    var summary = CaseSummary(
      key: key, tier: try word(IndexReader.tiers), type: try word(IndexReader.types),
      division: try optional { r throws(Damage) in try r.text() }, name: try text(),
      creditCode: try text(), industryCode: try text(), submitted: try day(), revision: try number(),
      edition: try text(), overlay: try optional { r throws(Damage) in try r.text() },
      outcome: try word(IndexReader.outcomes),
      score: try optional { r throws(Damage) in Points(try r.number(), try r.number()) },
      pass: try optional { r throws(Damage) in try r.number() },
      shortfall: try optional { r throws(Damage) in Points(try r.number(), try r.number()) },
      unsettled: try number(), deciding: try list { r throws(Damage) in try r.text() })
    summary.otherNames = try list { r throws(Damage) in try r.text() }
    summary.findings = try list { r throws(Damage) in try r.word(IndexReader.kinds) }
    summary.links = try list { r throws(Damage) in
      let kind = try r.word(IndexReader.kinds)
      let other = CaseKey(authority: try r.text(), batch: try r.text(), id: try r.text())
      return CaseLink(
        kind: kind, other: other, name: try r.text(), creditCode: try r.text(), count: try r.number(),
        file: try r.optional { r throws(Damage) in try r.raw() })
    }
    summary.state = try word(IndexReader.states)
    summary.received = try optional { r throws(Damage) in try r.day() }
    summary.assignee = try optional { r throws(Damage) in try r.text() }
    summary.seconded = try list { r throws(Damage) in try r.text() }
    let marks = try raw()
    summary.contested = marks & 1 != 0
    summary.stale = marks & 2 != 0
    summary.pending = try number()
    summary.incomplete = try list { r throws(Damage) in try r.text() }
    summary.openObjections = try number()
    summary.openLeads = try number()
    summary.stops = try list { r throws(Damage) in
      let after = try r.day()
      return DayRange(after: after, through: try r.optional { r throws(Damage) in try r.day() })
    }
    summary.due = try optional { r throws(Damage) in try r.day() }
    summary.countedSince = try optional { r throws(Damage) in try r.day() }
    summary.recommendation = try optional { r throws(Damage) in try r.text() }
    summary.visitors = try list { r throws(Damage) in try r.text() }
    summary.visitDay = try optional { r throws(Damage) in try r.day() }
    summary.changed = try optional { r throws(Damage) in try r.day() }
    return summary
  }
}
