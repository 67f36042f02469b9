internal import CaseStore
internal import Casework
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// Does acts one after another for the officers whose keys are here, each key opened once.
struct ActRun {
  let acts: Acts
  private let officer: String?
  private var places: ActPlaces
  private var keys: [String: OfficerKey] = [:]
  private(set) var status = Status.done

  /// - Parameter officer: who acts where an act does not say; `nil` takes `TIDU_OFFICER`, else the only one here.
  init(_ store: Store, officer: String?) {
    acts = Acts(store: store, today: StoreAccess.today)
    self.officer = officer
    places = ActPlaces(store)
  }

  var store: Store { acts.store }

  mutating func folder(_ place: String) throws -> String { try places.folder(place) }

  /// The request that words, a body and a file amount to.
  mutating func request(_ line: ActLine) throws -> ActRequest {
    let folder = try places.folder(line.place)
    guard let kind = Kind.named(line.kind), kind.name != "found", kind.name != "receive" else {
      throw Complaint(
        .usage,
        say(
          "没有办理 \(shown(line.kind))；tidu act --help 列出全部",
          "there is no act \(shown(line.kind)); tidu act --help lists them"
        ))
    }
    let store = store
    var words = FieldWords(kind, fields: line.fields) { try Self.event($0, folder, in: store) }
    for word in line.words { try words.read(word) }
    var request = ActRequest(folder, kind.name, words.fields, files: words.files)
    if let file = line.application {
      let bytes = try InputFile.contents(file)
      request.files = [Store.hash(of: bytes): bytes]
    }
    return request
  }

  /// Does it, or only looks what stands in the way.
  mutating func run(_ request: ActRequest, by officer: String? = nil, isDry: Bool = false) -> ActResult {
    var result = ActResult(place: request.key?.id ?? request.folder, kind: request.kind, outcome: .refused([]))
    do {
      result.outcome = try isDry ? foresee(request, officer) : perform(request, officer)
    } catch let complaint as Complaint {
      result.outcome = .failed(complaint.status, complaint.sentence)
    } catch {
      result.outcome = .failed(.storeTrouble, "\(error)")
    }
    note(result.status)
    return result
  }

  /// The gravest of what happened decides how the program leaves.
  mutating func note(_ other: Status) {
    let order: [Status] = [.done, .notPermitted, .usage, .badInput, .storeTrouble]
    if (order.firstIndex(of: other) ?? 0) > (order.firstIndex(of: status) ?? 0) { status = other }
  }

  private mutating func perform(_ request: ActRequest, _ officer: String?) throws -> ActResult.Outcome {
    let key = try key(officer)
    do throws(Refusal) {
      return .done(try acts.perform(request, by: key).id)
    } catch { return try outcome(error) }
  }

  private func foresee(_ request: ActRequest, _ officer: String?) throws -> ActResult.Outcome {
    let officer = try StoreAccess.officer(officer ?? self.officer, in: store)
    do throws(Refusal) {
      let (action, unmet) = try acts.foresee(request, by: officer)
      return unmet.isEmpty ? .permitted(action.fields) : .refused(unmet)
    } catch { return try outcome(error) }
  }

  private func outcome(_ refusal: Refusal) throws -> ActResult.Outcome {
    switch refusal {
    case .unmet(let unmet): return .refused(unmet)
    case .store(let error):
      throw Complaint(StoreAccess.status(of: error), shown(error.message(Speech.language)))
    }
  }

  mutating func key(_ officer: String? = nil) throws -> OfficerKey {
    let id = try StoreAccess.officer(officer ?? self.officer, in: store)
    if let key = keys[id] { return key }
    let key = try StoreAccess.key(of: id, in: store)
    keys[id] = key
    return key
  }

  /// A whole event id from its first digits: of the folder, of the case's round, or of the registry.
  private static func event(_ text: String, _ folder: String, in store: Store) throws -> String {
    guard (6..<64).contains(text.utf8.count), text.allSatisfy(\.isHexDigit) else { return text }
    var folders = [folder, "registry"]
    if let key = CaseKey(path: folder) { folders.insert("rounds/\(key.authority)/\(key.batch)", at: 1) }
    for folder in folders {
      let events = try StoreAccess.told { () throws(StoreError) in try store.events(in: folder).events }
      let found = events.map(\.id).filter { $0.hasPrefix(text) }
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        throw Complaint(.usage, say("不止一个事件以 \(text) 开头", "more than one event begins with \(text)"))
      }
    }
    throw Complaint(.usage, say("没有以 \(text) 开头的事件", "no event begins with \(text)"))
  }
}
