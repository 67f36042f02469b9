package import ScoringCore

/// A line of the checklist: a paper that is needed, or one that was handed in, with what officers found of it.
package struct SupportingDocument: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    case open, ok, missing, defective, notRequired

    package var name: Phrase {
      switch self {
      case .open: Phrase("待查", "to check")
      case .ok: Phrase("齐备", "in order")
      case .missing: Phrase("缺", "missing")
      case .defective: Phrase("有缺陷", "defective")
      case .notRequired: Phrase("不要求", "not asked")
      }
    }
  }
  package enum Need: Sendable, Hashable { case required, whereTrue, extra }

  package struct Defect: Sendable, Hashable {
    package var code: DefectCode
    package var year: Int?
    package var path: String?
    /// By how much, a decimal text.
    package var by: String?
    package var text: String?
  }

  package var item: MaterialItem
  package var year: Int?
  /// As attached; `nil` where nothing was.
  package var file: String?
  package var sha: String?
  /// Its place among the papers of its kind and year, from 1; `nil` where it is the only one.
  package var number: Int?
  package var pages: Int?
  package var need: Need
  /// Why it is on the list.
  package var why: Phrase
  package var proves: [Fact]
  package var state: State
  package var defects: [Defect]
  package var reason: String?
  /// Two live answers differ.
  package var isContested: Bool
  /// It was settled in an earlier revision and what was handed in has changed since.
  package var toBeLookedAtAgain: Bool
  /// The event that settled it.
  package var event: String?

  /// `item:year:file`, as the question its checks answer names it.
  package var code: String { "\(item.rawValue):\(year.map(String.init) ?? ""):\(sha ?? "")" }

  /// What the officer wrote of it: defects with his sentence, those that share one together; or why it is not asked for.
  package var notes: [Phrase] {
    var notes: [(names: [Phrase], text: String)] = []
    for defect in defects {
      let text = defect.text ?? ""
      if let last = notes.indices.last, notes[last].text == text {
        notes[last].names.append(defect.code.name)
      } else {
        notes.append(([defect.code.name], text))
      }
    }
    let told = notes.map { note in
      let names = note.names.joined("、", ", ")
      return note.text.isEmpty ? names : Phrase("\(names.zh)：\(note.text)", "\(names.en): \(note.text)")
    }
    return told + (reason.map { [.same($0)] } ?? [])
  }

  /// A required paper no longer in the way of a recommendation to pass.
  package var isSettled: Bool { !isContested && (state == .ok || state == .notRequired) }
}
