import Testing

@Test func CaseStoreBuilds() {
  #expect(Bool(true))
}
