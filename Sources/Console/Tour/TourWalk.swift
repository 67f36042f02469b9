import Casework
import ScoringCore

/// The walk of one case from receipt to recognition, each step at the desk of the officer who takes it.
struct TourWalk {
  private let place: TourCase
  /// In which the officers write.
  private let language: Language

  init(_ place: TourCase, _ language: Language) {
    self.place = place
    self.language = language
  }

  var steps: [TourStep] { review + visit + notice + objection + recognition }

  // MARK: How a step is made

  /// Somebody's desk on a day of the demonstration's spring.
  private func at(_ officer: String, _ month: Int, _ day: Int) -> Persona? {
    Day(year: 2026, month: month, day: day).map { Persona(officer: officer, day: $0) }
  }

  /// A step at a desk, with the keys in the order in which they are pressed.
  private func step(_ seat: Persona?, _ caption: Phrase, _ keys: [Key]...) -> TourStep {
    var step = TourStep(caption, keys: Array(keys.joined()))
    step.seat = seat
    return step
  }

  private func press(_ keys: Key...) -> [Key] { keys }
  private func text(_ text: String) -> [Key] { text.unicodeScalars.map(Key.character) }
  private func text(_ text: Phrase) -> [Key] { self.text(text(language)) }
  private func times(_ count: Int, _ key: Key) -> [Key] { Array(repeating: key, count: count) }

  /// An act that has no key of its own, by its name in the palette.
  private func command(_ act: ActName) -> [Key] {
    press(.letter(":")) + text(act.verb) + press(.enter)
  }

  /// Recommends to pass, with the first so many facts accepted as declared.
  private func recommend(accepting facts: Int) -> [Key] {
    press(.letter("t"), .tab, .tab, .tab) + text((0..<facts).map { "\($0 + 1)" }.joined()) + press(.enter)
  }

  /// Signs, for the notice.
  private var signForNotice: [Key] { press(.letter("s"), .letter("2"), .enter) }

  private func enterNotice(_ document: Phrase) -> [Key] {
    command(.enterNotice) + text(document) + press(.enter)
  }

  private var review: [TourStep] {
    let desk = at("reviewer-a", 3, 17)
    return [
      step(
        desk,
        Phrase(
          "现在陪一件申报走完全程。回到 3 月 17 日，坐到审核员甲的桌前：F4 按编号、名称或首字母找到它，它刚刚收件。",
          "Now one application, all the way. Back to 17 March, at the desk of Reviewer A: F4 finds it by its id, name or initials. It has just been received."
        ), press(.escape, .function(4)), text(place.id), press(.enter, .enter)),
      step(
        desk,
        Phrase(
          "a 领取。领取就是声明没有利害关系；每一步都签名存档，写明是谁、哪一天。",
          "a takes it, and taking it states that there is no conflict of interest. Every step is signed and kept, with who and when."
        ), press(.letter("a"), .enter)),
      step(
        desk,
        Phrase(
          "Tab 到材料：这一件要哪些、为什么、各证明什么。回车在这里看审计报告，旁边是它要证明的申报数，对着看；o 用系统的查看器打开。",
          "Tab leads to the documents: which this case needs, why, and what they prove. Enter reads the audit report here, beside the figures it has to prove; o opens it in the system's viewer."
        ), press(.tab), times(place.audit, .down), press(.enter), times(3, .pageDown)),
      step(
        desk,
        Phrase(
          "与申报一致。y 齐备，d 记缺陷，m 按材料填写核实的值和页码；这里逐份按 y，没有附件的会问一句。",
          "It says what was declared. y finds a document in order, d notes a defect, m enters the value read and its page; here y for each, and Enter where nothing was attached."
        ), press(.escape), place.papers.flatMap { $0 ? press(.letter("y"), .enter) : press(.letter("y")) }),
      step(
        desk,
        Phrase(
          "t 提出审核意见。先说测算结果和还缺什么；起决定作用的数据要么核实过，要么在这里写明按申报采信。",
          "t recommends. It says first what was computed and what is lacking; the facts that decide are verified, or expressly accepted here as declared."
        ), recommend(accepting: place.facts)),
      step(
        at("signer", 3, 18),
        Phrase(
          "换到签批人的桌前。提出审核意见的人不能自己签批，程序不许；s 签批，S 提出不同意见，说明哪里不对。",
          "At the signing officer's desk. Who recommends can never sign, the program forbids it. s signs; S challenges and says what is wrong."
        ), press(.letter("s"), .enter)),
    ]
  }

  private var visit: [TourStep] {
    [
      step(
        at("demo", 3, 18),
        Phrase(
          "主管对一个数有疑，决定实地抽查；: 可以按名称找到任何命令，理由是编码的，再写一句话。",
          "The supervisor doubts a figure and orders a visit. : finds any command by its name; the ground is a code and a sentence."
        ), command(.order), press(.letter("1"), .tab),
        text(Phrase("到现场核对账册", "hold the figure against the books on site")), press(.enter)),
      step(
        at("demo", 3, 18),
        Phrase(
          "p 派两名抽查员，定日期：不能是审过这一件的人，也不能有利害关系。",
          "p sends two officers on a day: nobody who reviewed the case, nobody with a conflict of interest."),
        times(2, .tab), press(.letter("p"), .letter("2"), .letter("3"), .tab), text("2026-03-20"),
        press(.enter)),
      step(
        at("visitor-a", 3, 20),
        Phrase(
          "抽查员甲在现场，一项一项记：1 一致，2 不一致，3 未能查见。起决定作用的排在最前，第一项与申报不符，填写账上的数。",
          "Officer A on site, item by item: 1 as declared, 2 it differs, 3 not seen. What decides comes first, and the first is not as declared: the books' figure is entered."
        ), press(.letter("2")), text(place.found), press(.enter)),
      step(
        at("visitor-a", 3, 20),
        Phrase(
          "其余起决定作用的都与申报一致。c 办结抽查：结果不一致，企业谁在场；要等另一名抽查员会签。",
          "The others that decide are as declared. c closes the visit: it differs, and who was present; the other officer has to cosign."
        ), times(place.visited - 1, .letter("1")),
        press(.letter("c"), .letter("2"), .tab), text(Phrase("财务负责人", "the head of accounts")), press(.enter)),
      step(
        at("visitor-b", 3, 20),
        Phrase("抽查员乙 v 会签，这一件回到审核。", "Officer B cosigns with v, and the case goes back to review."),
        press(.letter("v"), .enter)),
      step(
        at("reviewer-a", 3, 23),
        Phrase(
          "再看指标：申报值和现场核实的值并排，分数随之变化。申报的数永远留着。",
          "The breakdown again: the figure declared beside the one found, and the points it changes. What was declared stays for ever."
        ), press(.backTab, .backTab, .backTab)),
      step(
        at("reviewer-a", 3, 23),
        Phrase("按新的数仍然符合，再次提出审核意见……", "With the new figure it still meets the standard: recommended again …"),
        recommend(accepting: 0)),
    ]
  }

  private var notice: [TourStep] {
    [
      step(
        at("signer", 3, 24), Phrase("……再次签批，已经查过，直接待公示，", "… signed again, for the notice now that it was visited,"),
        signForNotice),
      step(
        at("signer", 3, 24),
        Phrase(
          "列入公示。最后一天按国务院放假安排数出来，写进事件，以后只能延长不能缩短。",
          "and entered in a public notice. Its last day is counted by the State Council's calendar and stated; it can be made longer, never shorter."
        ), enterNotice(Phrase("第十二号公示（示例）", "Notice 12 (sample)"))),
    ]
  }

  private var objection: [TourStep] {
    let desk = at("objections", 3, 26)
    return [
      step(
        desk,
        Phrase(
          "公示期内来了一件实名异议。n 登记：原文和姓名密封，只有异议处理员能打开，打开即留记录。",
          "Within the notice an objection arrives under a real name. n lodges it: text and name are sealed to the objection officer, and opening them is recorded."
        ), times(2, .tab), press(.letter("n")), text(Phrase("这个数偏高，附证明", "that figure is too high, proof enclosed")),
        press(.tab),
        text(Phrase("示例单位", "a sample unit")), press(.enter)),
      step(
        desk,
        Phrase(
          "e 写他人可读的隐去身份的副本，i 记录调查的每一步。",
          "e writes the copy that others may read; i records each step of the inquiry."),
        press(.letter("e")), text(Phrase("对一个数提出异议", "an objection to one figure")), press(.enter),
        press(.letter("i"), .letter("1"), .tab), text(Phrase("企业承认", "the enterprise admits it")), press(.enter)),
      step(
        at("objections", 3, 30),
        Phrase(
          "w 答复：成立，写明理由。提出审核意见和签批过的人不能答复。",
          "w answers: upheld, with the reason. Nobody who recommended or signed the case may answer."),
        press(.letter("w"), .letter("1"), .tab),
        text(Phrase("申报偏高属实，已按核实的数测算", "so it was; the verified figure counts")), press(.enter)),
      step(
        at("signer", 4, 2),
        Phrase(
          "公示期满才能结束；有一件异议成立，这一件不是公示完毕，而是回到审核。",
          "A notice ends only after its last day. One objection was upheld: the case is not through, it goes back to review."
        ), command(.closeNotice), press(.enter)),
      step(
        at("reviewer-a", 4, 2),
        Phrase(
          "审核员重新看过，数字已经是核实的，再次提出审核意见；",
          "The reviewer looks again. The figure is the verified one; recommended anew,"),
        recommend(accepting: 0)),
      step(
        at("signer", 4, 2), Phrase("签批，重新公示。", "signed, and into a new notice."),
        signForNotice, enterNotice(Phrase("第十四号公示（示例）", "Notice 14 (sample)"))),
    ]
  }

  private var recognition: [TourStep] {
    [
      step(
        at("signer-b", 4, 14),
        Phrase("清明之后公示期满，没有异议：结束公示，", "After the holiday the notice is over and nobody objected: it is closed,"),
        command(.closeNotice), press(.enter)),
      step(
        at("signer-b", 4, 14),
        Phrase(
          "D 决定：予以认定，写文号。称号从公布那天起三年。",
          "and D decides: recognised, with the document's number. The title runs three years from the announcement."),
        press(.letter("D"), .letter("1"), .tab), text(Phrase("示例公告〔2026〕12 号", "Announcement 2026-12 (sample)")),
        press(.enter)),
      step(
        at("signer-b", 4, 14),
        Phrase(
          "时间线：谁、哪一天、做了什么，一步不少，什么也改不掉。",
          "The timeline: who did what and when, with nothing missing. None of it can be changed."),
        press(.tab, .tab)),
    ]
  }
}
