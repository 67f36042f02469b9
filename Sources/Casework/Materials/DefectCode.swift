package import ScoringCore

/// What may be wrong with a paper 材料问题 (Materials §3).
package enum DefectCode: String, Sendable, Hashable, CaseIterable {
  case missing
  case wrongYear = "wrong-year"
  case noRegistrationCode = "no-registration-code"
  case nameDiffers = "name-differs"
  case figureDiffers = "figure-differs"
  case noSealOrSignature = "no-seal-or-signature"
  case illegible
  case expired
  case notRelated = "not-related-to-leading-product"
  case notOwner = "not-owner"
  case transferredTooRecently = "transferred-too-recently"
  case plaqueOnly = "plaque-only"
  case consolidated = "consolidated-without-subsidiaries"
  case onlineDiffers = "online-differs-from-paper"
  case other

  package enum Consequence: Sendable, Hashable {
    /// The enterprise is asked to correct it.
    case correction
    /// It cannot be put right and may be a ground for refusal.
    case refusal
  }

  package var consequence: Consequence {
    switch self {
    case .notRelated, .notOwner, .transferredTooRecently: .refusal
    default: .correction
    }
  }

  package var name: Phrase {
    switch self {
    case .missing: Phrase("缺件", "Missing")
    case .wrongYear: Phrase("年度不符", "Wrong year")
    case .noRegistrationCode: Phrase("审计报告无备案码", "No registration code")
    case .nameDiffers: Phrase("名称不一致", "Name differs")
    case .figureDiffers: Phrase("数据不一致", "Figure differs")
    case .noSealOrSignature: Phrase("缺章或签字", "No seal or signature")
    case .illegible: Phrase("无法辨认", "Illegible")
    case .expired: Phrase("已过有效期", "Expired")
    case .notRelated: Phrase("与主导产品无关", "Not related to the leading product")
    case .notOwner: Phrase("权利人不是本企业", "Not the owner")
    case .transferredTooRecently: Phrase("受让未满一年", "Transferred too recently")
    case .plaqueOnly: Phrase("只有牌匾照片", "Only a plaque")
    case .consolidated: Phrase("合并报表未附子公司名单", "Consolidated, without subsidiaries")
    case .onlineDiffers: Phrase("网上填报与纸质材料不一致", "Online differs from paper")
    case .other: Phrase("其他", "Other")
    }
  }

  /// What the letter tells the enterprise; the officer may change it.
  package var sentence: Phrase {
    switch self {
    case .missing: Phrase("请补交该材料。", "Please hand in this document.")
    case .wrongYear: Phrase("请提供规定年度的材料。", "Please give the document of the year asked for.")
    case .noRegistrationCode:
      Phrase(
        "审计报告须带财政部统一监管平台备案码。",
        "The audit report needs the registration code of the Finance Ministry's platform.")
    case .nameDiffers:
      Phrase("材料上的名称与营业执照不一致，请说明或补正。", "The name differs from the business licence: explain or correct it.")
    case .figureDiffers:
      Phrase("材料中的数据与填报不一致，请核对后补正。", "The figure differs from the one declared: check and correct it.")
    case .noSealOrSignature:
      Phrase("请补盖公章或由法定代表人签字。", "Please have it sealed or signed by the legal representative.")
    case .illegible: Phrase("扫描件无法辨认，请重新上传。", "The scan cannot be read: please upload it again.")
    case .expired: Phrase("材料已过有效期，请提供有效材料。", "The document has expired: please give a valid one.")
    case .notRelated:
      Phrase("该材料与主导产品无关，不予计算。", "It has nothing to do with the leading product and does not count.")
    case .notOwner: Phrase("权利人不是申报企业，不予计算。", "The enterprise is not the owner; it does not count.")
    case .transferredTooRecently:
      Phrase("受让未满一年，不予计算。", "Transferred less than a year ago; it does not count.")
    case .plaqueOnly:
      Phrase("牌匾照片不能代替认定文件，请提供文件。", "A photograph of a plaque is no recognition: please give the document.")
    case .consolidated: Phrase("请附合并范围内子公司名单。", "Please attach the list of subsidiaries consolidated.")
    case .onlineDiffers:
      Phrase("网上填报与纸质材料不一致，请统一。", "What was filed online differs from the paper: make them agree.")
    case .other: Phrase("", "")
    }
  }
}
