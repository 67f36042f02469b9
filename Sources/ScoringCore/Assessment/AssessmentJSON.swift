public import StrictJSON

extension Assessment {
  /// The assessment as one JSON object, keys in the documented order, without a line end. `digest` is that of the rule data
  /// it rests on.
  public func write(to json: inout JSONWriter, digest: String? = nil) {
    json.beginObject()
    write(members: &json)
    json.text("digest", digest)
    json.endObject()
  }

  /// The members alone, for a caller who adds further ones to the same object.
  public func write(members json: inout JSONWriter) {
    json.text("format", "tidu.assessment/1")
    json.text("case", caseID)
    json.text("tier", tier.rawValue)
    json.text("type", type.rawValue)
    json.text("edition", edition)
    json.key("overlay")
    if let overlay { json.string(overlay) } else { json.null() }
    json.text("outcome", outcome.rawValue)
    json.key("score")
    if let score { score.write(to: &json) } else { json.null() }
    json.whole("classes", classes) { $0.write(to: &$1) }
    json.whole("indicators", indicators) { $0.write(to: &$1) }
    json.whole("basics", basics) { write($0.id, $0.outcome, nil, to: &$1) }
    json.whole("conditions", conditions) { write($0.id, $0.outcome, $0.status, to: &$1) }
    json.whole("routes", routes) { write($0.id, $0.outcome, nil, to: &$1) }
    json.array("local", locals) { $0.write(to: &$1) }
  }

  private func write(_ id: String, _ outcome: Outcome, _ status: Status?, to json: inout JSONWriter) {
    json.beginObject()
    json.text("id", id)
    json.text("outcome", outcome.rawValue)
    json.text("status", status?.rawValue)
    json.endObject()
  }
}

extension Assessment.Score {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    points.write(members: &json)
    json.number("pass", pass)
    json.number("outOf", outOf)
    json.endObject()
  }
}

extension Assessment.Class {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.text("id", id)
    points.write(members: &json)
    json.number("outOf", outOf)
    json.key("minimum")
    if let minimum { json.integer(minimum) } else { json.null() }
    json.endObject()
  }
}

extension Assessment.Indicator {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.text("id", id)
    json.text("class", classID)
    points.write(members: &json)
    json.number("outOf", outOf)
    json.whole("reasons", reasons) { $1.string($0.rawValue) }
    json.endObject()
  }
}

extension Points {
  func write(members json: inout JSONWriter) {
    json.number("least", minimum)
    json.number("most", maximum)
  }
}
