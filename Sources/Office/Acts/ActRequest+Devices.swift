package import Casework
package import ScoringCore
internal import StrictJSON

/// Letting a computer in, and shutting out one that was lost: each is several acts, asked for at once.
extension ActRequest {
  /// The acts by which a request to join is proposed (Casework §6.7): the officer, where nobody has entered him, and the key.
  /// - Throws: why it is not gone by here.
  package static func admitting(_ request: JoinRequest, in registry: Registry) throws(OfficeError) -> [ActRequest] {
    if let refusal = registry.refusal(of: request) { throw .unmet([refusal]) }
    return registry.acts(for: request).map { ActRequest("registry", $0) }
  }

  /// A request to join, read from whatever a messenger made of it.
  package static func joining(_ text: String) throws(OfficeError) -> JoinRequest {
    do throws(JoinFault) { return try JoinRequest(reading: text) } catch {
      throw .unmet([UnmetRequirement(.requirement, "request", error.message)])
    }
  }

  /// The acts by which a device is shut out that was lost: its key ends, and the cases of its officer go to another.
  /// - Parameters:
  ///   - key: the event that gave the key.
  ///   - cases: open cases that the officer has; none where nothing is handed over.
  package static func losing(
    _ key: Event, isStolen: Bool, handing cases: [CaseKey], to officer: String?
  ) -> [ActRequest] {
    [ActRequest("registry", .end, ["of": .string(key.id), "why": isStolen ? "stolen" : "lost"])]
      + (officer.map { handingOver(cases, to: $0) } ?? [])
  }

  /// The acts by which cases go to another officer.
  package static func handingOver(_ cases: [CaseKey], to officer: String) -> [ActRequest] {
    cases.sorted().map { ActRequest($0.path, .assign, ["to": .string(officer)]) }
  }
}

/// A device that was lost or stolen 丢失的设备.
package enum LostDevice {
  /// What becomes of what its key signed and nobody here has seen yet (Casework §6.5).
  package static func later(isStolen: Bool) -> Phrase {
    isStolen
      ? Phrase(
        "以后带来的、这里没有见过的办理（用这把密钥签的）不算数", "what turns up later, signed with this key and not seen here, has no effect")
      : Phrase(
        "以后带来的、这里没有见过的办理（用这把密钥签的）要由主管补签才算数",
        "what turns up later, signed with this key and not seen here, waits until a supervisor countersigns it")
  }
}
