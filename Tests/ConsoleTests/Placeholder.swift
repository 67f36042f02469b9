import Testing

@Test func ConsoleBuilds() {
  #expect(Bool(true))
}
