/// The program's own layouts of lists and forms. Titles are those that authorities print; the columns of the summary tables
/// are published nowhere, and are ours.
enum BuiltInLayouts {
  static let yaml = #"""
    layouts:
      public-list:
        title: {zh: 公示名单, en: Public list}
        by: city
        columns:
          - {zh: 序号, en: No., field: index}
          - {zh: 企业名称, en: Enterprise, field: enterprise}
      recommendation:
        title: {zh: 推荐汇总表, en: Summary of recommendations}
        columns:
          - {zh: 序号, en: No., field: index}
          - {zh: 企业名称, en: Enterprise, field: enterprise}
          - {zh: 统一社会信用代码, en: Credit code, field: creditCode}
          - {zh: 所在市, en: City, field: city}
          - {zh: 所在县（市、区）, en: County or district}
          - {zh: 所属行业（代码）, en: Industry code, field: industry}
          - {zh: 主导产品, en: Leading product}
          - {zh: 申报类型, en: Type, field: type}
          - {zh: 推荐意见, en: Proposal, field: opinion}
          - {zh: 备注, en: Remarks}
        sign:
          - {zh: 填表人, en: Filled in by}
          - {zh: 负责人（盖章）, en: Head of the office (seal)}
      review-summary:
        title: {zh: 复核情况汇总表, en: Summary of reviews}
        columns:
          - {zh: 序号, en: No., field: index}
          - {zh: 企业名称, en: Enterprise, field: enterprise}
          - {zh: 统一社会信用代码, en: Credit code, field: creditCode}
          - {zh: 所在市, en: City, field: city}
          - {zh: 所在县（市、区）, en: County or district}
          - {zh: 所属行业（代码）, en: Industry code, field: industry}
          - {zh: 主导产品, en: Leading product}
          - {zh: 申报类型, en: Type, field: type}
          - {zh: 推荐意见, en: Proposal, field: opinion}
          - {zh: 原认定批次, en: Batch of the title}
          - {zh: 复核结论, en: Outcome, field: conclusion}
          - {zh: 未通过原因, en: Why not passed, field: failReasons}
          - {zh: 备注, en: Remarks}
        sign:
          - {zh: 填表人, en: Filled in by}
          - {zh: 负责人（盖章）, en: Head of the office (seal)}
      rename-summary:
        title: {zh: 简单更名申请核实汇总表, en: Summary of simple renames}
        columns:
          - {zh: 序号, en: No., field: index}
          - {zh: 原企业名称, en: Former name, field: formerName}
          - {zh: 现企业名称, en: Present name, field: enterprise}
          - {zh: 统一社会信用代码, en: Credit code, field: creditCode}
          - {zh: 称号, en: Title, field: title}
          - {zh: 更名日期, en: Renamed on, field: renamedOn}
          - {zh: 核实意见, en: Finding, field: checked}
        sign:
          - {zh: 填表人, en: Filled in by}
          - {zh: 负责人（盖章）, en: Head of the office (seal)}
      score-card:
        title: {zh: 打分表, en: Score card}
        columns:
          - {zh: 序号, en: No., field: index}
          - {zh: 等级, en: Class, field: class}
          - {zh: 评价指标, en: Indicator, field: indicator}
          - {zh: 标准分, en: Maximum, field: outOf}
          - {zh: 事实数据, en: Facts, field: facts}
          - {zh: 实际分值, en: Points, field: points}
        sign:
          - {zh: 审核人, en: Reviewer}
      first-check:
        title: {zh: 初核推荐, en: First check}
        columns:
          - {zh: 初核指标, en: Condition, field: condition}
          - {zh: 符合, en: Met, field: met}
          - {zh: 说明, en: Note, field: note}
        sign:
          - {zh: 初核单位（盖章）, en: Checked by (seal)}
      visit-sheet:
        title: {zh: 实地抽查记录表, en: Record of a spot check}
        columns:
          - {zh: 序号, en: No., field: index}
          - {zh: 项目, en: Item, field: item}
          - {zh: 申报, en: Declared, field: declared}
          - {zh: 现场情况, en: Seen, field: seen}
          - {zh: 现场核实数, en: Found, field: found}
          - {zh: 说明, en: Note, field: note}
        sign:
          - {zh: 企业签名、盖章, en: "For the enterprise (signature, seal)"}
    """#
}
