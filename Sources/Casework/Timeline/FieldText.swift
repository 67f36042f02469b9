package import ScoringCore
package import StrictJSON

/// A field of what is on file, in words: its name and its whole value.
package struct FieldText: Sendable, Hashable {
  package var name: String
  package var label: Phrase
  /// Several lines where it is a list or a text of several.
  package var text: Phrase

  package init(name: String, label: Phrase, text: Phrase) {
    self.name = name
    self.label = label
    self.text = text
  }
}

extension Event {
  /// Every field with its name and value, in the order of the standard; what this program does not know comes last as it
  /// stands in the file.
  func record(_ fold: Fold) -> [FieldText] {
    let known = [Field.on] + (act?.act.bodyFields ?? [])
    // The fact that a value is of: a verified one, or one that was seen on a visit.
    let fact = (body.text("path") ?? body.text("item")).flatMap { FactPath($0) }
    let told = known.compactMap { field in
      body[field.name].map { value in
        let text = field.type == .value ? FactEntry.whole(value, at: fact) : field.text(of: value, fold)
        return FieldText(name: field.name, label: field.label, text: text)
      }
    }
    let rest = (body.members ?? []).filter { member in !known.contains { $0.name == member.key } }
    return told + rest.map { FieldText(name: $0.key, label: .same($0.key), text: .same($0.value.plain)) }
  }
}

extension Situation {
  /// A field with its value in words; an event by what it says.
  package func text(of field: Field, _ value: JSONValue) -> FieldText {
    FieldText(name: field.name, label: field.label, text: field.text(of: value, fold))
  }
}

extension Field {
  /// A value of it in words.
  func text(of value: JSONValue, _ fold: Fold) -> Phrase { text(of: value, type, fold) }

  private func text(of value: JSONValue, _ type: FieldType, _ fold: Fold) -> Phrase {
    switch type {
    case .list(let inner):
      let items = (value.array ?? []).map { text(of: $0, inner, fold) }
      if items.isEmpty { return Phrase("无", "none") }
      guard case .object = inner else {
        return Phrase(items.map(\.zh).joined(separator: "、"), items.map(\.en).joined(separator: ", "))
      }
      return Phrase(items.map(\.zh).joined(separator: "\n"), items.map(\.en).joined(separator: "\n"))
    case .object(let fields):
      return Phrase(
        named: fields.compactMap { field in value[field.name].map { (field.label, field.text(of: $0, fold)) } })
    case .word where namesOfficers: return .same(fold.name(of: value.string ?? value.plain))
    case .word: return word(value.string ?? value.plain)
    case .value: return FactEntry.whole(value, at: nil)
    case .bool: return CodedWords.word(value.plain)
    case .id:
      let id = value.string ?? ""
      guard let event = fold.event(id) else { return .same(id) }
      let (line, on) = (event.line(fold), event.on.map { "\($0) " } ?? "")
      let author = fold.name(of: event.author)
      return Phrase("\(line.zh)（\(on)\(author) \(id)）", "\(line.en) (\(on)\(author) \(id))")
    case .int:
      return unit.map { Phrase("\(value.plain) \($0.zh)", "\(value.plain) \($0.en)") } ?? .same(value.plain)
    case .sha, .day, .text, .dec: return .same(value.string ?? value.plain)
    }
  }

  private func word(_ code: String) -> Phrase {
    switch entry {
    case .one(.tiers), .many(.tiers): return Tier(rawValue: code)?.name ?? .same(code)
    case .one(.roles), .many(.roles): return OfficerRole(rawValue: code)?.name ?? .same(code)
    default:
      if name == "authority", let place = Authorities.shared[code] { return place.name }
      if name == "division", let place = Divisions.shared[code] { return .same(place.name) }
      let paper = MaterialItem(rawValue: code)?.name
      return FactPath(code)?.name ?? paper ?? DefectCode(rawValue: code)?.name ?? CodedWords.word(code)
    }
  }
}

extension FactEntry {
  /// A value of a fact in full: an item by the names of its fields, a line an item; as it stands in the file where it is
  /// no value of the fact.
  static func whole(_ value: JSONValue, at fact: FactPath?) -> Phrase {
    guard value.members != nil || value.array != nil else { return amount(value, at: fact) }
    guard let fact, let known = try? FactValue(value, at: fact) else { return .same(value.plain) }
    switch known {
    case .item(let item): return Phrase(named: item.fields)
    case .items(let items) where !items.isEmpty:
      let lines = items.map { Phrase(named: $0.fields) }
      return Phrase(lines.map(\.zh).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
    default: return known.text
    }
  }
}

extension Phrase {
  /// Values, each after its name.
  fileprivate init(named parts: [(name: Phrase, value: Phrase)]) {
    self.init(
      parts.map { "\($0.name.zh) \($0.value.zh)" }.joined(separator: "，"),
      parts.map { "\($0.name.en) \($0.value.en)" }.joined(separator: ", "))
  }
}

extension JSONValue {
  /// A text as it is, anything else as JSON.
  var plain: String { string ?? String(decoding: canonicalBytes, as: UTF8.self) }
}
