import Casework
import ScoringCore
import Testing

@testable import Console

/// Printing is asked the same way on every screen.
@Suite struct PrintDialogTests {
  private static let key = CaseKey(authority: "370000", batch: "2026-1", id: "370000-2026-SP-000001")

  private static var all: [PrintRequest.Sheet] {
    LetterModel.Code.allCases.filter { !$0.isList }.map { .letter($0) } + [.filed("ab")] + PrintRequest.Sheet.ofRound
      + PrintRequest.Sheet.ofCase
  }

  private func form(
    _ sheet: PrintRequest.Sheet, _ kind: PrintRequest.Form, number: String = "", file: String = ""
  ) -> Form {
    var form = PrintDialog.dialog(Self.all.map { PrintDialog.Choice($0) }, chosen: sheet).form
    for index in form.fields.indices {
      switch form.fields[index].id {
      case "form": form.fields[index].codes = [kind.rawValue]
      case "number": form.fields[index].editor.insert(number)
      case "file": form.fields[index].editor.insert(file)
      default: break
      }
    }
    return form
  }

  @Test func `Every sheet has a code of its own that names it again`() {
    for sheet in Self.all { #expect(PrintRequest.Sheet(sheet.code) == sheet, "\(sheet.code)") }
    #expect(Set(Self.all.map(\.code)).count == Self.all.count)
    for code in ["", "x", "notice-list", "public-list"] { #expect(PrintRequest.Sheet(code) == nil, "\(code)") }
  }

  @Test func `What is chosen is asked for, and a form or number that it has not is refused in its field`() {
    for sheet in Self.all {
      for kind in PrintRequest.Form.allCases {
        let form = form(sheet, kind)
        let wrong = form.check?(form) ?? [:]
        #expect((wrong["form"] == nil) == sheet.forms.contains(kind), "\(sheet.code) \(kind)")
        #expect(PrintDialog.request(form, Self.key) == PrintRequest(sheet, of: Self.key, form: kind))
      }
      let numbered = form(sheet, .html, number: "12号", file: "~/a.html")
      #expect((numbered.check?(numbered)["number"] == nil) == sheet.isNumbered, "\(sheet.code)")
      #expect(
        PrintDialog.request(numbered, Self.key)
          == PrintRequest(sheet, of: Self.key, number: "12号", file: "~/a.html"), "\(sheet.code)")
    }
    #expect(PrintDialog.request(nil, Self.key) == nil)
  }

  @Test func `One key prints on every screen that has something to print`() {
    let printing = Command.table.filter { $0.keys.contains(.letter("P")) }
    #expect(Set(printing.map(\.scope)) == [.queue, .caseFile, .letters, .titles])
    #expect(printing.allSatisfy { $0.name == Phrase("打印", "Print") })
  }
}
