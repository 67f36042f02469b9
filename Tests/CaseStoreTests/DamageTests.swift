import Foundation
import ScoringCore
import Testing

@testable import CaseStore

/// Every kind of file, damaged in every way: named where an officer looks, or in the list of what cannot matter, with the
/// reason. `DAMAGE=all` changes every byte and cuts at every length; `RECORD=1` writes the table anew.
@Suite struct DamageTests {
  /// What one kind of file and one damage came to.
  private struct Row: Sendable {
    var kind: Int
    var damages: [Damage]
    /// The cells after the damage, or why it cannot matter.
    var cells: [String]
  }

  @Test func `whatever file is damaged, however, is named, or cannot matter`() async throws {
    let parts = try await withThrowingTaskGroup(of: ([DamagedKind], [Row]).self) { group in
      for part in 0..<2 { group.addTask { try Self.rows(part: part, of: 2) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let rows = parts.flatMap(\.1)
    #expect(Set(rows.map(\.kind)).count == parts[0].0.count)
    try Self.compare(Self.table(rows, parts[0].0))
  }

  private static func rows(part: Int, of parts: Int) throws -> ([DamagedKind], [Row]) {
    let scene = try DamageScene()
    scene.restore()
    let whole = [false, true].map { isOwn in Result { try look(scene, isOwn: isOwn, scene.standard) } }
    var rows: [Row] = []
    for (number, kind) in scene.kinds.enumerated() where number % parts == part {
      for damage in Damage.allCases {
        guard
          let cells = try cells(of: damage, kind, in: scene, before: whole[kind.isOwn ? 1 : 0].get())
        else { continue }
        if let last = rows.last, last.kind == number, last.cells == cells {
          rows[rows.count - 1].damages.append(damage)
        } else {
          rows.append(Row(kind: number, damages: [damage], cells: cells))
        }
      }
    }
    return (scene.kinds, rows)
  }

  private static func look(_ scene: DamageScene, isOwn: Bool, _ rules: Standard?) throws -> DamageLook {
    defer { scene.restore() }
    return try DamageLook(scene, isOwn: isOwn, rules)
  }

  /// What is said of a damage, at its first place; the other places must be named as that one is.
  /// - Returns: `nil` where it cannot be done to the file.
  private static func cells(
    of damage: Damage, _ kind: DamagedKind, in scene: DamageScene, before: DamageLook
  ) throws -> [String]? {
    var first: [String]?
    let bytes = (try? scene.place.read(kind.path))?.count ?? 0
    for place in bytes == 0 && [.removed, .replaced, .link, .pipe].contains(damage) ? [0] : damage.places(in: bytes) {
      for path in kind.without { Workplace.remove(scene.place.path + "/" + path) }
      guard try damage.apply(to: kind, at: place, in: scene) else { return nil }
      let look = try look(scene, isOwn: kind.isOwn, kind.isOfRules ? nil : scene.standard)
      let (new, changes) = (look.new(since: before), look.changes(since: before))
      let reason = Harmless.reason(kind.zh, damage, lastByteOnly: damage == .cut && place == bytes - 1)
      let isFound =
        [.removed, .exchanged].contains(damage)
        ? !new.verify.isEmpty : new.verify.contains { $0.kind == .store || ($0.file ?? "").hasPrefix(kind.file) }
      let what = { "\(kind.zh) \(damage.zh) \(place): \(new.said) \(changes)" }
      if reason == nil {
        if !new.isNamed { Issue.record("is not named: \(what())") }
        if !kind.isOwn, !isFound { Issue.record("verify does not find it: \(what())") }
      } else {
        if new.isNamed { Issue.record("has a reason, and is named: \(what())") }
        if !changes.isEmpty, !Harmless.changes.contains(kind.zh) { Issue.record("changes something: \(what())") }
      }
      if first == nil { first = Self.cells(new, changes, reason, kind, scene) }
    }
    return first
  }

  private static func cells(
    _ new: DamageLook, _ changes: [String], _ reason: String?, _ kind: DamagedKind, _ scene: DamageScene
  ) -> [String] {
    func cell(_ texts: some Sequence<String>) -> String {
      let plain = texts.map {
        Told.plain(
          $0.replacing(scene.place.path, with: "…").replacing("/own/tidu/\(scene.office.store.id)", with: "本人目录"))
      }
      return Set(plain).sorted().joined(separator: "<br>").isEmpty ? "–" : Set(plain).sorted().joined(separator: "<br>")
    }
    let verify = kind.isOwn ? "不看" : cell(new.verify.map(\.kind.rawValue))
    let some = changes.prefix(5).joined(separator: "、") + (changes.count > 5 ? " 等 \(changes.count) 项" : "")
    let isShut = new.use.contains { $0.hasPrefix("打开：") }
    let effect = changes.isEmpty ? "没有变化" : isShut ? "库打不开" : "变了：\(some)"
    return [cell(new.head), cell(new.queue), cell(new.use), verify, reason.map { "\(effect)。\($0)" } ?? effect]
  }

  // MARK: the table

  private static func table(_ rows: [Row], _ kinds: [DamagedKind]) -> String {
    var lines = [
      "# 损坏 Damage", "",
      "每一行都在一份完整的库上做一次，随后照样看、照样用、照样核验。“页首、show”是申报件页首和 `tidu show` 里的原话，“队列、名册”是队列和称号名册旁边的，",
      "“用时”是用到这个文件的地方说的，“verify”是 `tidu verify` 所见的种类（本人目录里的文件它不看）。", "“变了”的都已说明；没有地方说的，写明为什么无关。",
      "", "| 文件 | 怎样损坏 | 页首、show | 队列、名册 | 用时 | verify | 结果 |", "|---|---|---|---|---|---|---|",
    ]
    for row in rows.sorted(by: { $0.kind < $1.kind }) {
      let damages = row.damages.map(\.zh).joined(separator: "、")
      lines.append("| \(kinds[row.kind].zh) | \(damages) | \(row.cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func compare(_ text: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tables/damage.md")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text, "RECORD=1 writes it anew")
  }
}
