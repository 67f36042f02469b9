import ScoringCore
import StrictJSON

/// Reads any bytes as an application and judges what could be read, by every rule there is.
///
/// Traps where something crashes, and where two ways of coming to one result disagree: what was read and written is read
/// as the same, and the explanation says what the assessment says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzApplication(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  let standard = Standard.shared
  let application: Application
  do throws(ApplicationErrors) {
    application = try ApplicationReader(standard: standard).read(bytes)
  } catch {
    precondition(!error.errors.isEmpty)
    for error in error.errors {
      precondition((0...count).contains(error.place.offset))
      precondition(error.place.line >= 1 && error.place.column >= 1)
      precondition(!error.message.zh.isEmpty && !error.message.en.isEmpty)
    }
    return 0
  }
  var writer = JSONWriter()
  application.write(to: &writer)
  do throws(ApplicationErrors) {
    let again = try ApplicationReader(standard: standard).read(writer.bytes)
    precondition(again == application, "what was written is not what was read")
  } catch {
    preconditionFailure("what was written cannot be read")
  }
  for tier in Tier.allCases {
    for edition in [nil] + Standard.shared.editions.map({ Optional($0.id) }) {
      judge(application, AssessmentOptions(tier: tier, edition: edition), standard)
    }
  }
  _ = application.findings(by: standard)
  return 0
}

private func judge(_ application: Application, _ options: AssessmentOptions, _ standard: Standard) {
  do throws(EditionError) {
    let assessment = try standard.assess(application, options)
    let explanation = try standard.explain(application, options)
    precondition(explanation.outcome == assessment.outcome)
    if let score = assessment.score {
      let points = score.points
      precondition(0 <= points.minimum && points.minimum <= points.maximum && points.maximum <= score.outOf)
    }
    for fact in try standard.whatIsMissing(application, options) {
      precondition(assessment.outcome == .undetermined || fact.best == fact.worst || fact.points != nil)
    }
    _ = try standard.cheapestMoves(application, options)
  } catch {
    // No edition for that tier or day.
  }
}
