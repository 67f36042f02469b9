internal import CaseStore
package import Casework
internal import ScoringCore
internal import StrictJSON

extension RoundFolder {
  /// What lies in the round's folder and does not count, and what is not there: events that this officer has seen, lists that
  /// the round's cases were entered by, and files that lists name; by path.
  package func uncounted() throws(OfficeError) -> [UncountedFile] {
    let (history, found) = try withStore { () throws(StoreError) in try store.reading(path) }
    var uncounted = found + history.withoutEffect.map { $0.below(path) }
    let here = Set(history.entries.map(\.id))
    for (id, key) in try entered() where !here.contains(id) {
      let name = "\(path)/\(id.prefix(16)).event.json"
      if uncounted.contains(where: { $0.name == name }) { continue }
      uncounted.append(UncountedFile(name: name, .missingList(id, of: key.id), .missing))
    }
    store.remember()
    for entry in history.entries where entry.verdict.isValid && entry.event.act != .export {
      for field in ["list", "population"] {
        guard let sha = entry.event.body[field]?["sha"]?.string else { continue }
        do throws(OfficeError) {
          _ = try file(sha)
        } catch {
          let why = UnmetRequirement(.bytes, "missingFile", error.message)
          uncounted.append(UncountedFile(name: "\(path)/\(sha)", why, .missing))
        }
      }
    }
    return uncounted
  }

  /// Ids of the lists by which cases of the round were entered, each with one of them, sorted.
  private func entered() throws(OfficeError) -> [(id: String, key: CaseKey)] {
    try withStore { () throws(StoreError) in
      var found: [String: CaseKey] = [:]
      for key in try store.caseKeys(authority: authority, batch: batch) {
        let history: History
        do throws(StoreError) { history = try store.reading(key.path).history } catch {
          // Told of where cases are listed.
          continue
        }
        for entry in history.entries where entry.verdict.isValid {
          if let id = FileList.id(by: entry.event) { found[id] = found[id] ?? key }
        }
      }
      return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }
}

extension UnmetRequirement {
  /// Of a list that a case was entered by and that is not there.
  fileprivate static func missingList(_ id: String, of case: String) -> UnmetRequirement {
    UnmetRequirement(
      .bytes, "missingList",
      Phrase(
        "\(`case`) 等所依据的名单 \(id.prefix(12)) 不在批次文件夹里：请从备份或其他机关的副本取回",
        "The list \(id.prefix(12)), by which \(`case`) was entered, is not in the round's folder: get it from a copy or another office"
      ))
  }
}
