package import ScoringCore

/// The id by which the registry knows an officer 人员编号: 1 to 64 of `a-z0-9.-`, beginning with a letter or digit, and no
/// name that Windows keeps for a device.
package enum OfficerID {
  package static func isValid(_ id: String) -> Bool {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-".utf8)
    return (1...64).contains(id.utf8.count) && id.utf8.allSatisfy(allowed.contains)
      && id.utf8.first != UInt8(ascii: ".") && id.utf8.first != UInt8(ascii: "-")
      && !DeviceName.isReserved(id.utf8)
  }

  /// Why a text is none.
  package static func refusal(_ id: String) -> Phrase {
    Phrase(
      "人员编号“\(id)”只能用小写字母、数字、点和连字符，最多 64 个，也不能是 con、nul 等设备名",
      "The officer id “\(id)” may hold lower-case letters, digits, dots and hyphens only, at most 64, and be no name of a device such as con or nul"
    )
  }

  /// An id made of a name: its letters and digits in lower case, each Chinese character by its initial. `nil` where that
  /// is no id.
  package static func proposed(for name: String) -> String? {
    var id = ""
    for part in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let initials = PinyinInitials.shared.initials(of: String(part))
      if !id.isEmpty, !initials.isEmpty, part.first?.isASCII == true { id += "-" }
      id += initials
    }
    return isValid(id) ? id : nil
  }
}
