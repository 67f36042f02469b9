import Testing

@Test func ScoringCoreBuilds() {
  #expect(Bool(true))
}
