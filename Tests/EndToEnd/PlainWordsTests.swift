import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// An officer reads words, not codes: no screen of the demonstration and no print shows what stands in a file.
@Suite struct PlainWordsTests {
  /// What may stand in Latin letters on a Chinese screen.
  private static let known: Set<String> = [
    "Enter", "Esc", "Tab", "Shift", "Space", "PgUp", "PgDn", "Home", "End", "Backspace", "English", "tidu", "pdf",
    "ISO",
    "GB", "II", "EPC", "PCT", "MIIT", "CNAS", "Ctrl", "prov",
  ]

  /// Words of two letters or more that look like codes: all in small letters, or with a capital inside.
  static func codes(in text: String) -> Set<String> {
    var found: Set<String> = []
    for token in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber || "-._/@".contains($0))) }) {
      let word = String(token).trimmingCharacters(in: CharacterSet(charactersIn: "-._/"))
      // Names of files, hashes, numbers, ids of cases.
      guard word.count > 1, !word.contains("/"), !word.hasSuffix(".pdf"), !word.contains(where: \.isNumber) else {
        continue
      }
      guard word.first?.isLowercase == true, !known.contains(word) else { continue }
      found.insert(word)
    }
    return found
  }

  @Test func `No screen shows a code`() throws {
    let office = try OfficeCopy()
    var found: [String: String] = [:]
    func look(_ session: ConsoleSession, _ place: String) {
      session.pty.settle(milliseconds: 250)
      for code in Self.codes(in: session.screen.text) where found[code] == nil { found[code] = place }
    }
    let notice = try office.find(.inNotice) { ($0["openObjections"]?.integer ?? 0) > 0 }
    let visit = try office.find(.spotCheck)
    let review = try office.find(.inReview, of: "demo")
    let decided = try office.find(.decided)
    let contested = try #require(try office.rows().first { $0["contested"] == true }?["case"]?.string)
    for (officer, id) in [
      ("supervisor", notice), ("visitor-a", visit), ("demo", review), ("signer", decided), ("supervisor", contested),
      ("objections", notice),
    ] {
      let session = try office.console(of: officer, at: id)
      for part in 0..<6 {
        look(session, "\(officer) \(id) \(part)")
        if part == 4 {
          for _ in 0..<6 {
            try session.press("Enter")
            look(session, "\(officer) \(id) event")
            try session.press("Esc")
            try session.press("Down")
          }
        }
        try session.press("Tab")
      }
    }
    let session = try office.console(of: "supervisor", on: OfficeCopy.today)
    look(session, "overview")
    for digit in 1...9 {
      try session.press("g")
      session.pty.settle(milliseconds: 150)
      try session.press("\(digit)")
      look(session, "menu \(digit)")
    }
    // The page of officers has their ids: they are what an administrator writes.
    for place in ["称号", "汇总"] {
      try session.command(place, shows: place)
      look(session, place)
    }
    #expect(found.isEmpty, "\(found.sorted { $0.key < $1.key })")
  }

  @Test func `No print shows a code or an officer's id`() throws {
    let office = try OfficeCopy()
    var texts: [(String, String)] = []
    for state in [CaseState.inNotice, .spotCheck, .toSign, .decided, .withdrawn, .returned] {
      let id = try office.find(state)
      for command in [["show", id], ["explain", id]] {
        let outcome = try Command(
          command + ["--store", office.store, "--lang", "zh", "--format", "text"], home: office.folder,
          environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_TODAY": OfficeCopy.today]
        ).outcome()
        texts.append((command.joined(separator: " "), outcome.text))
      }
    }
    let officers = ["reviewer-a", "reviewer-b", "signer-b", "visitor-a", "visitor-b", "supervisor", "registrar"]
    for (command, text) in texts {
      #expect(!text.isEmpty)
      let found = Self.codes(in: text)
      #expect(found.isDisjoint(with: officers) && found.isEmpty, "\(command): \(found.sorted())")
    }
  }
}
