/// What a cell means. A theme maps roles to colours at the edge; no view names a colour.
package enum Role: UInt8, Sendable, Hashable, CaseIterable {
  case text, muted, heading, title
  /// The three meanings, each with a word or mark besides.
  case fail, undetermined, late
  case pass, near
  /// The one accent: what the cursor is on; and the mark of the cursor.
  case selection, accent
  /// A key in the footer, and what it does.
  case key, hint
  case bar, barRest, rule
  case input, error, notice
}
