import ScoringCore

extension Command {
  /// The commands of the timeline.
  static let timeline: [Command] =
    moves(.timeline, "timeline") + [
      Command(
        "timeline.open", .timeline, Phrase("全文", "In full"), keys: [.enter, .letter("v")],
        Phrase("看这一条的全部：谁、哪一天、是否生效、每一栏的全文", "Read this event in full: who, when, whether it stands, every field")),
      Command(
        "timeline.filter", .timeline, Phrase("筛选", "Filter"), keys: [.letter("f")],
        Phrase("换着看：全部、上次退出以来、只看步骤、未生效的", "Show all, what is new, steps only, or what has no effect")),
    ]

  /// The commands of an open event.
  static let event: [Command] =
    moves(.event, "event")
}
