internal import Casework
internal import Console
internal import ScoringCore
internal import StrictJSON

/// What every command says of a case of the store in JSON beside the assessment, which goes by verified values.
extension JSONWriter {
  /// `"authority","division","name"` of the enterprise that applied; the division is `null` where none is stated.
  mutating func members(of application: Application) {
    text("authority", application.authority)
    key("division")
    if let division = application.division { string(division) } else { null() }
    text("name", application.enterprise.name)
  }

  /// `"overlayFrom","digest"`: whether the overlay was `given` as a file, is `adopted` by an office or `embedded`, absent
  /// without one, and the digest of all rule data.
  /// - Parameter given: the authority of an overlay that was asked for.
  mutating func rules(_ standard: Standard, _ assessment: Assessment, given: String? = nil) {
    if let overlay = assessment.overlay {
      text("overlayFrom", overlay == given ? "given" : standard.isAdopted(overlay) ? "adopted" : "embedded")
    }
    text("digest", standard.digest)
  }

  /// `"path","revision","state","verified","declared"`: the last is the assessment by declared values alone.
  mutating func members(of file: CaseFile, declared: Assessment?) {
    text("path", file.key.path)
    number("revision", file.revision.number)
    text("state", file.fold.state?.rawValue)
    key("verified")
    beginArray()
    for (path, fact) in file.verified.sorted(by: { $0.key < $1.key }) {
      beginObject()
      text("path", path)
      value("declared", file.revision.application.value(at: fact.path))
      value("value", fact.value)
      text("how", fact.how.rawValue)
      text("material", fact.material)
      number("page", fact.page)
      text("on", fact.on.description)
      text("by", fact.author)
      endObject()
    }
    endArray()
    key("declared")
    guard let declared else { return null() }
    declared.write(to: &self)
  }

  private mutating func value(_ name: StaticString, _ value: FactValue?) {
    key(name)
    if let value { canonical(value.json) } else { null() }
  }
}
