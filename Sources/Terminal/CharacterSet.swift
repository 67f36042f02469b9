internal import Glibc

/// Makes ncurses and libc count in UTF-8, or says why they must not.
enum CharacterSet {
  /// Sets `LC_CTYPE` alone, so that no number changes its look.
  ///
  /// What counts is the codeset that libc reports. Where a locale is set but not installed, or none
  /// is set, the terminal is taken to speak UTF-8 unless the environment itself declares another set.
  static func settle() throws(TerminalRefusal) {
    let known = setlocale(LC_CTYPE, "") != nil
    let own = codeset
    if own == "UTF-8" { return }
    if known, own != "ANSI_X3.4-1968" { throw .encoding(own) }
    if let declared { throw .encoding(declared) }
    for name in ["C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if codeset == "UTF-8" { return }
    }
    throw .encoding(own)
  }

  private static var codeset: String { String(cString: nl_langinfo(nl_item(CODESET))) }

  /// The set that the locale's name declares after its dot, when that is not UTF-8.
  private static var declared: String? {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(variable).map({ String(cString: $0) }), !value.isEmpty else { continue }
      guard let dot = value.firstIndex(of: ".") else { return nil }
      let name = value[value.index(after: dot)...].prefix { $0 != "@" }
      let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
      return plain == "utf8" ? nil : String(name.prefix(32).filter { $0.isASCII && !$0.isWhitespace })
    }
    return nil
  }
}
