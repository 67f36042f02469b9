import StrictJSON

/// Reads any bytes in every way StrictJSON offers, and traps where two ways disagree.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStrictJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  let skipped = skip(bytes)
  let value: JSONValue
  do throws(JSONError) {
    value = try JSONValue(parsing: bytes)
  } catch {
    precondition((0...count).contains(error.place.offset))
    precondition(error.place.line >= 1 && error.place.column >= 1)
    // The pull reader leaves duplicate keys to who knows the keys, and nothing else.
    if case .duplicateKey = error.fault { return 0 }
    precondition(!skipped, "skipped what is no strict JSON")
    return 0
  }
  precondition(skipped, "could not skip strict JSON")
  do throws(JSONError) {
    try JSONDocument.check(bytes)
    let canonical = value.canonicalBytes
    let again = try JSONValue(parsing: canonical)
    precondition(again.canonicalBytes == canonical, "canonical form is not stable")
  } catch {
    preconditionFailure("what was read once cannot be read again")
  }
  var length = 0
  for line in JSONLines(bytes) { length += line.count }
  precondition(length <= count)
  return 0
}

private func skip(_ bytes: UnsafeRawBufferPointer) -> Bool {
  var reader = JSONReader(bytes)
  do throws(JSONFault) {
    try reader.start()
    try reader.skip()
    try reader.finish()
    return true
  } catch {
    precondition((0...bytes.count).contains(reader.offset))
    return false
  }
}
