import Foundation
import Samples
import ScoringCore
import Testing

/// How often a slip is found, and how often one is found where there is none: `Tables/slips.md`, written by `RECORD=1`.
@Suite struct SlipTests {
  private static let count = 330
  private static let kinds: Set<Finding.Kind> = [.unit, .year, .fraction, .exchanged, .copiedYear]
  private static let samples = Array(SampleApplications(seed: 2_027, count: count))
  private static let wide: [Application] = {
    var random = SlipRandom(11)
    return samples.map { WideFirms.firm($0, &random) }
  }()

  /// Files in which a slip is found though nobody planted one.
  private static func tripped(_ files: [Application]) -> Int {
    files.count { file in file.findings(by: .shared).contains { kinds.contains($0.kind) } }
  }

  /// Files in which a slip was planted, and those in which it is found at its place.
  private static func found(_ slip: PlantedSlip, in files: [Application]) -> (planted: Int, found: Int) {
    var random = SlipRandom(5)
    var (planted, found) = (0, 0)
    for file in files {
      guard let (spoiled, places) = slip.plant(file, &random) else { continue }
      planted += 1
      let findings = spoiled.findings(by: .shared)
      if findings.contains(where: { $0.kind == slip.kind && places.contains($0.path ?? "") }) { found += 1 }
    }
    return (planted, found)
  }

  private static func rate(_ part: Int, _ whole: Int) -> String {
    let tenths = whole == 0 ? 0 : part * 1_000 / whole
    return "\(tenths / 10).\(tenths % 10)"
  }

  @Test(arguments: PlantedSlip.all.indices)
  func `a planted slip is found, by its kind and at its place`(index: Int) {
    let slip = PlantedSlip.all[index]
    let (planted, found) = Self.found(slip, in: Self.samples)
    #expect(planted >= 300, "\(slip.name): \(planted)")
    #expect(100 * found >= slip.least * planted, "\(slip.name): \(found) of \(planted)")
  }

  @Test func `of files without a slip no more than two of a hundred show one`() {
    #expect(50 * Self.tripped(Self.samples) <= Self.samples.count)
    #expect(50 * Self.tripped(Self.wide) <= Self.wide.count)
  }

  @Test func `the table of rates shows what is found`() throws {
    var lines = [
      "# Slips found 疑点检出率", "",
      "Written by the tests: of files with one planted slip, in how many of 100 a finding of the kind names its place. "
        + "*Samples* are those of `tidu generate`, *wide* firms from three people to a thousand.", "",
      "| slip | kind | files | samples | files | wide |", "|---|---|--:|--:|--:|--:|",
    ]
    for slip in PlantedSlip.all {
      let (samples, wide) = (Self.found(slip, in: Self.samples), Self.found(slip, in: Self.wide))
      lines.append(
        "| \(slip.name) | `\(slip.kind.rawValue)` | \(samples.planted) | \(Self.rate(samples.found, samples.planted)) "
          + "| \(wide.planted) | \(Self.rate(wide.found, wide.planted)) |")
    }
    let none = (Self.tripped(Self.samples), Self.tripped(Self.wide))
    lines.append(
      "| none | any of these | \(Self.count) | \(Self.rate(none.0, Self.count)) | \(Self.count) "
        + "| \(Self.rate(none.1, Self.count)) |")
    let page = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Folder.write(page, to: "Tables/slips.md")
    }
    #expect(try Folder.text("Tables/slips.md") == page)
  }
}
