extension OfficerFolder {
  /// Writes a page to print, in place of the last one of that name.
  /// - Parameter name: lower-case letters, digits, `.` and `-`.
  /// - Returns: its path.
  package func writePage(_ html: String, name: String) throws(StoreError) -> String {
    try write(Array(html.utf8), in: "pages", name: name)
    return "\(path)/pages/\(name)"
  }
}
