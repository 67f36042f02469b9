import ScoringCore

extension Situation {
  /// What stands in the way of recording something of papers, by what lies in the store in their place. Of several that
  /// are declared alike one on file is enough.
  ///
  /// - Parameter isInOrder: they are said to be in order 齐备.
  func unmet(of files: [DeclaredFile], isInOrder: Bool) -> [UnmetRequirement] {
    let found = files.compactMap { file in documentsOnDisk[file].map { (name: file.file ?? "", onDisk: $0) } }
    if found.contains(where: { $0.onDisk == .onFile }) { return [] }
    return found.first.flatMap { $0.onDisk.unmet(isInOrder: isInOrder, $0.name) }.map { [$0] } ?? []
  }
}

extension DocumentOnDisk {
  /// What stands in the way of recording something of a paper of which this is in the store.
  ///
  /// - Parameters:
  ///   - isInOrder: the paper is said to be in order 齐备.
  ///   - name: the paper's file, as declared.
  func unmet(isInOrder: Bool, _ name: String) -> UnmetRequirement? {
    switch self {
    case .onFile, .unhashed: nil
    case .other:
      .requirement(
        "paperReplaced", "\(name)不是在案的那份材料（SHA-256 与申报时不符），不能据以办理；请找回原件，或退回企业补正",
        "\(name) is not the paper on file (its SHA-256 is not the one declared) and nothing can be recorded on it; bring the original back, or return the case",
        field: "file")
    case .unread:
      .requirement(
        "paperUnread", "\(name)读不出，不能据以办理；请管理员检查这个文件",
        "\(name) cannot be read and nothing can be recorded on it; have the administrator look at the file",
        field: "file")
    case .absent:
      isInOrder
        ? .requirement(
          "paperAbsent", "\(name)不在库里，不能认定齐备；请先把文件放回，或按缺件、不要求处理",
          "\(name) is not in the store and cannot be in order; bring the file, or find it missing or not asked for",
          field: "file") : nil
    }
  }
}
