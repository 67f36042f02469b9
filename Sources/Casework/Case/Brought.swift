import ScoringCore
import StrictJSON

/// The applications that the events of a case bring, in the order of the events, each with what it is to be.
///
/// An event says what the file that it names is to be: the program never writes otherwise, and what another program
/// wrote is compared when it is read.
package struct Brought {
  /// Hashes of the files that are to be the case's revisions; a file that is not here is among them.
  private(set) var named: [String] = []
  /// What is not as its event says, by the hash of the file.
  package private(set) var unfit: [UncountedFile] = []

  /// - Parameter revisions: the files that are here.
  package init(_ fold: Fold, _ key: CaseKey, _ revisions: [CaseFile.Revision]) {
    var (first, tier): (Application?, Tier?)
    for event in fold.applications {
      guard let sha = event.body.text("application") else { continue }
      guard let revision = revisions.first(where: { $0.sha == sha }) else {
        named.append(sha)
        continue
      }
      let application = revision.application
      switch event.act {
      case .receive:
        let differences = application.differences(from: key) + application.differences(from: event.body)
        tier = application.tier
        // Without it there is no case: it is shown, and marked.
        if !differences.isEmpty { unfit.append(UncountedFile(name: revision.name, .otherThanReceived(differences))) }
      case .amend:
        let differences = application.differences(from: key, tier: tier)
        guard differences.isEmpty else {
          unfit.append(UncountedFile(name: revision.name, .anotherCase(differences), .setAside))
          continue
        }
      default:
        let differences = first.map(application.differences(fromFirst:)) ?? application.differences(from: key)
        guard differences.isEmpty else {
          unfit.append(UncountedFile(name: revision.name, .anotherCase(differences), .setAside))
          continue
        }
      }
      if event.act != .resubmit { first = application }
      named.append(sha)
    }
  }
}

extension Application {
  /// Fields by which a correction is another case (Casework §4.2).
  func differences(fromFirst first: Application) -> [String] {
    Self.different([
      ("id", id == first.id), ("tier", tier == first.tier), ("type", type == first.type),
      ("authority", authority == first.authority), ("batch", batch == first.batch),
      ("submitted", submitted == first.submitted), ("referenceYear", referenceYear == first.referenceYear),
      ("enterprise.creditCode", enterprise.creditCode == first.enterprise.creditCode),
    ])
  }

  /// Fields by which it belongs to another case than that of a folder, or of another tier.
  func differences(from key: CaseKey, tier: Tier? = nil) -> [String] {
    Self.different([
      ("id", id == key.id), ("authority", authority == key.authority), ("batch", batch == key.batch),
      ("tier", tier == nil || self.tier == tier),
    ])
  }

  /// Fields of which a receipt says otherwise.
  func differences(from receipt: JSONValue) -> [String] {
    Self.different([
      ("tier", receipt.text("tier") == tier.rawValue), ("type", receipt.text("type") == type.rawValue),
      ("division", receipt["division"] == nil || receipt.text("division") == division),
      ("submitted", receipt.day("submitted") == submitted),
      ("referenceYear", receipt.number("referenceYear") == referenceYear),
      ("enterprise.creditCode", receipt.text("creditCode") == enterprise.creditCode),
    ])
  }

  private static func different(_ same: [(String, Bool)]) -> [String] { same.filter { !$0.1 }.map(\.0) }
}

extension UnmetRequirement {
  fileprivate static func otherThanReceived(_ fields: [String]) -> UnmetRequirement {
    UnmetRequirement(
      .requirement, "otherThanReceived",
      Phrase(
        "收件记录与申报文件不符（\(fields.joined(separator: "、"))）：请查明是谁收的件",
        "The receipt and the application differ (\(fields.joined(separator: ", "))): find out who received it"))
  }

  fileprivate static func anotherCase(_ fields: [String]) -> UnmetRequirement {
    UnmetRequirement(
      .requirement, "anotherCase",
      Phrase(
        "\(fields.joined(separator: "、"))与本件不同，是另一申报件的文件，不予采用",
        "Another \(fields.joined(separator: ", ")): the file of another case, which counts for nothing"))
  }
}
