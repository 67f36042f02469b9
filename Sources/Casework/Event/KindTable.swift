/// The table of kinds (casework, section 3) as data. `?` may be absent, `!` is compared for agreement († there).
enum KindTable {
  static let rows: [Kind] = [
    parse(cases, .cases), parse(titles, .titles), parse(rounds, .rounds), parse(registry, .registry),
  ].flatMap { $0 }

  private static func parse(_ text: String, _ place: Kind.Place) -> [Kind] {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      var reader = SchemaReader(cells.count > 2 ? cells[2] : "")
      return Kind(
        name: cells[0].filter { $0 != " " }, place: place,
        roles: cells[1].compactMap { OfficerRole(letter: $0) }, fields: reader.fields())
    }
  }

  private static let tier = "innovative|specialized|little-giant"

  private static let cases = """
    receive / R / application:sha!, authority:word, batch:word, division:word?, tier:word(\(tier)), type:word(new|review), creditCode:text, submitted:day, referenceYear:int, via:word(platform|paper|import), title:word?, flags:[word]
    assign / / to:word!, noConflict:bool
    release / / reason:text?
    conflict / / officer:word, ground:word
    verify / RV / path:word, how:word(read|visit|accepted), declared:value, value:value!, source:{material:sha, page:int?}?, visit:id?, text:text?
    check / RV / item:word, year:int?, file:sha?, state:word(ok|missing|defective|notRequired)!, defects:[{code:word, year:int?, path:word?, by:dec?, text:text?}]!, reason:text?
    judge / R / condition:word, outcome:word(meets|fails)!, reason:text
    return / R / reasons:[{code:word, item:word?, path:word?, text:text}]!, due:day!, days:int, calendar:sha, letter:sha
    extend / R / due:day!, reason:text
    resubmit / R / application:sha!, revision:int, flags:[word]
    lapse / G / reason:text
    hold / RVS / reason:text, until:day?
    resume / RVS / reason:text?
    withdraw / / cause:word(request|misdirected|duplicate|ineligible)!, paper:sha?, reason:text
    recommend / R / outcome:word(pass|refuse)!, assessment:{digest:sha, edition:word, overlay:word?, core:text, outcome:word(meets|fails|undetermined), least:dec?, most:dec?}!, accepted:[word], reasons:[{code:word, text:text}], justification:text?, settings:sha
    sign / G / of:id!, next:word(draw|notice|recommend)?!, settings:sha
    challenge / G / of:id!, section:word, text:text
    sampled / SG / draw:id!, drawn:bool!
    order / SGO / ground:word(doubt|report|objection|contradiction|level-above), text:text, about:id?
    plan / S / visit:id, officers:[word]!, day:day!, drawn:id?!
    finding / V / visit:id, item:word, state:word(asDeclared|differs|notSeen)!, value:value?!, text:text, files:[{sha:sha, kind:word}]
    closeVisit / V / visit:id, result:word(confirmed|differs|entryRefused)!, present:text
    cosign / V / of:id!
    enterNotice / G / notice:id!, first:day, last:day!, length:int, kind:word(working|calendar), firstCounted:bool, calendar:sha, settings:sha
    extendNotice / GS / last:day!, reason:text
    lodge / / as:word(objection|report|lead), arrived:day, channel:word, against:word, text:sha, identity:sha?
    redact / O / of:id, copy:sha!
    acknowledge / O / of:id, how:word, letter:sha?
    told / O / of:id, how:word, letter:sha?
    investigate / OV / of:id, step:word(heard|papers|visit|asked), text:text, files:[sha]
    answer / O / of:id, outcome:word(upheld|partly|dismissed|withdrawn)!, reasons:[{code:word, text:text}], measure:word(none|rectify|inquiry)?
    pull / S / cause:word, text:text
    closeNotice / G
    decide / G / outcome:word(recognise|refuse)!, document:text, number:text?, announced:day!, until:day!, reasons:[{code:word, text:text}]?
    forward / G / list:id!, document:text
    ministry / G / outcome:word(recognised|refused|returned)!, document:text, announced:day?!, until:day?!
    reopen / S / ground:word(objection|report|error|court|ministry|stale), text:text
    undo / / of:id!, reason:text
    settle / S / question:text, keep:id?!, reason:text
    note / / text:text, about:id?
    letter / RGO / code:word, file:sha, to:word, replaces:id?
    view / O / sealed:sha
    erase / OS / files:[sha], ground:word, of:id?
    countersign / S / of:id, text:text
    """

  private static let titles = """
    registerTitle / G / tier:word(\(tier)), creditCode:text, name:text, number:text?, from:day, until:day, source:sha
    update / R / year:int, state:word(done|missed)!, source:sha?
    change / R / what:word, occurred:day, reported:day, effect:word(keeps|inquiry)!, name:text?, creditCode:text?
    inquiry / RG / cause:word, text:text
    heard / R / text:text, files:[sha]
    drop / G / reason:text
    endTitle / G / of:id!, how:word(cancelled|revoked|merged|surrendered)!, from:day!, barUntil:day?!, tiers:[word(\(tier))], text:text
    """

  private static let rounds = """
    openRound / S / tiers:[word(\(tier))], types:[word(new|review)], window:{from:day, until:day}, document:text
    planDraw / SR / rule:{rate:int, least:int, strata:[word], grounds:[word], margin:dec?}, population:{sha:sha, count:int}, seedSource:text, settings:sha
    draw / SG / of:id!, seed:text!, list:{sha:sha, count:int}!
    notice / G / list:{sha:sha, count:int}, document:text, first:day?, last:day?
    announce / G / list:{sha:sha, count:int}, document:text, first:day?, last:day?
    forwardList / G / list:{sha:sha, count:int}, document:text, first:day?, last:day?
    export / / list:{sha:sha, count:int}, format:word
    """

  private static let registry = """
    found / / officer:word, name:text, key:{sign:sha, seal:sha}, roles:[word(reviewer|signer|spotCheck|objection|supervisor|administrator)], threshold:int
    officer / SA / officer:word, name:text, authority:word, state:word(active|left)!
    key / S / officer:word, device:text, sign:sha, seal:sha, proof:text
    role / S / officer:word, role:word(reviewer|signer|spotCheck|objection|supervisor|administrator)!, authority:word, divisions:[word]?, tiers:[word(\(tier))]?, cases:[word]?, of:id?
    end / S / of:id!, why:word(left|changed|stolen|lost)!, cut:{sha:sha, count:int}?
    root / S / supervisors:[word]!, threshold:int!
    approve / S / of:id!
    settings / A / authority:word, file:sha!, from:day!, what:word(settings|calendar|letters|overlay)
    checkpoint / AS / office:word, count:int, root:sha, previous:id?
    """
}
