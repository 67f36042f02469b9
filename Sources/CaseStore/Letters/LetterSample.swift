import Casework

/// Samples of templates and layouts, as an office puts its own in force.
package enum LetterSample {
  /// Letters, lists and layouts of which there is one.
  package static let codes = LetterModel.Code.allCases.map(\.rawValue) + ListLayout.Code.allCases.map(\.rawValue)

  /// The block of one key at a depth, with its own line.
  private static func block(_ key: String, in yaml: String, depth: Int) -> String? {
    let head = String(repeating: " ", count: depth) + key + ":"
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == head }) else { return nil }
    let rest = lines[(start + 1)...].prefix { line in
      line.allSatisfy { $0 == " " } || line.prefix { $0 == " " }.count > depth
    }
    var block = [lines[start]] + rest
    while block.last?.allSatisfy({ $0 == " " }) == true { block.removeLast() }
    return block.joined(separator: "\n") + "\n"
  }

  /// The program's own template of a letter or list, or layout, as a letters file that can be put in force as it is;
  /// `nil` where there is none of that code.
  package static func yaml(_ code: String) -> String? {
    if let letter = block(code, in: BuiltInLetters.yaml, depth: 0) { return letter }
    return block(code, in: BuiltInLayouts.yaml, depth: 2).map { "layouts:\n" + $0 }
  }
}
