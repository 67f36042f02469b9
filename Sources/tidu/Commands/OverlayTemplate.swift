internal import ScoringCore

/// The file that `tidu overlay new` writes: the values the program has, and how the others are written.
struct OverlayTemplate {
  let authority: Authority
  let language: Language

  /// The edition that leaves its slots to the provinces.
  private var edition: String { Standard.shared.editions[0].id }

  /// 专精特新：2022-08-01 至 2026-03-31 提交的，所用的版本.
  private var periods: [Phrase] {
    Standard.shared.periods.map { period in
      let types = period.types.count == 1 ? period.types[0].word : Phrase("", "")
      let until = period.until?.description
      return Phrase(
        "#    \(period.tier.name.zh)\(types.zh)：\(period.from) \(until.map { "至 \($0)" } ?? "起")，\(period.edition)",
        "#    \(period.tier.name.en)\(types.en.isEmpty ? "" : ", \(types.en.lowercased())"): \(period.from) \(until.map { "to \($0)" } ?? "on"), \(period.edition)"
      )
    }
  }

  private func pick(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  var text: String {
    let embedded = Standard.embeddedOverlay(authority.key)
    let head =
      embedded?.head
        ?? """
        authority: "\(authority.key)"
        name: \(authority.name.zh)细则
        document: \(pick("# 此处填文件全称及文号", "# its full name and number"))
        checked: \(pick("# 此处填最近一次核对来源的日期，如 2026-03-05", "# the day its sources were last looked at: 2026-03-05"))

        """
    let values = embedded?.values ?? ""
    return introduction + head + "\nvalues:\n" + (values.isEmpty ? "" : values) + "\n" + examples
  }

  private var introduction: String {
    pick(
      """
      # \(authority.name.zh)的细则。行首有 # 的是说明，程序不读。
      # 一、先改 name（名称）、document（文件全称及文号）、checked（最近一次核对来源的日期）。
      # 二、values 之下逐项写规定，每项以“- ”开头，恰填一个位置；程序现有的内容已在下面，不用的删去。
      # 每项只用于所写的版本和层级，各版本管哪些日子提交的：
      \(periods.map(\.zh).joined(separator: "\n"))
      # 跨版本的规定，每个版本各写一项。省略 from 的，对以前提交的也适用。
      # 三、tidu overlay check 本文件 会检查写法，列出比程序现有内容少了什么，并算出三份示例。
      # 四、提出生效：tidu settings propose \(authority.key) overlay 本文件 --from 生效日，再由另一位主管批准。
      # 代码可查：tidu rules codes authorities、divisions、facts、choices；条件和指标的编号：tidu rules \(edition)/specialized。


      """,
      """
      # The rules of \(authority.name.en). Lines that begin with # are notes; the program does not read them.
      # 1. State name, document (its full name and number) and checked (the day its sources were last looked at).
      # 2. Under values each rule begins with "- " and fills exactly one slot. What the program has stands below; delete what
      #    does not hold.
      # A value is for its edition and tier alone; which edition governs what was submitted when:
      \(periods.map(\.en).joined(separator: "\n"))
      # A rule that goes on under the next edition is written once for each. Without from it holds for earlier days too.
      # 3. tidu overlay check FILE proves it, lists what it drops of what the program has, and works out three cases.
      # 4. tidu settings propose \(authority.key) overlay FILE --from DAY proposes it; another
      #    supervisor approves.
      # Codes: tidu rules codes authorities, divisions, facts, choices; ids of conditions: tidu rules \(edition)/specialized.


      """)
  }

  private var examples: String {
    pick(
      """
      # ---- 各种写法。要用哪一项，把它移到 values 之下，去掉行首的“# ”，保留缩进 ----
      #
      # 每项都可以写：from、until（申报日起止，均含当日，可省）；types: [new] 或 [review]（省略为两者）；
      # batch（只用于某一批次）；standing: unconfirmed（只有一处来源，不计，只作提示；省略为 confirmed）；
      # document（出自另一文件时）；note（需要说明的话）。cite 是出处，如“第八条”，不可省（local 除外）。
      #
      # 专精特新评价得分的合格线，60 至 100：
      #   - pass: 70
      #     edition: \(edition)
      #     tier: specialized
      #     from: 2026-01-01
      #     cite: 第八条
      #
      # 增加一个条件，四种之一（revenueAtLeast 上年度营业收入，万元；industryIn 行业代码开头；
      # noValidTitle 没有这些有效称号；factIs 某项事实为 true 或 false）；id 自定，用字母：
      #   - adds: {id: revenueFloor, name: 上年度营业收入, revenueAtLeast: 1500}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: 第五条
      #   - adds: {id: keyTrades, name: 重点行业, industryIn: [C35, C39, I65]}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: 第五条
      #   - adds: {id: noHigherTitle, name: 没有更高层级的称号, noValidTitle: [little-giant]}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: 第五条
      #   - adds: {id: noChampion, name: 不是单项冠军, factIs: {championTitle: false}}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: 第五条
      #
      # 豁免一个条件（此例：本批次与创新型同时申报，不要求先有称号）：
      #   - waives: lowerTier
      #     edition: \(edition)
      #     tier: specialized
      #     batch: 2026-1
      #     cite: 第三条
      #
      # 某级研发机构在一条直通车上视同更高一级：
      #   - counts: {level: municipal, as: provincial, route: institution}
      #     edition: \(edition)
      #     tier: innovative
      #     cite: 第四条
      #
      # 条文有歧义时采用的理解（tidu rules interpretations 列出可选的），省略 tier 为全部层级：
      #   - reading: {I-2: compound}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: 附件说明
      #
      # 地方特色指标，满分合计恰为 15；choice 选一项、分值递减、末项 0 分，
      # 分值是推定的写 assumed: true；set 可选多项、每项 each 分、最多 atMost 分。申报文件里写在 local 之下，如 "local":{"listing":"listed"}：
      #   - edition: \(edition)
      #     tier: specialized
      #     local:
      #       - id: listing
      #         name: 上市挂牌
      #         cite: 附件二
      #         points: 5
      #         fact: listing
      #         choice:
      #           - {key: listed, name: 上市, points: 5}
      #           - {key: regional, name: 区域股权市场挂牌, points: 2, assumed: true}
      #           - {key: none, name: 无, points: 0}
      #       - id: operation
      #         name: 创新经营
      #         cite: 附件二
      #         points: 10
      #         fact: operation
      #         each: 5
      #         atMost: 10
      #         set:
      #           - {key: first-product, name: 首台套}
      #           - {key: overseas, name: 海外经营}
      #
      # 公示期：length 天数，kind 为 working（工作日）或 calendar（自然日），firstCounted 首日是否计入；不写版本和层级：
      #   - notice: {length: 5, kind: working, firstCounted: true}
      #     cite: 第十条

      """,
      """
      # ---- Every kind of value. To use one, move it under values and take the "# " away, keeping the indentation ----
      #
      # Each may state: from, until (days of submission, both included); types: [new] or [review] (both where left out);
      # batch (one round alone); standing: unconfirmed (one source alone: decides nothing, shown as a finding; confirmed
      # where left out); document (where it is another one); note. cite is the place, such as "article 8", and must be there
      # (but for local). A text may be {zh: …, en: …}.
      #
      # The pass line of the specialized score, 60 to 100:
      #   - pass: 70
      #     edition: \(edition)
      #     tier: specialized
      #     from: 2026-01-01
      #     cite: article 8
      #
      # One more condition, of one of four kinds (revenueAtLeast: revenue of the reference year in wan yuan; industryIn:
      # beginnings of the industry code; noValidTitle; factIs: a fact that is true or false); the id is yours, of letters:
      #   - adds: {id: revenueFloor, name: Revenue of the reference year, revenueAtLeast: 1500}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: article 5
      #   - adds: {id: keyTrades, name: Key industries, industryIn: [C35, C39, I65]}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: article 5
      #   - adds: {id: noHigherTitle, name: No higher title, noValidTitle: [little-giant]}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: article 5
      #   - adds: {id: noChampion, name: Is no champion, factIs: {championTitle: false}}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: article 5
      #
      # A condition that is waived (here: filed together with the tier below in one round):
      #   - waives: lowerTier
      #     edition: \(edition)
      #     tier: specialized
      #     batch: 2026-1
      #     cite: article 3
      #
      # A level of R&D institution that counts as a higher one on one route:
      #   - counts: {level: municipal, as: provincial, route: institution}
      #     edition: \(edition)
      #     tier: innovative
      #     cite: article 4
      #
      # A reading of what the text leaves open (tidu rules interpretations lists them); for every tier without tier:
      #   - reading: {I-2: compound}
      #     edition: \(edition)
      #     tier: specialized
      #     cite: explanation
      #
      # The province's own indicators, exactly 15 points together; choice: one answer, points falling, the last 0, assumed: true
      # where no source says the points; set: any answers, each points for one and at most atMost. An application states them
      # under local: "local":{"listing":"listed"}:
      #   - edition: \(edition)
      #     tier: specialized
      #     local:
      #       - id: listing
      #         name: Listing
      #         cite: attachment 2
      #         points: 5
      #         fact: listing
      #         choice:
      #           - {key: listed, name: Listed, points: 5}
      #           - {key: regional, name: Regional market, points: 2, assumed: true}
      #           - {key: none, name: None, points: 0}
      #       - id: operation
      #         name: Innovative operation
      #         cite: attachment 2
      #         points: 10
      #         fact: operation
      #         each: 5
      #         atMost: 10
      #         set:
      #           - {key: first-product, name: First product of its kind}
      #           - {key: overseas, name: Business overseas}
      #
      # Public notice: length in days, kind working or calendar, firstCounted; without edition and tier:
      #   - notice: {length: 5, kind: working, firstCounted: true}
      #     cite: article 10

      """)
  }
}
