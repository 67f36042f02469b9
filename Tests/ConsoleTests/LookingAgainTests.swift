import Testing

@testable import Console

/// What the console looks at again while it is open.
@Suite struct LookingAgainTests {
  @Test func `What is on the screen is looked at again with the next key once it is old`() {
    var model = Builder.model()
    func send(_ key: Key, _ model: inout Model) -> [Effect] {
      _ = model.update(.time(model.context.now + 1_000))
      return model.update(.key(key))
    }
    #expect(!send(.down, &model).contains(.lookAgain))
    _ = model.update(.time(model.context.now + Model.freshness))
    #expect(send(.down, &model).contains(.lookAgain))
    #expect(!send(.up, &model).contains(.lookAgain))
    _ = model.update(.time(model.context.now + Model.freshness))
    #expect(model.update(.goOn) == [] && model.update(.time(model.context.now + 1)) == [])
  }
}
