public import StrictJSON

extension JSONWriter {
  /// The value of a fact. Decimals are numbers as in an application file, or texts as in an event.
  mutating func value(_ value: FactValue, decimalsAsText: Bool) {
    switch value {
    case .flag(let flag): bool(flag)
    case .integer(let number): integer(number)
    case .money(let money): decimal(money.description, decimalsAsText)
    case .percent(let percent): decimal(percent.description, decimalsAsText)
    case .score(let score): decimal(score.description, decimalsAsText)
    case .day(let day): string(day.description)
    case .code(let code): string(code)
    case .codes(let codes):
      beginArray()
      for code in codes { string(code) }
      endArray()
    case .item(let item): self.item(item, decimalsAsText: decimalsAsText)
    case .items(let items):
      beginArray()
      for item in items { self.item(item, decimalsAsText: decimalsAsText) }
      endArray()
    }
  }

  private mutating func decimal(_ text: String, _ asText: Bool) {
    if asText { string(text) } else { raw(text.utf8) }
  }

  private mutating func item(_ item: FactItem, decimalsAsText: Bool) {
    beginObject()
    switch item {
    case .equity(let item):
      text("date", item.date.description)
      key("amount")
      decimal(item.amount.description, decimalsAsText)
      flag("qualifiedInvestor", item.qualifiedInvestor)
      flag("paidIn", item.paidIn)
    case .property(let item): property(item)
    case .award(let item):
      text("level", item.level.rawValue)
      number("rank", item.rank)
      text("date", item.date.description)
    case .maker(let item):
      number("rank", item.rank)
      text("date", item.date.description)
    case .title(let item):
      text("kind", item.kind.rawValue)
      text("validFrom", item.validFrom.description)
      text("validUntil", item.validUntil.description)
    case .institution(let item):
      text("level", item.level.rawValue)
      flag("joint", item.joint)
    }
    endObject()
  }

  private mutating func property(_ item: IntellectualProperty) {
    text("kind", item.kind.rawValue)
    text("status", item.status.rawValue)
    text("granted", item.granted?.description)
    text("source", item.source.rawValue)
    text("transferred", item.transferred?.description)
    number("ownerRank", item.ownerRank)
    whole("highValue", item.highValue) { $1.string($0.rawValue) }
    flag("related", item.related)
    flag("inUse", item.inUse)
  }
}

extension Application {
  /// Writes the file that reads as this application.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.text("format", Application.format)
    writer.text("id", id)
    writer.text("tier", tier.rawValue)
    writer.text("type", type.rawValue)
    writer.text("authority", authority)
    writer.text("division", division)
    writer.text("batch", batch)
    writer.text("submitted", submitted.description)
    writer.number("referenceYear", referenceYear)
    writer.key("enterprise")
    writer.beginObject()
    writer.text("name", enterprise.name)
    writer.text("creditCode", enterprise.creditCode)
    writer.text("industryCode", enterprise.industryCode)
    writer.text("registered", enterprise.registered.description)
    writer.endObject()
    writer.key("facts")
    write(facts, to: &writer)
    if !local.isEmpty || !setAside.isEmpty { writeLocal(to: &writer) }
    if texts != Texts() { writeTexts(to: &writer) }
    if !materials.isEmpty { writeMaterials(to: &writer) }
    writer.endObject()
  }

  private func write(_ facts: Facts, to writer: inout JSONWriter) {
    writer.beginObject()
    for fact in Fact.allCases {
      if fact.isYearly {
        let years = facts.years(of: fact)
        guard !years.isEmpty else { continue }
        writer.key(fact.rawValue)
        writer.beginObject()
        for year in years {
          guard let value = facts.value(of: fact, year) else { continue }
          writer.key(String(year))
          writer.value(value, decimalsAsText: false)
        }
        writer.endObject()
      } else if let value = facts.value(of: fact) {
        writer.key(fact.rawValue)
        writer.value(value, decimalsAsText: false)
      }
    }
    writer.endObject()
  }

  private func writeLocal(to writer: inout JSONWriter) {
    writer.key("local")
    writer.beginObject()
    for stated in local {
      guard let value = value(at: .local(stated.key)) else { continue }
      writer.key(stated.key)
      writer.value(value, decimalsAsText: false)
    }
    for fact in setAside {
      writer.key(fact.key)
      writer.raw(fact.json.utf8)
    }
    writer.endObject()
  }

  private func writeTexts(to writer: inout JSONWriter) {
    writer.key("texts")
    writer.beginObject()
    for part in Texts.parts {
      guard let text = texts[keyPath: part.path] else { continue }
      writer.key(part.key)
      writer.string(text)
    }
    writer.endObject()
  }

  private func writeMaterials(to writer: inout JSONWriter) {
    writer.key("materials")
    writer.beginArray()
    for material in materials {
      writer.beginObject()
      writer.text("item", material.item.rawValue)
      writer.number("year", material.year)
      writer.text("file", material.file)
      writer.text("sha256", material.sha256)
      writer.number("pages", material.pages)
      writer.endObject()
    }
    writer.endArray()
  }
}
