internal import CaseStore
internal import Casework
internal import Foundation
internal import Samples
internal import ScoringCore

/// The papers of the demonstration's cases: text files in the case's folder, named in its application by SHA-256.
///
/// They are thousands, so the files of a case are written when it is first opened.
struct DemoDocuments: Sendable {
  private var samples: [CaseKey: Application] = [:]

  /// The application with its papers as they will be written.
  mutating func attached(to sample: Application) -> Application {
    let application = Self.attached(to: sample)
    samples[CaseKey(authority: sample.authority, batch: sample.batch, id: sample.id)] = application
    return application
  }

  /// The application with the papers that `write` writes.
  static func attached(to sample: Application) -> Application {
    let papers = SamplePapers(sample)
    var application = sample
    for (place, paper) in sample.materials.enumerated() {
      application.materials[place].file = paper.file.map { $0.hasSuffix(".pdf") ? $0.dropLast(4) + ".txt" : $0 }
      application.materials[place].sha256 = Store.hash(of: Array(papers.text(paper).utf8))
    }
    return application
  }

  /// Writes the papers of an application into its case's folder.
  static func write(_ application: Application, to folder: URL) throws {
    let papers = SamplePapers(application)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("materials"), withIntermediateDirectories: true)
    for paper in application.materials {
      guard let file = paper.file else { continue }
      try Data(papers.text(paper).utf8).write(to: folder.appendingPathComponent(file))
    }
  }

  /// Writes the files of a case where they are not there yet. A file that cannot be written is missing, and the screen
  /// says so.
  func write(_ key: CaseKey, in store: Store) {
    guard let application = samples[key] else { return }
    let folder = URL(fileURLWithPath: store.path).appendingPathComponent(key.path)
    guard !FileManager.default.fileExists(atPath: folder.appendingPathComponent("materials").path) else { return }
    try? Self.write(application, to: folder)
  }
}
