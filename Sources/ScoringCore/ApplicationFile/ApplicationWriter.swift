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
      key("date")
      string(item.date.description)
      key("amount")
      decimal(item.amount.description, decimalsAsText)
      key("qualifiedInvestor")
      bool(item.qualifiedInvestor)
      key("paidIn")
      bool(item.paidIn)
    case .property(let item): property(item)
    case .award(let item):
      key("level")
      string(item.level.rawValue)
      key("rank")
      integer(item.rank)
      key("date")
      string(item.date.description)
    case .maker(let item):
      key("rank")
      integer(item.rank)
      key("date")
      string(item.date.description)
    case .title(let item):
      key("kind")
      string(item.kind.rawValue)
      key("validFrom")
      string(item.validFrom.description)
      key("validUntil")
      string(item.validUntil.description)
    case .institution(let item):
      key("level")
      string(item.level.rawValue)
      key("joint")
      bool(item.joint)
    }
    endObject()
  }

  private mutating func property(_ item: IntellectualProperty) {
    key("kind")
    string(item.kind.rawValue)
    key("status")
    string(item.status.rawValue)
    if let granted = item.granted {
      key("granted")
      string(granted.description)
    }
    key("source")
    string(item.source.rawValue)
    if let transferred = item.transferred {
      key("transferred")
      string(transferred.description)
    }
    key("ownerRank")
    integer(item.ownerRank)
    key("highValue")
    beginArray()
    for value in item.highValue { string(value.rawValue) }
    endArray()
    key("related")
    bool(item.related)
    key("inUse")
    bool(item.inUse)
  }
}

extension Application {
  /// Writes the file that reads as this application.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("format")
    writer.string(Application.format)
    writer.key("id")
    writer.string(id)
    writer.key("tier")
    writer.string(tier.rawValue)
    writer.key("type")
    writer.string(type.rawValue)
    writer.key("authority")
    writer.string(authority)
    if let division {
      writer.key("division")
      writer.string(division)
    }
    writer.key("batch")
    writer.string(batch)
    writer.key("submitted")
    writer.string(submitted.description)
    writer.key("referenceYear")
    writer.integer(referenceYear)
    writer.key("enterprise")
    writer.beginObject()
    writer.key("name")
    writer.string(enterprise.name)
    writer.key("creditCode")
    writer.string(enterprise.creditCode)
    writer.key("industryCode")
    writer.string(enterprise.industryCode)
    writer.key("registered")
    writer.string(enterprise.registered.description)
    writer.endObject()
    writer.key("facts")
    write(facts, to: &writer)
    if !local.isEmpty || !setAside.isEmpty { writeLocal(to: &writer) }
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

  private func writeMaterials(to writer: inout JSONWriter) {
    writer.key("materials")
    writer.beginArray()
    for material in materials {
      writer.beginObject()
      writer.key("item")
      writer.string(material.item.rawValue)
      if let year = material.year {
        writer.key("year")
        writer.integer(year)
      }
      if let file = material.file {
        writer.key("file")
        writer.string(file)
      }
      if let sha256 = material.sha256 {
        writer.key("sha256")
        writer.string(sha256)
      }
      if let pages = material.pages {
        writer.key("pages")
        writer.integer(pages)
      }
      writer.endObject()
    }
    writer.endArray()
  }
}
