extension Registry {
  /// Acts of a second person whose office, key or role the first had given or approved: permitted where both knew it, and
  /// worth knowing (Casework §6.4).
  package func secondsOfOwnMaking(in history: History) -> [(event: Event, first: Event)] {
    history.fold.log.compactMap { entry in
      let event = entry.event
      guard !entry.act.traits.isDisjoint(with: [.second, .another]) else { return nil }
      let recommendation = history.fold.log.last { $0.event.act == .recommend && entry.past.contains($0.place) }?.event
      let named = event.body.text("of").flatMap(history.fold.event)
      guard let first = named ?? (entry.act.traits.contains(.second) ? recommendation : nil),
        first.author != event.author, hasMade(event.author, by: first.author, since: [], before: event.registry)
      else { return nil }
      return (event, first)
    }
  }
}
