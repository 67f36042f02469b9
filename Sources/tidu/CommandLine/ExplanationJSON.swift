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
    json.number("least", points?.minimum)
    json.number("most", points?.maximum)
    json.number("outOf", outOf)
    json.quantity("value", value, language)
    json.text("valueText", valueText?(language))
    json.text("asked", asked?(language))
    json.text("found", found?(language))
    json.number("band", band)
    json.number("bands", bands)
    json.citation(citation, language)
    json.text("layer", layer?.name)
    if decides {
      json.flag("decides", true)
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
    json.quantity("measured", measured, language)
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
    json.quantity("gap", gap, language)
    json.text("step", step?(language))
    json.number("gain", gain)
    json.quantity("margin", margin, language)
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
    json.number("least", points?.minimum)
    json.number("most", points?.maximum)
    json.endObject()
  }
}

extension Move {
  func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    json.text("id", nodeID)
    json.text("name", name(language))
    json.quantity("gap", gap, language)
    json.quantity("bound", bound, language)
    json.text("step", step?(language))
    json.text("asked", asked?(language))
    json.text("found", found?(language))
    json.number("gain", gain)
    json.flag("suffices", suffices)
    json.citation(citation, language)
    json.endObject()
  }
}

extension Layer {
  /// `edition ID`, `notice …`, `province 370000`.
  var name: String {
    switch self {
    case .edition(let id): "edition \(id)"
    case .notice(let id): "notice \(id)"
    case .province(let key): "province \(key)"
    }
  }
}

extension JSONWriter {
  /// `{"text","unit","exact"}`: as shown, and exact as a fraction.
  mutating func quantity(_ name: StaticString, _ quantity: Quantity?, _ language: Language) {
    guard let quantity else { return }
    key(name)
    beginObject()
    text("text", quantity.text(language))
    text("unit", quantity.unit.rawValue)
    text("exact", "\(quantity.numerator)/\(quantity.denominator)")
    endObject()
  }

  mutating func citation(_ citation: Citation?, _ language: Language) {
    guard let citation else { return }
    key("citation")
    beginObject()
    text("document", citation.document(language))
    text("place", citation.place(language))
    endObject()
  }
}
