internal import Foundation
internal import ScoringCore

/// The language this process speaks, settled before anything else so that help and usage errors speak it too:
/// `--lang`, then `TIDU_LANG`, then the locale. Chinese where nothing says otherwise.
enum OutputLanguage {
  static let language: Language = choose(CommandLine.arguments, ProcessInfo.processInfo.environment)

  static func choose(_ arguments: [String], _ environment: [String: String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", index + 1 < arguments.count, let found = Language(rawValue: arguments[index + 1]) {
        return found
      }
      if argument.hasPrefix("--lang="), let found = Language(rawValue: String(argument.dropFirst(7))) { return found }
    }
    if let found = environment["TIDU_LANG"].flatMap(Language.init(rawValue:)) { return found }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let code = locale.prefix { $0.isLetter }.lowercased()
    return code.isEmpty || ["zh", "c", "posix"].contains(code) ? .zh : .en
  }
}

/// The text in the language of this process.
func localized(_ zh: String, _ en: String) -> String {
  Phrase(zh, en)(OutputLanguage.language)
}
