import Casework

extension OfficerRole {
  /// Its place where roles are listed.
  var place: Int { OfficerRole.allCases.firstIndex(of: self) ?? 0 }
}
