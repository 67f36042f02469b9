import ScoringCore

extension Form {
  /// Chooses one code of a list, if it is among the options.
  mutating func choose(_ id: String, _ code: String) { choose(id, all: [code]) }

  mutating func choose(_ id: String, all codes: [String]) {
    guard let index = fields.firstIndex(where: { $0.id == id }), !codes.isEmpty else { return }
    let field = fields[index]
    fields[index] = Field(
      field.id, field.label, field.kind, required: field.isRequired,
      codes: field.options.map(\.code).filter(codes.contains), hint: field.hint)
    focus = fields.firstIndex { $0.isRequired && $0.isEmpty } ?? 0
  }

  /// Gives a list its options, which only the screen knows.
  mutating func offer(_ id: String, _ options: [Option], chosen: String? = nil) {
    offer(id, options, all: chosen.map { [$0] } ?? [])
  }

  /// - Parameter many: any of them; `nil` keeps what the field takes.
  mutating func offer(_ id: String, _ options: [Option], all chosen: [String], many: Bool? = nil) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    let field = fields[index]
    let isMany = if case .many = field.kind { true } else { false }
    fields[index] = Field(
      field.id, field.label, many ?? isMany ? .many(options) : .one(options), required: field.isRequired,
      codes: options.map(\.code).filter(chosen.contains), hint: field.hint)
    focus = fields.firstIndex { $0.isRequired && $0.isEmpty } ?? 0
  }

  /// Fills in a text that can be changed.
  mutating func set(_ id: String, _ text: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].editor.set(text)
    focus = fields.firstIndex { $0.isRequired && $0.isEmpty } ?? 0
  }
}
