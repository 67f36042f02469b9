import Testing

@Test func CaseworkBuilds() {
  #expect(Bool(true))
}
