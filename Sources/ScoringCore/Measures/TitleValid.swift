extension Subject {
  /// A title of one of these kinds, valid on the day of submission; a higher title does not answer for a lower one.
  func hasTitle(_ kinds: [TitleKind]) -> Outcome {
    guard let titles = application.facts.titles else { return .undetermined }
    let valid = titles.contains {
      kinds.contains($0.kind) && $0.validFrom <= submitted && submitted <= $0.validUntil
    }
    return valid ? .meets : .fails
  }

  /// No valid title of any of these kinds.
  func lacksTitle(_ kinds: [TitleKind]) -> Outcome {
    switch hasTitle(kinds) {
    case .meets: .fails
    case .fails: .meets
    case .undetermined: .undetermined
    }
  }
}
