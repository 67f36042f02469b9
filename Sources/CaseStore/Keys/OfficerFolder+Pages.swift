extension OfficerFolder {
  /// Writes a paper to print or to give away, in place of the last one of that name.
  /// - Parameter name: lower-case letters, digits, `.` and `-`.
  /// - Returns: its path.
  package func writePage(_ page: [UInt8], name: String) throws(StoreError) -> String {
    try write(page, in: "pages", name: name)
    return "\(path)/pages/\(name)"
  }
}
