public import StrictJSON

extension Assessment {
  /// The assessment as one JSON object, keys in the documented order, without a line end. `digest` is that of the rule data
  /// it rests on.
  public func write(to json: inout JSONWriter, digest: String? = nil) {
    json.beginObject()
    write(members: &json)
    if let digest {
      json.key("digest")
      json.string(digest)
    }
    json.endObject()
  }

  /// The members alone, for a caller who adds further ones to the same object.
  public func write(members json: inout JSONWriter) {
    json.key("format")
    json.string("tidu.assessment/1")
    json.key("case")
    json.string(caseID)
    json.key("tier")
    json.string(tier.rawValue)
    json.key("type")
    json.string(type.rawValue)
    json.key("edition")
    json.string(edition)
    json.key("overlay")
    if let overlay { json.string(overlay) } else { json.null() }
    json.key("outcome")
    json.string(outcome.rawValue)
    json.key("score")
    if let score { score.write(to: &json) } else { json.null() }
    json.key("classes")
    json.beginArray()
    for entry in classes { entry.write(to: &json) }
    json.endArray()
    json.key("indicators")
    json.beginArray()
    for entry in indicators { entry.write(to: &json) }
    json.endArray()
    json.key("basics")
    json.beginArray()
    for entry in basics { write(entry.id, entry.outcome, nil, to: &json) }
    json.endArray()
    json.key("conditions")
    json.beginArray()
    for entry in conditions { write(entry.id, entry.outcome, entry.status, to: &json) }
    json.endArray()
    json.key("routes")
    json.beginArray()
    for entry in routes { write(entry.id, entry.outcome, nil, to: &json) }
    json.endArray()
    guard !locals.isEmpty else { return }
    json.key("local")
    json.beginArray()
    for entry in locals { entry.write(to: &json) }
    json.endArray()
  }

  private func write(_ id: String, _ outcome: Outcome, _ status: Status?, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(id)
    json.key("outcome")
    json.string(outcome.rawValue)
    if let status {
      json.key("status")
      json.string(status.rawValue)
    }
    json.endObject()
  }
}

extension Assessment.Score {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    points.write(members: &json)
    json.key("pass")
    json.integer(pass)
    json.key("outOf")
    json.integer(outOf)
    json.endObject()
  }
}

extension Assessment.Class {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(id)
    points.write(members: &json)
    json.key("outOf")
    json.integer(outOf)
    json.key("minimum")
    json.integer(minimum)
    json.endObject()
  }
}

extension Assessment.Indicator {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(id)
    json.key("class")
    json.string(classID)
    points.write(members: &json)
    json.key("outOf")
    json.integer(outOf)
    json.key("reasons")
    json.beginArray()
    for reason in reasons { json.string(reason.rawValue) }
    json.endArray()
    json.endObject()
  }
}

extension Points {
  func write(members json: inout JSONWriter) {
    json.key("least")
    json.integer(minimum)
    json.key("most")
    json.integer(maximum)
  }
}
