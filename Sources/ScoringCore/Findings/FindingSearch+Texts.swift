/// Texts for blind review: whose they are must not be read from them, and they have a length.
extension FindingSearch {
  mutating func texts() {
    guard application.texts != Application.Texts() else { return }
    let names = Self.names(of: application)
    for part in Application.Texts.parts {
      guard let text = application.texts[keyPath: part.path] else { continue }
      let length = text.unicodeScalars.count
      if length > part.meant {
        note(
          .textLength, ["texts.\(part.key)"],
          Phrase(
            "\(part.name.zh)有 \(length) 个字符，应不超过 \(part.meant) 个",
            "\(part.name.en) has \(length) characters, no more than \(part.meant) are meant"),
          Phrase("请企业删减", "ask the enterprise to shorten it"))
      }
      let folded = Folded(text)
      guard let (name, place) = names.lazy.compactMap({ name in folded.place(of: name).map { (name, $0) } }).first
      else { continue }
      let shown = String(String.UnicodeScalarView(name.scalars))
      note(
        .blindText, ["texts.\(part.key)"],
        Phrase(
          "\(part.name.zh)第 \(place + 1) 个字符起出现“\(shown)”，盲评文本不能露出企业",
          "\(part.name.en) has “\(shown)” from character \(place + 1) on; a text for blind review must not say whose it is"
        ),
        Phrase("请企业改写", "ask the enterprise to rewrite it"))
    }
  }

  /// What gives an enterprise away: its name, its short form, its credit code.
  private static func names(of application: Application) -> [Folded] {
    let name = application.enterprise.name
    return [name, EnterpriseName.short(name, of: application.authority), application.enterprise.creditCode].map {
      Folded($0)
    }
    .filter { $0.scalars.count >= 2 }
  }

  /// A text without white space, signs and brackets, in one width and case, with the place of each character in it.
  private struct Folded {
    var scalars: [Unicode.Scalar] = []
    private var places: [Int] = []

    init(_ text: String) {
      for (place, scalar) in text.unicodeScalars.enumerated() {
        guard let folded = EnterpriseName.folded(scalar) else { continue }
        scalars.append(folded)
        places.append(place)
      }
    }

    /// Where the other text begins in this one.
    func place(of other: Folded) -> Int? {
      guard let first = other.scalars.first, other.scalars.count <= scalars.count else { return nil }
      return (0...(scalars.count - other.scalars.count)).first { start in
        scalars[start] == first && scalars[start...].starts(with: other.scalars)
      }.map { places[$0] }
    }
  }
}
