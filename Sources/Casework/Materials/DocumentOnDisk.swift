package import ScoringCore

/// A file as an application declares it: where it lies in the case's folder, and its SHA-256.
package struct DeclaredFile: Sendable, Hashable {
  /// Relative path; `nil` where only the hash was declared.
  package var file: String?
  /// 64 hexadecimal digits; `nil` where none was declared.
  package var sha: String?

  package init(file: String?, sha: String?) {
    self.file = file
    self.sha = sha
  }
}

/// What lies in the store in the place of a paper that an application declares.
package enum DocumentOnDisk: String, Sendable, Hashable, CaseIterable {
  /// Its bytes have the hash that was declared.
  case onFile
  /// Other bytes.
  case other
  /// A file of which no hash was declared: whatever lies there, nothing says that it is what was handed in.
  case unhashed
  /// No file.
  case absent
  /// Something that cannot be read.
  case unread

  package var name: Phrase {
    switch self {
    case .onFile: Phrase("与申报时的摘要一致", "as its hash on file says")
    case .other: Phrase("不是在案的那份材料", "not the paper on file")
    case .unhashed: Phrase("申报时未附摘要，不能约束", "declared without a hash; it binds nothing")
    case .absent: Phrase("文件不在库里", "its file is not in the store")
    case .unread: Phrase("文件读不出", "its file cannot be read")
    }
  }
}

extension SupportingDocument {
  /// Its file as declared; `nil` where nothing was handed in.
  package var declared: DeclaredFile? { file == nil && sha == nil ? nil : DeclaredFile(file: file, sha: sha) }
}
