import StrictJSON
import Testing

/// The fault of a text and its place; records an issue where there is none.
func error(in text: String, _ location: SourceLocation = #_sourceLocation) -> JSONError? {
  error(in: Array(text.utf8), location)
}

func error(in bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) -> JSONError? {
  do throws(JSONError) {
    _ = try JSONValue(parsing: bytes)
    Issue.record(
      "no error in \(String(decoding: bytes.prefix(200), as: UTF8.self))", sourceLocation: location)
    return nil
  } catch {
    return error
  }
}

/// Whether the pull reader alone, which does not look for duplicate keys, takes a text.
func readerTakes(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBytes { bytes in
    var reader = JSONReader(bytes)
    do throws(JSONFault) {
      try reader.start()
      try reader.skip()
      try reader.finish()
      return true
    } catch {
      return false
    }
  }
}
