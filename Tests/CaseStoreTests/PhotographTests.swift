import ScoringCore
import Testing

@testable import CaseStore

@Suite struct PhotographTests {
  private func segment(_ marker: UInt8, _ text: String) -> [UInt8] {
    let body = Array(text.utf8)
    return [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
  }

  private func chunk(_ name: String, _ text: String) -> [UInt8] {
    [0, 0, 0, UInt8(text.utf8.count)] + Array(name.utf8) + Array(text.utf8) + [1, 2, 3, 4]
  }

  @Test func `a photograph keeps its picture and loses what the camera wrote beside it`() throws {
    let (start, end): ([UInt8], [UInt8]) = ([0xFF, 0xD8], [0xFF, 0xD9])
    let head = segment(0xE0, "JFIF")
    let frame = [segment(0xDB, "tables"), segment(0xC2, "frame")].flatMap(\.self)
    // Two scans with stuffed bytes and a restart between.
    let data: [UInt8] = [1, 0xFF, 0, 2, 0xFF, 0xD3, 3]
    let scans = [segment(0xDA, "s"), data, segment(0xDA, "t"), [4, 5]].flatMap(\.self)
    let picture = [start, head, frame, scans, end].flatMap(\.self)
    let noisy = [
      start, segment(0xE1, "Exif GPS"), head, segment(0xFE, "comment"), segment(0xED, "IPTC"), [0xFF], frame, scans,
      end, start, segment(0xE1, "Exif of a preview"),
    ].flatMap(\.self)
    #expect(try Photograph.cleaned(noisy, "a.jpg") == picture)
    #expect(try Photograph.cleaned(picture, "a.jpg") == picture)
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let (size, pixels, done) = (chunk("IHDR", "size"), chunk("IDAT", "data"), chunk("IEND", ""))
    let told = [png, size, chunk("eXIf", "GPS"), chunk("tEXt", "who"), pixels, done, [9]].flatMap(\.self)
    #expect(try Photograph.cleaned(told, "a.png") == [png, size, pixels, done].flatMap(\.self))
  }

  @Test func `what is no photograph is as it was, and one that breaks off is never cut`() {
    let whole = [[0xFF, 0xD8], segment(0xE1, "Exif"), segment(0xDA, "s"), [1, 2, 0xFF, 0xD9]].flatMap(\.self)
    for count in 0..<whole.count {
      let part = Array(whole.prefix(count))
      if let kept = try? Photograph.cleaned(part, "a.jpg") { #expect(kept == part) }
    }
  }

  @Test func `a picture of which it cannot be taken away is refused, what is no picture stays`() throws {
    let whole = [[0xFF, 0xD8], segment(0xE1, "Exif"), segment(0xDA, "s"), [1, 2, 0xFF, 0xD9]].flatMap(\.self)
    #expect(try Photograph.cleaned(whole, "a.jpg").count == whole.count - 8)
    #expect(try Photograph.cleaned(Array("%PDF-1.7".utf8), "a.pdf") == Array("%PDF-1.7".utf8))
    let others = ["RIFF....WEBPVP8 ", "....ftypheic....", "II*\0....", "MM\0*...."].map { Array($0.utf8) }
    for bytes in others + [Array(whole.dropLast(3))] {
      #expect { try Photograph.cleaned(bytes, "现场.heic") } throws: { error in
        (error as? StoreError)?.message.zh.contains("现场.heic") == true
      }
    }
  }
}
