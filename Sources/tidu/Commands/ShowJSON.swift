internal import Casework
internal import Console
internal import ScoringCore
internal import StrictJSON

/// A case whole as one JSON object. Lists are always there; anything else absent means that there is none. Days are `YYYY-MM-DD`, clocks count working days.
struct ShowJSON {
  private(set) var bytes: [UInt8]

  /// - Parameter findings: of the application and beside other cases.
  init(_ argument: CaseArgument, _ findings: [Finding]) throws(EditionError) {
    let opened = argument.opened
    let standard = argument.standard
    let language = OutputLanguage.language
    var json = JSONWriter()
    json.beginObject()
    json.text("case", opened.declared.id)
    if argument.file == nil { json.number("revision", opened.revision) }
    json.key("application")
    opened.declared.write(to: &json)
    json.key("assessment")
    try standard.assess(opened.current).write(to: &json, digest: standard.digest)
    json.findings(findings, language)
    if let file = argument.file {
      json.whole("incomplete", argument.unread) { $1.uncounted($0) }
      json.whole("uncounted", file.uncounted) { $1.uncounted($0) }
      json.whole("remarks", file.remarks(today: StoreAccess.today)) { remark, json in
        json.beginObject()
        json.text("code", remark.code.rawValue)
        json.text("event", remark.event)
        json.text("message", remark.message(language))
        json.endObject()
      }
      json.members(of: file, declared: try standard.assess(opened.declared))
      json.work(on: file)
      json.whole("papers", file.papers) { $1.paper($0, argument.opened.onDisk) }
      json.whole("letters", opened.letters) { $1.letter($0) }
      json.number("eventCount", file.history.entries.count)
      json.whole("timeline", file.timeline) { $1.line($0) }
      json.whole("events", file.history.entries) { entry, json in
        json.beginObject()
        json.text("id", entry.event.id)
        json.text("key", entry.event.key)
        json.key("payload")
        json.canonical(entry.event.payload)
        json.endObject()
      }
    }
    json.endObject()
    json.newline()
    bytes = json.bytes
  }
}

extension JSONWriter {
  /// `"assignee","due","provisional","recommendation","contested","stale","clock"`; `due` is the last day of a correction or
  /// a notice.
  fileprivate mutating func work(on file: CaseFile) {
    text("assignee", file.fold.assignee)
    text("due", file.awaited?.day.description)
    flag("provisional", file.awaited?.provisional ?? false)
    text("recommendation", file.fold.recommendation?.body["outcome"]?.string)
    list("contested", file.fold.contested.map(\.text))
    flag("stale", file.fold.isStale)
    guard let clock = file.clock(today: StoreAccess.today) else { return }
    key("clock")
    beginObject()
    text("received", file.fold.receipt?.on?.description)
    number("used", clock.used)
    number("limit", clock.limit)
    number("left", clock.left)
    text("deadline", clock.deadline.description)
    for (name, holds) in [("near", clock.isNear), ("overdue", clock.isOverdue), ("provisional", clock.isProvisional)] {
      key(name)
      bool(holds)
    }
    endObject()
  }

  fileprivate mutating func paper(_ paper: SupportingDocument, _ onDisk: [DeclaredFile: DocumentOnDisk]) {
    beginObject()
    text("item", paper.item.rawValue)
    text("name", paper.item.name(OutputLanguage.language))
    number("year", paper.year)
    text("file", paper.file)
    text("sha256", paper.sha)
    number("pages", paper.pages)
    text("need", paper.need.word)
    text("why", paper.why(OutputLanguage.language))
    text("state", paper.state.rawValue)
    text("onDisk", paper.declared.flatMap { onDisk[$0] }?.rawValue)
    array("defects", paper.defects) { defect, json in
      json.beginObject()
      json.text("code", defect.code.rawValue)
      json.number("year", defect.year)
      json.text("path", defect.path)
      json.text("by", defect.by)
      json.text("text", defect.text)
      json.endObject()
    }
    text("reason", paper.reason)
    flag("contested", paper.isContested)
    flag("lookAgain", paper.toBeLookedAtAgain)
    list("proves", paper.proves.map(\.rawValue))
    endObject()
  }

  /// One without a day is a draft: what could be written now.
  fileprivate mutating func letter(_ letter: LetterRecord) {
    beginObject()
    text("code", letter.code)
    text("name", letter.name(OutputLanguage.language))
    text("on", letter.on?.description)
    text("text", letter.text)
    endObject()
  }
}

extension SupportingDocument.Need {
  fileprivate var word: String {
    switch self {
    case .required: "required"
    case .whereTrue: "whereTrue"
    case .extra: "extra"
    }
  }
}
