/// The state of a case (procedure, section 2), the fold of its events and nothing else.
public enum CaseState: String, Sendable, Hashable, CaseIterable {
  case received, inReview, returned, held, toSign, awaitingDraw, spotCheck, readyForNotice
  case inNotice, noticeClosed, readyToRecommend, recommended, decided, ministryOutcome, refused
  case withdrawn
}
