package import Casework
internal import StrictJSON

/// Which letters a case calls for.
extension CaseFile {
  /// Whether something on file is what this letter tells of.
  package func calls(for code: LetterModel.Code) -> Bool {
    switch code {
    case .return: holds(.return)
    case .refusal: isRefused
    case .recognition: fold.title != nil
    case .cancellation: holds(.endTitle)
    case .noticeList, .forwardingList, .recognitionList: false
    }
  }

  /// Letters that the state of the case could call for next.
  package var draftableLetters: [LetterModel.Code] {
    if let title = fold.title { return [title.phase == .ended ? .cancellation : .recognition] }
    if isRefused { return [.refusal] }
    return fold.state == .inReview && papers.contains { !$0.defects.isEmpty } ? [.return] : []
  }

  private var isRefused: Bool {
    fold.state == .refused || fold.recommendation?.body["outcome"]?.string == "refuse"
  }

  private func holds(_ act: ActName) -> Bool {
    history.entries.contains { $0.verdict.isValid && $0.event.act == act }
  }
}
