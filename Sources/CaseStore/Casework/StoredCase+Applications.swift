import Casework
import ScoringCore
import StrictJSON

extension StoredCase {
  /// The applications that events here name by their hash, read, in the order of the numbers that these give them; of a case
  /// that no event names an application for, the first that can be read. Every other file is told of unread, however many
  /// there are: a stranger's costs no more than its name.
  func applications(_ reader: ApplicationReader) -> (revisions: [CaseFile.Revision], uncounted: [UncountedFile]) {
    let numbers = Dictionary(
      events.events.compactMap { event in event.application.map { ($0, event.revision) } }, uniquingKeysWith: min)
    var found: [CaseFile.Revision] = []
    var uncounted = unnamed.map { UncountedFile(name: $0, .foreignApplication, .setAside) }
    for revision in revisions.sorted(by: { ($0.number, $0.name) < ($1.number, $1.name) }) {
      let number = numbers[revision.sha256]
      if number == nil, !found.isEmpty {
        uncounted.append(UncountedFile(name: revision.name, .foreignApplication, .setAside))
        continue
      }
      if let number, number != revision.number {
        uncounted.append(UncountedFile(name: revision.name, .otherNumber, .setAside))
      }
      if found.contains(where: { $0.sha == revision.sha256 }) { continue }
      do throws(ApplicationErrors) {
        let application = try reader.read(revision.bytes)
        found.append(.init(number: number ?? 1, sha: revision.sha256, application: application))
      } catch {
        let message = error.errors.first?.message ?? Phrase("无法读取", "Not readable")
        uncounted.append(.init(name: revision.name, UnmetRequirement(.schema, "schema", message)))
      }
    }
    return (found.sorted { ($0.number, $0.sha) < ($1.number, $1.sha) }, uncounted)
  }
}
