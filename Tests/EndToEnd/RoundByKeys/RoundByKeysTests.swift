import StrictJSON
import Testing

/// A whole round at the consoles of an office, keys only: what `Scripts/round` does by commands.
///
/// By commands are the founding of the store, its officers and the import (`Scripts/round-office`), looking which case is
/// where between two steps (`tidu queue`), and the checks at the end (`Scripts/round-checks`). All that moves a case is
/// typed, each officer at a console of his own in a pseudo-terminal. The two provinces work at the same time.
@Suite struct RoundByKeysTests {
  @Test func `A whole round by keys ends with lists, register and events that agree`() async throws {
    let office = try RoundOffice()
    let rows = try office.rows()
    #expect(rows.count == 40)
    let cast = RoundCast(rows)
    try await withThrowingTaskGroup { group in
      for province in Province.allCases {
        group.addTask { try RoundByKeys(office, province, cast).run() }
      }
      try await group.waitForAll()
    }
    let output = try office.script("round-checks")
    #expect(output.contains(/total +40/))
    print(output)
  }
}
