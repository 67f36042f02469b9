/// The program's own templates; an office puts others in force as a file of the same form.
enum BuiltInLetters {
  static let yaml = #"""
    return:
      zh: |
        {{heading}}
        {{#documentNumber}}{{documentNumber}}
        {{/documentNumber}}
        {{enterprise}}{{#formerNames}}（原名：{{formerNames}}）{{/formerNames}}（{{creditCode}}）：

        你单位申报{{title}}（{{batch}}，申报编号 {{case}}）的材料经初步审核，下列内容需要补正：

        {{#reasons}}{{index}}. {{#about}}{{about}}：{{/about}}{{#code}}{{code}}。{{/code}}{{text}}
        {{/reasons}}
        请在{{due}}以前（含当日，共 {{days}} 个工作日）逐条补正，从原申报渠道重新提交。逾期未提交的，按撤回本次申报处理。
        对补正内容有疑问或不同意见的，请联系：{{objections}}。
        审核不收取任何费用，也未委托任何中介机构办理。

        {{authority}}
        {{today}}
      en: |
        {{heading}}
        {{#documentNumber}}{{documentNumber}}
        {{/documentNumber}}
        {{enterprise}}{{#formerNames}} (formerly {{formerNames}}){{/formerNames}} ({{creditCode}}):

        Your application for the {{title}} title ({{batch}}, case {{case}}) was reviewed and needs these corrections:

        {{#reasons}}{{index}}. {{#about}}{{about}}: {{/about}}{{#code}}{{code}}. {{/code}}{{text}}
        {{/reasons}}
        Please correct each of them and resubmit where you applied, by {{due}} inclusive ({{days}} working days). Without a resubmission by then the application counts as withdrawn.
        For questions or objections: {{objections}}.
        The review is free of charge, and no agency acts for this office.

        {{authority}}
        {{today}}
    refusal:
      zh: |
        {{heading}}
        {{#documentNumber}}{{documentNumber}}
        {{/documentNumber}}
        {{enterprise}}{{#formerNames}}（原名：{{formerNames}}）{{/formerNames}}（{{creditCode}}）：

        你单位申报的{{title}}（{{batch}}，申报编号 {{case}}）{{#basis}}依据{{basis}}审核{{/basis}}，结果为{{refused}}{{#document}}（{{document}}）{{/document}}。理由如下：

        {{#reasons}}{{index}}. {{#about}}{{about}}：{{/about}}{{#code}}{{code}}。{{/code}}{{text}}{{#clause}}（{{clause}} {{place}}）。{{/clause}}
        {{/reasons}}
        对本结果有异议的，请书面向{{objections}}提出，写明事实和理由，附证据和联系方式。
        条件具备后可以在以后的批次再次申报。

        {{authority}}
        {{today}}
      en: |
        {{heading}}
        {{#documentNumber}}{{documentNumber}}
        {{/documentNumber}}
        {{enterprise}}{{#formerNames}} (formerly {{formerNames}}){{/formerNames}} ({{creditCode}}):

        Your application for the {{title}} title ({{batch}}, case {{case}}) was reviewed{{#basis}} under {{basis}}{{/basis}} and is {{refused}}{{#document}} ({{document}}){{/document}}, for these reasons:

        {{#reasons}}{{index}}. {{#about}}{{about}}: {{/about}}{{#code}}{{code}}. {{/code}}{{text}}{{#clause}} ({{clause}} {{place}}).{{/clause}}
        {{/reasons}}
        To object, write to {{objections}} with facts and reasons, evidence and a contact.
        You may apply again in a later batch when the conditions are met.

        {{authority}}
        {{today}}
    recognition:
      zh: |
        {{heading}}
        {{#documentNumber}}{{documentNumber}}
        {{/documentNumber}}
        {{enterprise}}{{#formerNames}}（原名：{{formerNames}}）{{/formerNames}}（{{creditCode}}）：

        {{#basis}}根据{{basis}}，{{/basis}}经{{decidedBy}}审核和公示，你单位被认定为{{title}}{{#document}}（{{document}}）{{/document}}{{#number}}，证书编号 {{number}}{{/number}}，有效期自{{from}}至{{until}}。

        有效期内请每年按规定时间在优质中小企业梯度培育平台更新数据；发生更名、合并、重组、跨省迁移等重大变化的，自发生之日起三个月内向受理机关报告；在{{until}}以前申请复核，复核通过的方可继续使用称号。
        对以上内容有异议或需要更正的，请联系：{{objections}}。

        {{authority}}
        {{today}}
      en: |
        {{heading}}
        {{#documentNumber}}{{documentNumber}}
        {{/documentNumber}}
        {{enterprise}}{{#formerNames}} (formerly {{formerNames}}){{/formerNames}} ({{creditCode}}):

        {{#basis}}Under {{basis}}, {{/basis}}after review and public notice by {{decidedBy}}, your enterprise has been recognised{{#document}} ({{document}}){{/document}} and holds the {{title}} title{{#number}}, number {{number}},{{/number}} from {{from}} to {{until}}.

        Update the data on the cultivation platform each year by the day set; report a change of name, a merger, restructuring or a move to another province to the office where you applied within three months of it; and apply for re-review by {{until}}: the title goes on only if the re-review is passed.
        For objections or corrections: {{objections}}.

        {{authority}}
        {{today}}
    cancellation:
      zh: |
        {{heading}}
        {{#documentNumber}}{{documentNumber}}
        {{/documentNumber}}
        {{enterprise}}{{#formerNames}}（原名：{{formerNames}}）{{/formerNames}}（{{creditCode}}）：

        你单位的{{title}}称号{{#number}}（证书编号 {{number}}）{{/number}}自{{ended}}起{{ending}}。

        理由：{{reason}}

        {{#barUntil}}{{barUntil}}以前（含当日）不得再次申报。
        {{/barUntil}}对本决定有异议的，请书面向{{objections}}提出，写明事实和理由，附证据和联系方式。

        {{authority}}
        {{today}}
      en: |
        {{heading}}
        {{#documentNumber}}{{documentNumber}}
        {{/documentNumber}}
        {{enterprise}}{{#formerNames}} (formerly {{formerNames}}){{/formerNames}} ({{creditCode}}):

        Your {{title}} title{{#number}} (number {{number}}){{/number}} ends with effect from {{ended}} ({{ending}}).

        Reason: {{reason}}

        {{#barUntil}}You may not apply again until after {{barUntil}}.
        {{/barUntil}}To object, write to {{objections}} with facts and reasons, evidence and a contact.

        {{authority}}
        {{today}}
    notice-list:
      zh: |
        {{heading}}
        {{#document}}{{document}}
        {{/document}}
        现将名单予以公示，公示期自{{first}}至{{last}}（含首尾两日）。
        有异议的，请在公示期内书面向{{objections}}提出，写明事实，附证据和联系方式；以单位名义提出的加盖公章，以个人名义提出的签署真实姓名。公示期外收到的，按举报办理；匿名反映的，作为线索处理。

        {{list}}
        {{authority}}
        {{today}}
      en: |
        {{heading}}
        {{#document}}{{document}}
        {{/document}}
        The list below is published from {{first}} to {{last}}, both days included.
        To object, write to {{objections}} within these days, with facts, evidence and a contact: a unit under its seal, a person under the real name. What arrives outside these days is handled as a report, an anonymous letter as a lead.

        {{list}}
        {{authority}}
        {{today}}
    recommendation-list:
      zh: |
        {{heading}}
        {{#document}}{{document}}
        {{/document}}
        经审核，现向工业和信息化部推荐下列企业：

        {{list}}
        有异议或需要更正的，请联系：{{objections}}。

        {{authority}}
        {{today}}
      en: |
        {{heading}}
        {{#document}}{{document}}
        {{/document}}
        After review the following enterprises are recommended to the Ministry of Industry and Information Technology:

        {{list}}
        For objections or corrections: {{objections}}.

        {{authority}}
        {{today}}
    recognition-list:
      zh: |
        {{heading}}
        {{#document}}{{document}}
        {{/document}}
        经审核和公示，名单公告如下：

        {{list}}
        有异议或需要更正的，请联系：{{objections}}。

        {{authority}}
        {{today}}
      en: |
        {{heading}}
        {{#document}}{{document}}
        {{/document}}
        After review and public notice:

        {{list}}
        For objections or corrections: {{objections}}.

        {{authority}}
        {{today}}
    """#
}
