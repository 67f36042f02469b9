/// Members of an object in one call. One without a value is left out.
extension JSONWriter {
  /// A member that is a text.
  @inlinable @inline(__always)
  public mutating func text(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// A member that is a whole number.
  @inlinable @inline(__always)
  public mutating func number(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    integer(number)
  }

  /// A member that is true or false.
  @inlinable @inline(__always)
  public mutating func flag(_ name: StaticString, _ flag: Bool) {
    key(name)
    bool(flag)
  }

  /// A list of words, left out where it is empty.
  public mutating func list(_ name: StaticString, _ words: [String]) {
    array(name, words) { $1.string($0) }
  }

  /// A list, left out where it is empty.
  @inlinable
  public mutating func array<Item>(_ name: StaticString, _ items: [Item], _ write: (Item, inout JSONWriter) -> Void) {
    guard !items.isEmpty else { return }
    whole(name, items, write)
  }

  /// A list that is there even where it is empty.
  @inlinable
  public mutating func whole<Item>(_ name: StaticString, _ items: [Item], _ write: (Item, inout JSONWriter) -> Void) {
    key(name)
    beginArray()
    for item in items { write(item, &self) }
    endArray()
  }
}
