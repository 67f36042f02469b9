/// A command that is tried: what it is done on, and how it is asked.
struct Scene {
  /// What a person calls it.
  let name: String
  /// Of the office.
  let moment: String
  let invocation: Invocation
  /// It puts something on file; else it only reads.
  var writes = false
  /// The index and all else that is only remembered is taken away first, so that it is made.
  var isFresh = false
  /// Lines of standard input that are an act each: what was told as done is not asked for again.
  var isBatch: Bool { invocation.arguments == ["act", "-", "--format", "json"] }

  /// It writes a list and then an event in each case of it.
  var isOfRound: Bool { ["notice", "sample"].contains(invocation.arguments.first) }

  private static func read(_ line: String, at moment: String = "decided", fresh: Bool = false) -> Scene {
    let words = line.split(separator: " ").map(String.init)
    return Scene(
      name: words.filter { !$0.hasPrefix("ROOT") && !$0.contains("-2026-") }.joined(separator: " ")
        + (fresh ? ", the index made" : ""),
      moment: moment, invocation: Invocation(arguments: words, day: Office.closingDay), isFresh: fresh)
  }

  private static func write(
    _ line: String, at moment: String, by officer: String = "supervisor", on day: String = Office.firstDay,
    input: String = ""
  ) -> Scene {
    let words = line.split(separator: " ").map(String.init)
    return Scene(
      name: words.filter { !$0.hasPrefix("ROOT") && !$0.contains("-2026-") }.joined(separator: " "), moment: moment,
      invocation: Invocation(arguments: words, officer: officer, day: day, input: input), writes: true)
  }

  static let all = reading + acts + rounds + others

  private static let reading = [
    read("queue --format json"), read("queue --format json", fresh: true), read("queue"),
    read("show \(Office.first) --format json"), read("show \(Office.cases[1])", at: "lettered"),
    read("show \(Office.cases[1]) --format json", at: "lettered"), read("act \(Office.first) --format json"),
    read("act \(Office.first) hold reason=wait --dry-run --format json"),
    read("notice status \(Office.round) --format json", at: "inNotice"), read("notice publish \(Office.round)"),
    read("sample verify \(Office.round) --format json"), read("letter \(Office.cases[1]) recognition"),
    read("titles --format json"), read("titles --format json", fresh: true),
    read("score \(Office.first)"), read("explain \(Office.first)"), read("compare \(Office.first) --declared"),
    read("verify --format json"), read("verify \(Office.first)"), read("keys list --format json"),
  ]

  private static let acts = [
    write("act \(Office.first) note text=again", at: "inReview"),
    write("act \(Office.first) hold reason=wait", at: "inReview"),
    write("act \(Office.first) check item=credit-reports state=ok --yes unattached", at: "inReview"),
    write(
      "act \(Office.first) return reasons.0.code=other reasons.0.path=facts.revenue reasons.0.text=why", at: "inReview"),
    write(
      "act \(Office.first) lodge as=report channel=letter arrived=2026-03-23 text=@ROOT/text.txt identity=@ROOT/text.txt",
      at: "inReview", by: "wang"),
    write(
      "act - --format json", at: "inReview",
      input: Office.cases.map { #"{"case":"\#($0)","act":"note","fields":["text=batch"]}"# + "\n" }.joined()),
    write("act registry officer officer=xu name=xu authority=370000 state=active", at: "founded"),
    write("act registry officer officer=vera name=vera authority=370000 state=left", at: "inReview"),
    write(
      "act registry settings authority=370000 what=settings from=2026-03-24 file=@ROOT/settings.yaml", at: "founded",
      by: "wang"),
    write("act \(Office.cases[1]) letter code=recognition", at: "decided", by: "wang", on: Office.closingDay),
  ]

  private static let rounds = [
    write("sample plan \(Office.round) --rate 0 --least 0 --seed-source lottery", at: "awaitingDraw"),
    write("sample draw \(Office.round) --seed 081523", at: "planned", by: "wang"),
    write("sample visits \(Office.round) --day 2026-03-27", at: "drawn"),
    write("notice open \(Office.round) --document notice", at: "ready", by: "wang", on: Office.noticeDay),
    write("notice close \(Office.round)", at: "inNotice", by: "wang", on: Office.closingDay),
    write(
      "notice announce \(Office.round) --document announcement --number No", at: "noticeClosed", by: "wang",
      on: Office.closingDay),
  ]

  private static let others = [
    write("init --trial ROOT/store", at: "empty"), write("import ROOT/applications.ndjson", at: "founded"),
    write("import ROOT/more.ndjson", at: "inReview"),
    write("import --titles ROOT/titles.csv", at: "inReview", by: "wang"),
    write("export cases", at: "inReview"), write("export cases --out ROOT/out.csv", at: "inReview"),
    write("export titles --as json", at: "decided"), write("export \(Office.first)", at: "inReview"),
    write("verify --checkpoint 370000", at: "inReview"),
  ]
}
