import ScoringCore

/// The request as a message carries it: a line a field, and the fingerprint last.
///
/// It is read from whatever a messenger makes of it: other line breaks, `> ` before lines, full-width punctuation, blanks
/// at ends, words before and after. What a letter changed of it is noticed by its fingerprint.
extension JoinRequest {
  private enum Label: String, CaseIterable {
    case store, officer, name, authority, device, sign, seal, proof, check

    /// Of hexadecimal digits alone: white space in it is a line that was broken.
    var isHexadecimal: Bool { [.store, .sign, .seal, .proof].contains(self) }
  }

  /// Longest name and device, in characters: a line that no mail program breaks.
  package static let limit = 60

  /// What is sent, ended by LF.
  package var text: String {
    let values: [(Label, String)] = [
      (.store, store), (.officer, officer), (.name, name), (.authority, authority), (.device, device), (.sign, sign),
      (.seal, seal), (.proof, proof), (.check, fingerprint),
    ]
    return Self.format + "\n" + values.map { "\($0.rawValue): \($1)\n" }.joined()
  }

  /// A name of a device as a request carries it.
  package static func plainDevice(_ text: String) -> String { PlainText.spaced(PlainText.narrow(text)) }

  /// A name of an officer as a request carries it.
  package static func plainName(_ text: String) -> String { PlainText.spaced(text) }

  /// - Throws: the sentence that says why a text is no request that can be gone by.
  package init(reading text: String) throws(JoinFault) {
    let values = try Self.values(of: text)
    func value(_ label: Label) throws(JoinFault) -> String {
      let found = values[label.rawValue] ?? ""
      let fits =
        switch label {
        case .store, .sign, .seal: Hexadecimal.isDigest(found)
        case .proof: found.utf8.count == 128 && Hexadecimal.bytes(found) != nil
        case .officer: OfficerID.isValid(found)
        case .name, .device: !found.isEmpty && found.count <= Self.limit
        case .authority: !found.isEmpty && found.utf8.allSatisfy { $0 > 0x20 }
        case .check: true
        }
      guard fits else { throw .changed(label.rawValue) }
      return found
    }
    self.init(
      store: try value(.store), officer: try value(.officer), name: try value(.name),
      authority: try value(.authority), device: try value(.device), sign: try value(.sign), seal: try value(.seal),
      proof: try value(.proof))
    guard values[Label.check.rawValue] == fingerprint.filter(\.isNumber) else { throw .changed(nil) }
    guard isProven else { throw .unproven }
  }

  /// Each field's text, found by its label, the labels in their order.
  private static func values(of text: String) throws(JoinFault) -> [String: String] {
    let scalars = unquoted(text)
    let plain = scalars.map { Character($0.narrow).lowercased().unicodeScalars.first ?? $0.narrow }
    func find(_ word: String, from start: Int) -> Range<Int>? {
      let word = Array(word.unicodeScalars)
      guard plain.count >= word.count + start else { return nil }
      return (start...(plain.count - word.count)).first { plain[$0...].starts(with: word) }.map { $0..<$0 + word.count }
    }
    guard let begin = find("tidu.request/", from: 0) else { throw .noRequest }
    let number = plain[begin.upperBound...].prefix { $0.properties.numericType != nil }
    guard String(String.UnicodeScalarView(number)) == "1" else { throw .newerProgram }
    guard find("tidu.request/", from: begin.upperBound) == nil else { throw .several }
    var starts: [(label: Label, name: Int, value: Int)] = []
    var from = begin.upperBound
    for label in Label.allCases {
      guard let found = labelled(label.rawValue, plain, from) else { throw .cut(label.rawValue) }
      starts.append((label, found.lowerBound, found.upperBound))
      from = found.upperBound
    }
    var values: [String: String] = [:]
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].name : scalars.count
      values[start.label.rawValue] = value(start.label, scalars[start.value..<end])
    }
    guard values[Label.check.rawValue]?.count == digits else { throw .cut(Label.check.rawValue) }
    return values
  }

  /// Where a label stands, with its colon and the blanks between.
  private static func labelled(_ label: String, _ plain: [Unicode.Scalar], _ start: Int) -> Range<Int>? {
    let word = Array(label.unicodeScalars)
    var from = start
    while from + word.count < plain.count {
      if plain[from...].starts(with: word) {
        let colon = plain[(from + word.count)...].firstIndex { $0 != " " }
        if let colon, plain[colon] == ":" { return from..<colon + 1 }
      }
      from += 1
    }
    return nil
  }

  private struct Read {
    var scalar: Unicode.Scalar
    var narrow: Unicode.Scalar
  }

  /// What is shown of a text, without the marks of a quotation before its lines.
  private static func unquoted(_ text: String) -> [Read] {
    text.split(whereSeparator: \.isNewline).flatMap { line -> [Read] in
      let read = line.unicodeScalars.compactMap { scalar in
        PlainText.narrow(scalar).map { Read(scalar: scalar, narrow: $0) }
      }
      let own = read.drop { $0.narrow == " " || $0.narrow == ">" || $0.narrow == "|" }
      return own + [Read(scalar: "\n", narrow: " ")]
    }
  }

  private static func value(_ label: Label, _ scalars: ArraySlice<Read>) -> String {
    let ends: (Read) -> Bool = { $0.narrow == " " || $0.narrow == ">" }
    let own = Array(scalars.drop(while: ends).reversed().drop(while: ends).reversed())
    if label == .check { return digits(own.map(\.narrow)) }
    if label == .officer || label == .authority || label.isHexadecimal {
      let kept = own.map(\.narrow).filter { $0 != " " && !(label.isHexadecimal && $0 == ">") }
      return String(String.UnicodeScalarView(kept)).lowercased()
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: own.map { label == .device ? $0.narrow : $0.scalar })
    return PlainText.spaced(String(view))
  }

  /// The digits of the fingerprint: what comes after it is none of the request.
  private static func digits(_ scalars: [Unicode.Scalar]) -> String {
    var found = ""
    for scalar in scalars where found.count < digits {
      if ("0"..."9").contains(scalar) {
        found.unicodeScalars.append(scalar)
      } else if ![" ", "-", ">", ","].contains(scalar) {
        break
      }
    }
    return found
  }
}
