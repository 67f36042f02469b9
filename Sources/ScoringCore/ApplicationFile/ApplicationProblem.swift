public import StrictJSON

/// What is wrong with one place of an application file; the cases carry the evidence.
public enum ApplicationProblem: Error, Sendable, Hashable {
  /// The text is no JSON; the fault says how.
  case syntax(JSONFault)
  /// The document's top is something else than an object.
  case notAnApplication(JSONKind)
  /// A value of another JSON type than the schema asks for.
  case wrongType(expected: JSONKind, found: JSONKind)
  /// `null` where a value is required.
  case null
  /// A required field that is absent.
  case missing(String)
  /// A key that the schema does not have.
  case unknownKey(String)
  /// Another version of the format.
  case format(String)
  /// No id or batch: 1 to 64 letters, digits, `.`, `_`, `-`.
  case identifier(String)
  /// None of the codes that may stand here.
  case code(String, allowed: [String])
  /// No authority has this key.
  case unknownAuthority(String)
  /// No division has this code.
  case unknownDivision(String)
  /// The division belongs to another authority.
  case divisionElsewhere(String, authority: String)
  /// Not `YYYY-MM-DD`, or no real day.
  case notADay(String)
  /// A key that is no year of four digits.
  case notAYear(String)
  /// A point or an exponent in an integer.
  case notAnInteger
  /// Below the least or above the most that may stand here.
  case outOfRange(minimum: String, maximum: String)
  /// Zero or less where more is asked.
  case notPositive
  /// More decimals than may stand here.
  case tooManyDecimals(allowed: Int)
  /// Not before the year of submission, which is given.
  case referenceYear(submitted: Int)
  /// A name has 1 to 200 characters; this is how many it has.
  case nameLength(Int)
  /// The name is empty, or all blanks.
  case nameBlank
  /// Not 18 characters of a credit code; a wrong check character is a finding, no error.
  case creditCode(String)
  /// Not a letter and two to four digits.
  case industryCode(String)
  /// An escaped control character where none may stand.
  case controlCharacter
  /// A control character in a free text other than a line feed, carriage return or tab.
  case textControlCharacter
  /// A free text is longer than `Application.Texts.limit`; this is how many code points it has.
  case textLength(Int)
  /// A value that stands there already.
  case repeated(String)
  /// `transferred` with a source that is not `transferred`, or `granted` with a status that is not `granted`.
  case uncalledFor(String, unless: String)
  /// The same the other way round.
  case calledFor(String, by: String)
  /// A path that leads out of the case's folder, or is none.
  case file(String)
  /// Not 64 lower-case hexadecimal digits.
  case sha256(String)
  /// A key under `local` that no overlay declares.
  case localKey(String, declared: [String])
  /// No edition is in force for the tier, type and day.
  case edition(EditionError)
  /// A value in an event that is not written in its one form, which is given.
  case notShortest(JSONValue)

  /// The three kinds of `tidu check`: never translated.
  public enum Kind: String, Sendable, Hashable {
    /// Not JSON; not the schema; no edition in force.
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
