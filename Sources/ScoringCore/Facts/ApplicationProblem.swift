public import StrictJSON

/// What is wrong with one place of an application file; the cases carry the evidence.
public enum ApplicationProblem: Error, Sendable, Hashable {
  case syntax(JSONFault)
  /// The document's top is something else than an object.
  case notAnApplication(JSONKind)
  case wrongType(expected: JSONKind, found: JSONKind)
  /// `null` where a value is required.
  case null
  /// A required field that is absent.
  case missing(String)
  case unknownKey(String)
  /// Another version of the format.
  case format(String)
  case identifier(String)
  /// None of the codes that may stand here.
  case code(String, allowed: [String])
  case unknownAuthority(String)
  case unknownDivision(String)
  case divisionElsewhere(String, authority: String)
  case notADay(String)
  case notAYear(String)
  /// A point or an exponent in an integer.
  case notAnInteger
  case outOfRange(least: String, most: String)
  case notPositive
  case tooManyDecimals(allowed: Int)
  case referenceYear(submitted: Int)
  case nameLength(Int)
  case nameBlank
  case creditCode(String)
  case industryCode(String)
  /// An escaped control character elsewhere than in the enterprise's name.
  case controlCharacter
  case repeated(String)
  /// `transferred` with a source that is not `transferred`, or `granted` with a status that is not `granted`.
  case uncalledFor(String, unless: String)
  /// The same the other way round.
  case calledFor(String, by: String)
  case file(String)
  case sha256(String)
  /// A key under `local` that no overlay declares.
  case localKey(String, declared: [String])
  case edition(EditionError)
  /// A value in an event that is not written in its one form, which is given.
  case notShortest(JSONValue)

  /// The three kinds of `tidu check`: never translated.
  public enum Kind: String, Sendable, Hashable {
    case syntax, schema, edition
  }

  /// Which of the three it is.
  public var kind: Kind {
    switch self {
    case .syntax: .syntax
    case .edition: .edition
    default: .schema
    }
  }
}

/// One error of an application file, and its place.
public struct ApplicationError: Error, Sendable, Hashable {
  /// What is wrong.
  public var problem: ApplicationProblem
  /// Where: line, column and path.
  public var place: JSONPlace

  /// An error at a place.
  public init(problem: ApplicationProblem, place: JSONPlace) {
    self.problem = problem
    self.place = place
  }

  /// The problem's kind.
  public var kind: ApplicationProblem.Kind { problem.kind }
  /// What is wrong and what to do about it; the place is not in it.
  public var message: Phrase { problem.message }
}

/// All errors of a file, in the order of their places: one of syntax, or all of the schema, or that of the edition.
public struct ApplicationErrors: Error, Sendable, Hashable {
  /// Never empty.
  public let errors: [ApplicationError]

  init(_ errors: [ApplicationError]) {
    self.errors = errors
  }

  /// An error that a caller found himself.
  public init(_ error: ApplicationError) {
    errors = [error]
  }
}
