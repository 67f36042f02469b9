import Yams

/// A rule file being read: its name and what was found wrong so far.
final class RuleFile {
  let name: String
  /// Whether a text may be in Chinese alone: in the files that offices write.
  let isEnglishOptional: Bool
  private(set) var errors: [RuleError] = []

  init(_ name: String, isEnglishOptional: Bool = false) {
    self.name = name
    self.isEnglishOptional = isEnglishOptional
  }

  /// The top of the file; nothing when it is no YAML.
  func top(of text: String) -> Node? {
    do {
      // What a scalar is, its reader says: to guess it from its looks, by patterns, would take longer than to read the file.
      if let node = try Yams.compose(yaml: text, .basic) { return node }
      report(nil, Phrase("文件为空", "the file is empty"))
    } catch let error as YamlError {
      let fault = YAMLFault(error, in: text)
      errors.append(RuleError(file: name, line: fault.line, column: fault.column, message: fault.message))
    } catch {
      report(nil, Phrase("不是合法的 YAML", "invalid YAML"))
    }
    return nil
  }

  private func report(_ mark: Mark?, _ message: Phrase) {
    errors.append(RuleError(file: name, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message))
  }

  /// Reads one thing; what is wrong in it is reported, and it is `nil`.
  func reading<Value>(_ read: () throws(RuleError) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      errors.append(error)
      return nil
    }
  }

  func error(_ node: Node, _ message: Phrase) -> RuleError {
    RuleError(file: name, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message)
  }

  /// Throws when anything was reported.
  func finish() throws(RuleErrors) {
    guard errors.isEmpty else {
      throw RuleErrors(errors: errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
  }
}
