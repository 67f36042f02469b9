import ScoringCore

/// The program's own templates; an office puts others in force as a file of the same form.
enum BuiltInLetters {
  static let yaml = #"""
    return:
      zh: |
        补正通知书

        {{enterprise}}（{{creditCode}}）：

        你单位申报的{{title}}（申报编号 {{case}}）经审核，下列内容需要补正：

        {{#reasons}}{{index}}. {{about}} {{code}}：{{text}}
        {{/reasons}}
        请于 {{due}} 前（{{days}} 个工作日内）重新提交。逾期未提交的，按撤回申请处理。
        评审不收取任何费用，也未委托任何中介机构。

        {{authority}}
        {{today}}
      en: |
        Return for correction

        {{enterprise}} ({{creditCode}}):

        Your application for the {{title}} title (case {{case}}) needs the following corrections:

        {{#reasons}}{{index}}. {{about}} {{code}}: {{text}}
        {{/reasons}}
        Please resubmit by {{due}} ({{days}} working days). Without a resubmission the application counts as withdrawn.
        The review is free of charge, and no agency acts for this authority.

        {{authority}}
        {{today}}
    refusal:
      zh: |
        {{refused}}通知书

        {{enterprise}}（{{creditCode}}）：

        你单位申报的{{title}}（申报编号 {{case}}）经审核{{refused}}，理由如下：

        {{#reasons}}{{index}}. {{code}}：{{text}}
        {{/reasons}}
        依据：
        {{#clauses}}  {{document}} {{place}}
        {{/clauses}}
        条件具备后可以再次申报；对本决定有异议的，可向本部门提出。

        {{authority}}
        {{today}}
      en: |
        Refusal

        {{enterprise}} ({{creditCode}}):

        Your application for the {{title}} title (case {{case}}) is {{refused}} for these reasons:

        {{#reasons}}{{index}}. {{code}}: {{text}}
        {{/reasons}}
        Clauses:
        {{#clauses}}  {{document}} {{place}}
        {{/clauses}}
        You may apply again when the conditions are met, and may object to this decision at this authority.

        {{authority}}
        {{today}}
    notice-list:
      zh: |
        {{document}}

        现将下列企业予以公示，公示期 {{first}} 至 {{last}}。公示期内任何单位和个人均可实名提出异议，并附事实、证据和联系方式。

        {{#cases}}{{index}}. {{enterprise}}  {{creditCode}}  {{division}}
        {{/cases}}
        {{authority}}
        {{today}}
      en: |
        {{document}}

        Public notice from {{first}} to {{last}}. Any unit or person may object under a real name, with facts, evidence and a contact.

        {{#cases}}{{index}}. {{enterprise}}  {{creditCode}}  {{division}}
        {{/cases}}
        {{authority}}
        {{today}}
    recommendation-list:
      zh: |
        {{document}}

        推荐下列企业：

        {{#cases}}{{index}}. {{enterprise}}  {{creditCode}}  {{division}}
        {{/cases}}
        {{authority}}
        {{today}}
      en: |
        {{document}}

        The following enterprises are recommended:

        {{#cases}}{{index}}. {{enterprise}}  {{creditCode}}  {{division}}
        {{/cases}}
        {{authority}}
        {{today}}
    recognition:
      zh: |
        认定通知书

        {{enterprise}}{{#formerNames}}（原名：{{formerNames}}）{{/formerNames}}（{{creditCode}}）：

        你单位被认定为{{title}}{{#number}}（编号 {{number}}）{{/number}}，有效期 {{from}} 至 {{until}}。
        请按期在平台更新数据；发生更名、重组、迁移等重大变化的，三个月内报告。

        {{authority}}
        {{today}}
      en: |
        Recognition

        {{enterprise}}{{#formerNames}} (formerly {{formerNames}}){{/formerNames}} ({{creditCode}}):

        You hold the {{title}} title{{#number}} (number {{number}}){{/number}} from {{from}} to {{until}}.
        Keep the data on the platform up to date, and report a change of name, restructuring or move within three months.

        {{authority}}
        {{today}}
    cancellation:
      zh: |
        取消称号通知书

        {{enterprise}}{{#formerNames}}（原名：{{formerNames}}）{{/formerNames}}（{{creditCode}}）：

        你单位的{{title}}称号自 {{ended}} 起取消。理由：{{reason}}
        {{barUntil}}

        {{authority}}
        {{today}}
      en: |
        Cancellation

        {{enterprise}}{{#formerNames}} (formerly {{formerNames}}){{/formerNames}} ({{creditCode}}):

        Your {{title}} title ends on {{ended}}. Reason: {{reason}}
        {{barUntil}}

        {{authority}}
        {{today}}
    """#
}
