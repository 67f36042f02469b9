import Yams

extension Overlay {
  /// Reads and proves an overlay, the program's own and an office's alike.
  ///
  /// - Throws: everything that is wrong, each with file, line and column: a key outside the slots that editions
  ///   declare, local points that do not add up to 15, a pass line outside 60 … 100, a reading that is not listed, two
  ///   values of one slot that hold on one day.
  public static func load(text: String, file name: String) throws(RuleErrors) -> Overlay {
    let file = RuleFile(name, isEnglishOptional: true)
    let overlay = file.top(of: text).flatMap { top in
      file.reading { () throws(RuleError) in try file.overlay(top) }
    }
    try file.finish()
    guard let overlay else { throw RuleErrors(errors: []) }
    return overlay
  }
}

extension RuleFile {
  fileprivate func overlay(_ top: Node) throws(RuleError) -> Overlay {
    let fields = try Fields(top, in: self, keys: ["authority", "name", "document", "checked", "values"])
    let authority = try fields.text("authority")
    guard Authorities.shared[authority] != nil else {
      throw error(
        try fields.required("authority"),
        Phrase(
          "没有主管部门 \(authority)；tidu rules codes authorities 列出全部",
          "there is no authority \(authority); tidu rules codes authorities lists them"))
    }
    let document = try fields.phrase("document")
    let checked = try fields.day("checked")
    // A file whose values are all notes yet has none.
    let isEmpty = try fields.required("values").scalar?.string == ""
    let values =
      isEmpty
      ? []
      : try fields.list("values") { node throws(RuleError) in
        try value(node, of: .province(authority), document)
      }
    try prove(values)
    return Overlay(
      authority: authority, name: try fields.phrase("name"), document: document, checked: checked, values: values)
  }

  /// Two values of one slot may not hold on one day, and an added condition has an id of its own.
  func prove(_ values: [RuleValue]) throws(RuleError) {
    for (index, value) in values.enumerated() {
      guard let other = values[..<index].first(where: value.collides) else { continue }
      throw RuleError(
        file: name, line: value.line, column: 1,
        message: Phrase(
          "与第 \(other.line) 行填的是同一项，日期重叠；请用 from、until 分开",
          "fills the same slot as line \(other.line) on the same days; keep them apart by from and until"))
    }
  }
}
