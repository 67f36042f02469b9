import Foundation
import Testing

/// A letter that went out, of which the file is gone or damaged: its place says so.
@Suite struct DamagedTextTests {
  @Test func `A letter that cannot be had stands in its place with the reason`() throws {
    let home = NSTemporaryDirectory() + "tidu-text-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    func run(_ words: String) throws -> String {
      String(decoding: try Command(words.split(separator: " ").map(String.init), home: home).run(), as: UTF8.self)
    }
    _ = try run("init --trial st --officer sup")
    try Data(run("generate --seed 7 --count 1").utf8).write(to: URL(fileURLWithPath: home + "/one.json"))
    try Data("请补正".utf8).write(to: URL(fileURLWithPath: home + "/letter.txt"))
    _ = try run("import --store st one.json")
    let folder = try #require(
      FileManager.default.enumerator(atPath: home + "/st/cases")?.compactMap { $0 as? String }.first {
        $0.split(separator: "/").count == 3
      })
    let id = String(folder.split(separator: "/")[2])
    _ = try run("act --store st \(id) letter code=other file=@letter.txt to=enterprise")
    #expect(try run("show --store st \(id) --format json").contains("请补正"))
    let path = home + "/st/cases/\(folder)"
    let letter = try #require(try FileManager.default.contentsOfDirectory(atPath: path).first { $0.utf8.count == 64 })
    try FileManager.default.removeItem(atPath: "\(path)/\(letter)")
    func damaged() throws -> String {
      let outcome = try Command(["show", "--store", "st", id, "--format", "json"], home: home).outcome()
      #expect(outcome.status == 4)
      return String(decoding: outcome.output, as: UTF8.self)
    }
    #expect(try damaged().contains("\(letter)不在"))
    try Data("请付款".utf8).write(to: URL(fileURLWithPath: "\(path)/\(letter)"))
    let said = try damaged()
    #expect(said.contains("与其哈希不符") && !said.contains("请付款"))
  }
}
