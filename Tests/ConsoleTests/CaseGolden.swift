import ScoringCore
import Testing

@testable import Console

/// A screen as the app draws it, at every size and in both languages.
enum CaseGolden {
  static let sizes = [Size(80, 24), Size(120, 40), Size(200, 60)]

  static func model(_ screen: some Screen, _ size: Size = Size(80, 24), _ language: Language = .zh) -> Model {
    var model = Builder.model(size, language)
    model.screens.append(screen)
    return model
  }

  /// Compares with `Screens/case-<name>-<width>-<language>.txt`.
  static func check(_ name: String, _ screen: some Screen, location: SourceLocation = #_sourceLocation)
    throws
  {
    for size in sizes {
      for language in Language.allCases {
        try expectScreen(
          model(screen, size, language).view(), "case-\(name)-\(size.columns)-\(language.rawValue)",
          sourceLocation: location)
      }
    }
  }
}
