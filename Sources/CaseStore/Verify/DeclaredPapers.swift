import Casework
import ScoringCore

/// The papers that a case's applications declare, and what lies in their places.
struct DeclaredPapers {
  enum State {
    case good
    /// Other bytes lie there; the good ones lie in the folder under this name.
    case replaced(String)
    case other
    case unhashed
    case absent(sha: String?)
    case unread(StoreError)
  }
  struct Line {
    var file: String
    var item: MaterialItem
    var state: State
  }

  /// Of the newest application, in its order.
  private(set) var lines: [Line] = []
  /// Hashes of those that are here.
  private(set) var good: Set<String> = []
  private var declared: Set<String> = []

  init() {}

  /// - Parameter applications: those on file, in the order in which they came.
  init(_ applications: [Application], _ folder: CheckedFolder, _ disk: Disk) {
    for application in applications { declared.formUnion(application.materials.compactMap(\.file)) }
    var seen: Set<String> = []
    for paper in applications.last?.materials ?? [] {
      guard let file = paper.file ?? paper.sha256, seen.insert("\(file) \(paper.sha256 ?? "")").inserted else {
        continue
      }
      let state = Self.state(file, paper.sha256, folder, disk)
      switch state {
      case .good, .replaced: if let sha = paper.sha256 { good.insert(sha) }
      default: break
      }
      lines.append(Line(file: file, item: paper.item, state: state))
    }
  }

  /// Whether an application declares a file of this path in the case's folder.
  func declares(_ file: String) -> Bool { declared.contains(file) }

  static func state(_ file: String, _ sha: String?, _ folder: CheckedFolder, _ disk: Disk) -> State {
    let kept = sha.flatMap { folder.kept[$0] }
    do throws(StoreError) {
      let found = try disk.digest(folder.file(file))
      guard let sha else { return .unhashed }
      if found == sha { return .good }
      return kept.map { .replaced($0) } ?? .other
    } catch {
      if let kept { return error.kind == .missing ? .good : .replaced(kept) }
      return error.kind == .missing ? .absent(sha: sha) : .unread(error)
    }
  }
}
