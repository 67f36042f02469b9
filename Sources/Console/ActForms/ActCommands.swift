import Casework
import ScoringCore

extension Command {
  /// Acts on a case, of the table of acts. Only those of every day have a key; all can be given by name in the palette.
  static let acts: [Command] = [.anyTab, .objections, .letters, .spotCheck].flatMap { acts(in: $0) }

  /// The acts that a pane offers.
  static func acts(in pane: ActOffer.Pane) -> [Command] {
    ActTable.all.compactMap { act in
      guard let offer = act.offer, offer.pane == pane, let scope = pane.scope else { return nil }
      return Command(
        ID(act.name), scope, act.wording.verb, keys: offer.key.map { [.letter($0)] } ?? [], quiet: !offer.isInFooter,
        undo: offer.isFinal ? .final : .undoable, act.wording.summary)
    }
  }
}

extension ActOffer.Pane {
  fileprivate var scope: Command.Scope? {
    switch self {
    case .anyTab: .caseFile
    case .objections: .objections
    case .letters: .letters
    case .spotCheck: .spotCheck
    case .titles: .titles
    case .title: .title
    case .officers: .officers
    // Keys of their own record these.
    case .records: nil
    }
  }
}

extension Command.ID {
  private static let actPrefix = "act."

  /// The command, and the dialog, of an act.
  init(_ act: ActName) { self.init(rawValue: Self.actPrefix + act.rawValue) }

  /// The act that it does; `nil` for another command.
  var act: ActName? {
    rawValue.hasPrefix(Self.actPrefix) ? ActName(wire: String(rawValue.dropFirst(Self.actPrefix.count))) : nil
  }
}

extension Dialog.Answer {
  /// The act whose dialog it was.
  var act: ActName? { Command.ID(rawValue: id).act }
}
