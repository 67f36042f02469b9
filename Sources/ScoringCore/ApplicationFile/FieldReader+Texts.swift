internal import StrictJSON

/// The free texts for blind review.
extension FieldReader {
  private static let textKeys = JSONKeys(Application.Texts.parts.map(\.key))

  mutating func texts() throws(JSONFault) -> Application.Texts {
    var result = Application.Texts()
    _ = try object(FieldReader.textKeys, required: 0, orNull: true) { fields, index throws(JSONFault) in
      result[keyPath: Application.Texts.parts[index].path] = try fields.blindText()
    }
    return result
  }

  /// At most `Application.Texts.limit` code points; of the control characters line feed, carriage return and tab.
  private mutating func blindText() throws(JSONFault) -> String? {
    guard let string = try string(orNull: true) else { return nil }
    if withBytes(of: string, { FieldReader.hasControl($0, butBreaks: true) }) {
      note(.textControlCharacter, at: string)
      return nil
    }
    let text = reader.text(string)
    let length = text.unicodeScalars.count
    guard length <= Application.Texts.limit else {
      note(.textLength(length), at: string)
      return nil
    }
    return text
  }
}
