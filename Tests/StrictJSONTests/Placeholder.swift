import Testing

@Test func StrictJSONBuilds() {
  #expect(Bool(true))
}
