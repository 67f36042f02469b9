extension Application.Texts {
  /// One of the texts.
  package struct Part: Sendable {
    /// As in the file, under `texts`.
    package let key: String
    /// As officers call it.
    package let name: Phrase
    /// The code points that the form means it to have at most.
    package let meant: Int
    package let path: any WritableKeyPath<Application.Texts, String?> & Sendable
  }

  /// In the order of the form.
  package static let parts: [Part] = [
    Part(
      key: "chainPosition", name: Phrase("产业链位置说明", "Position in the chain"), meant: 300, path: \.chainPosition),
    Part(key: "rdCooperation", name: Phrase("产学研合作说明", "Research cooperation"), meant: 300, path: \.rdCooperation),
    Part(key: "introduction", name: Phrase("企业简介", "Introduction"), meant: 2_000, path: \.introduction),
  ]
}
