package import ScoringCore
package import SystemPackage

extension Errno {
  /// What the system refused, in a few words; its number where it is a rare one.
  package var message: Phrase {
    switch self {
    case .noSuchFileOrDirectory: Phrase("没有这个文件或文件夹", "there is no such file or folder")
    case .permissionDenied, .notPermitted: Phrase("没有权限", "permission denied")
    case .isDirectory: Phrase("这是文件夹", "it is a folder")
    case .notDirectory: Phrase("路径中有一段不是文件夹", "part of the path is no folder")
    case .fileNameTooLong: Phrase("名称过长", "the name is too long")
    case .tooManySymbolicLinkLevels: Phrase("链接互相指向", "links lead in a circle")
    case .tooManyOpenFiles, .tooManyOpenFilesInSystem: Phrase("打开的文件过多", "too many open files")
    case .noSpace, .diskQuotaExceeded: Phrase("磁盘空间不足", "no space is left")
    case .readOnlyFileSystem: Phrase("此处只读", "this place is read-only")
    case .ioError: Phrase("磁盘读写出错", "the disk failed")
    case .badFileDescriptor: Phrase("没有打开", "it is not open")
    default: Phrase("系统错误 \(rawValue)", "\(self)")
    }
  }
}
