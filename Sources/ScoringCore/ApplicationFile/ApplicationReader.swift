internal import StrictJSON

/// Reads application files 申报书 against the schema (Facts §1), in one pass straight into `Application`.
public struct ApplicationReader: Sendable {
  private let standard: Standard
  private var keepsMaterials = true
  private var isReceived = false
  private var asked: AskedRules?

  /// - Parameter standard: says which editions are in force and which local facts may stand in a file.
  public init(standard: Standard) {
    self.standard = standard
  }

  /// The same for applications that were taken in before: local facts that the overlay in force does not declare, or not
  /// with these choices, are set aside and do not stand in the way.
  public var ofReceived: ApplicationReader {
    var reader = self
    reader.isReceived = true
    return reader
  }

  /// The same with the list of materials checked, and left empty in what is read: an assessment does not look at it.
  public var withoutMaterials: ApplicationReader {
    var reader = self
    reader.keepsMaterials = false
    return reader
  }

  /// The same where other rules are asked for: what these say of local facts may stand in a file as well, and with an
  /// edition asked for the day of submission need not be one on which any is in force.
  public func asking(_ rules: AskedRules?) -> ApplicationReader {
    var reader = self
    reader.asked = rules
    return reader
  }

  /// The application in a file's bytes, or everything that is wrong with it.
  ///
  /// The bytes are read where they are and not kept; nothing is changed or defaulted.
  ///
  /// With a day it is read as if it had been submitted then, which settles edition, notices and windows; the reference
  /// year must be before it, and local facts that the edition of that day does not ask for are left aside.
  ///
  /// - Throws: every error of the file with kind and place, in the order of the places; never an empty list. One of
  ///   syntax stands alone, and that of the edition comes only where the schema is kept.
  public func read(_ bytes: UnsafeRawBufferPointer, asOf day: Day? = nil) throws(ApplicationErrors) -> Application {
    var fields = FieldReader(bytes, keepsMaterials: keepsMaterials)
    do throws(JSONFault) {
      var result = try fields.application()
      try relate(&result, asOf: day, &fields)
      if fields.issues.isEmpty, let application = Application(consume result) { return application }
    } catch {
      fields.note(.syntax(error), at: fields.reader.offset)
    }
    throw ApplicationErrors(of: fields.issues, in: bytes)
  }

  /// The same for an array of bytes.
  public func read(_ bytes: [UInt8], asOf day: Day? = nil) throws(ApplicationErrors) -> Application {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(ApplicationErrors) in try read(bytes, asOf: day) }
    }
    return try result.get()
  }

  /// Holds the fields against each other and against the standard.
  private func relate(
    _ result: inout ApplicationFields, asOf day: Day?, _ fields: inout FieldReader
  ) throws(JSONFault) {
    let stated = result.submitted
    if stated != nil, let day { result.submitted = day }
    if let submitted = result.submitted, let year = result.referenceYear, year >= submitted.year {
      fields.note(.referenceYear(submitted: submitted.year), at: result.referenceYearOffset)
    }
    if let division = result.division, let authority = result.authority, division.authority != authority {
      fields.note(.divisionElsewhere(division.code, authority: authority), at: result.divisionOffset)
    }
    guard let tier = result.tier, let type = result.type, let stated, let submitted = result.submitted else { return }
    do throws(EditionError) {
      _ = try standard.editionFor(tier: tier, type: type, submitted: submitted)
    } catch {
      guard asked?.edition != nil else {
        fields.note(.edition(error), at: result.submittedOffset)
        return
      }
    }
    guard let offset = result.localOffset, let authority = result.authority else { return }
    // What may stand in the file goes by its own day; before any edition nothing may.
    let edition = (try? standard.editionFor(tier: tier, type: type, submitted: stated)) ?? ""
    var declared = standard.localFacts(authority: authority, edition: edition, tier: tier, submitted: stated)
    if let asked { declared = declared.joined(with: asked.localFacts(of: authority, tier, type, submitted: stated)) }
    fields.reader = JSONReader(fields.reader.bytes, at: offset)
    (result.local, result.setAside) = try fields.local(declared, isReceived: isReceived)
  }
}

extension Application {
  /// `nil` when a field is missing or was found wrong, which left an issue.
  fileprivate init?(_ fields: consuming ApplicationFields) {
    guard let id = fields.id, let tier = fields.tier, let type = fields.type,
      let authority = fields.authority, let batch = fields.batch, let submitted = fields.submitted,
      let referenceYear = fields.referenceYear, let enterprise = fields.enterprise
    else { return nil }
    self.init(
      id: id, tier: tier, type: type, authority: authority, division: fields.division?.code, batch: batch,
      submitted: submitted, referenceYear: referenceYear, enterprise: enterprise, facts: fields.facts,
      local: fields.local, materials: fields.materials)
    setAside = fields.setAside
    texts = fields.texts
  }
}

extension ApplicationErrors {
  /// The errors of a reading that failed, found with their places by reading the document again: that of the syntax
  /// alone if there is one, else all of the schema, else that of the edition.
  fileprivate init(of issues: [FieldReader.Issue], in bytes: UnsafeRawBufferPointer) {
    let places: [JSONPlace]
    do throws(JSONError) {
      places = try JSONDocument.places(of: issues.map(\.offset), in: bytes)
    } catch {
      errors = [ApplicationError(problem: .syntax(error.fault), place: error.place)]
      return
    }
    let all = zip(issues, places).map { issue, place in
      var place = place
      switch issue.problem {
      case .missing(let key), .calledFor(let key, _):
        place.path = JSONDocument.path(place.path, key: key)
      default: break
      }
      return ApplicationError(problem: issue.problem, place: place)
    }
    let schema = all.filter { $0.kind == .schema }
    errors = (schema.isEmpty ? all : schema).enumerated()
      .sorted { ($0.element.place.offset, $0.offset) < ($1.element.place.offset, $1.offset) }
      .map(\.element)
  }
}
