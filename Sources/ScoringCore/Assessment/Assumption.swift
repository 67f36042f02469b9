/// One fact that is not stated, taken as if it were, at its best or at its worst.
struct Assumption {
  var path: String
  var best: Bool
}
