import Casework
import ScoringCore
import StrictJSON

extension Store {
  /// The row of a case: its newest application assessed, and the fold of its events.
  func summary(of stored: StoredCase, _ standard: Standard) throws(StoreError) -> CaseSummary {
    guard let revision = stored.revisions.last else {
      throw StoreError(
        .damaged, stored.key.path,
        stored.problems.first?.message
          ?? Phrase("\(stored.key.path)中没有申请文件", "There is no application in \(stored.key.path)"))
    }
    let application: Application
    do throws(ApplicationErrors) {
      application = try ApplicationReader(standard: standard).read(revision.bytes)
    } catch {
      throw StoreError(
        .damaged, stored.key.path, error.errors.first?.message ?? Phrase("无法读取", "Not readable"))
    }
    do throws(EditionError) {
      let assessment = try standard.assess(application)
      let explanation = try standard.explain(application)
      return CaseSummary(
        key: stored.key, tier: application.tier, type: application.type, division: application.division,
        name: application.enterprise.name, creditCode: application.enterprise.creditCode,
        industryCode: application.enterprise.industryCode, submitted: application.submitted,
        revision: revision.number, edition: assessment.edition, overlay: assessment.overlay,
        outcome: assessment.outcome, score: assessment.score?.points, pass: assessment.score?.pass,
        unsettled: explanation.unsettled.count, deciding: explanation.deciding.map(\.id),
        received: stored.events.events.first { $0.kind == "receive" }?.payload["body"]?["on"]?.string
          .flatMap(Day.init))
    } catch { throw StoreError(.damaged, stored.key.path, error.message) }
  }
}
