extension Command {
  /// The commands of objections.
  static let objections: [Command] =
    moves(.objections, "objections")
}
