internal import ScoringCore
internal import StrictJSON

/// Explanations for programs. Absent means that the node has no such thing; names are in the language chosen, ids never.
extension Explanation {
  func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    json.text("kind", kind.rawValue)
    json.text("id", id)
    json.text("name", name(language))
    json.text("outcome", outcome?.rawValue)
    json.text("status", status?.rawValue)
    if let points {
      json.number("least", points.minimum)
      json.number("most", points.maximum)
    }
    json.number("outOf", outOf)
    if let value { json.quantity("value", value, language) }
    json.text("valueText", valueText?(language))
    json.number("band", band)
    json.number("bands", bands)
    if let citation { json.citation(citation, language) }
    json.text("layer", layer?.name)
    if decides {
      json.key("decides")
      json.bool(true)
    }
    json.list("reasons", reasons.map(\.rawValue))
    json.list("interpretations", interpretations)
    json.array("comparisons", comparisons) { $0.write(to: &$1, language) }
    json.array("facts", facts) { $0.write(to: &$1, language) }
    if let distance {
      json.key("distance")
      distance.write(to: &json, language)
    }
    json.array("children", children) { $0.write(to: &$1, language) }
    json.endObject()
  }
}

extension Comparison {
  func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    if let measured { json.quantity("measured", measured, language) }
    json.text("relation", relation.rawValue)
    json.quantity("bound", bound, language)
    json.text("outcome", outcome.rawValue)
    json.text("layer", layer.name)
    json.endObject()
  }
}

extension FactUsed {
  func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    json.text("path", path)
    json.text("name", name(language))
    if source != .notStated { json.text("value", value(language)) }
    json.text("source", source.rawValue)
    json.endObject()
  }
}

extension Distance {
  func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    if let gap { json.quantity("gap", gap, language) }
    json.text("step", step?(language))
    json.number("gain", gain)
    if let margin { json.quantity("margin", margin, language) }
    json.endObject()
  }
}

extension MissingFact {
  func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    json.text("path", path)
    json.text("name", name(language))
    json.list("nodes", nodes)
    json.text("best", best.rawValue)
    json.text("worst", worst.rawValue)
    if let points {
      json.number("least", points.minimum)
      json.number("most", points.maximum)
    }
    json.endObject()
  }
}

extension Move {
  func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    json.text("id", nodeID)
    json.text("name", name(language))
    if let gap { json.quantity("gap", gap, language) }
    if let bound { json.quantity("bound", bound, language) }
    json.text("step", step?(language))
    json.number("gain", gain)
    json.key("suffices")
    json.bool(suffices)
    if let citation { json.citation(citation, language) }
    json.endObject()
  }
}

extension Layer {
  /// `edition 2022-63`, `notice …`, `province 370000`.
  var name: String {
    switch self {
    case .edition(let id): "edition \(id)"
    case .notice(let id): "notice \(id)"
    case .province(let key): "province \(key)"
    }
  }
}

extension JSONWriter {
  /// A member, left out where there is no text.
  mutating func text(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  mutating func number(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    integer(number)
  }

  /// `{"text","unit","exact"}`: as shown, and exact as a fraction.
  mutating func quantity(_ name: StaticString, _ quantity: Quantity, _ language: Language) {
    key(name)
    beginObject()
    text("text", quantity.text(language))
    text("unit", quantity.unit.rawValue)
    text("exact", "\(quantity.numerator)/\(quantity.denominator)")
    endObject()
  }

  mutating func citation(_ citation: Citation, _ language: Language) {
    key("citation")
    beginObject()
    text("document", citation.document(language))
    text("place", citation.place(language))
    endObject()
  }

  /// A list of words, left out where it is empty.
  mutating func list(_ name: StaticString, _ words: [String]) {
    array(name, words) { $1.string($0) }
  }

  mutating func array<Item>(_ name: StaticString, _ items: [Item], _ write: (Item, inout JSONWriter) -> Void) {
    guard !items.isEmpty else { return }
    whole(name, items, write)
  }

  /// A list that is there even where it is empty.
  mutating func whole<Item>(_ name: StaticString, _ items: [Item], _ write: (Item, inout JSONWriter) -> Void) {
    key(name)
    beginArray()
    for item in items { write(item, &self) }
    endArray()
  }
}
