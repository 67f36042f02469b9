import StrictJSON
import Testing

@Suite struct PlaceTests {
  @Test func `lines end with LF, and columns are counted in characters`() {
    let text = "{\n  \"企业\": {\r\n    \"😀\": \"名称\", \"b\": [1, x]}}"
    let place = error(in: text)?.place
    #expect(place?.line == 3)
    #expect(place?.column == 25)
    #expect(place?.path == "企业.b[1]")
  }

  @Test func `keys that would be misread stand in quotes`() {
    #expect(error(in: "{\"a.b\":{\"\":[{\"c d\":x}]}}")?.place.path == "[\"a.b\"][\"\"][0][\"c d\"]")
    #expect(error(in: "{\"a\\u0001\":x}")?.place.path == "[\"a\\u0001\"]")
  }

  @Test func `places of keys and values are found by their offsets`() throws {
    let text = "{\"a\":{\"b\":[10,\n20]},\"c\":null}"
    let offsets = [24, 15, 6, 0]
    let places = try Array(text.utf8).withUnsafeBytes { try JSONDocument.places(of: offsets, in: $0) }
    #expect(places.map(\.path) == ["c", "a.b[1]", "a.b", ""])
    #expect(places.map(\.line) == [2, 2, 1, 1])
    #expect(places.map(\.column) == [10, 1, 7, 1])
  }
}
