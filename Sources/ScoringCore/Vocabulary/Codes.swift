/// Sectors of the SME size standard 中小企业划型 (工信部联企业〔2011〕300号).
public enum SizeSector: String, Sendable, Hashable, CaseIterable {
  /// As the size standard orders them; what each is called: `name`.
  case agriculture, industry, construction, wholesale, retail, transport, warehousing, post
  /// Further sectors.
  case accommodation, catering, telecom, software
  /// 房地产开发经营.
  case realEstate = "real-estate"
  /// The last sectors; `other` takes what none of the others does.
  case property, leasing, other

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .agriculture: Phrase("农林牧渔", "Agriculture")
    case .industry: Phrase("工业", "Industry")
    case .construction: Phrase("建筑", "Construction")
    case .wholesale: Phrase("批发", "Wholesale")
    case .retail: Phrase("零售", "Retail")
    case .transport: Phrase("交通运输", "Transport")
    case .warehousing: Phrase("仓储", "Warehousing")
    case .post: Phrase("邮政", "Post")
    case .accommodation: Phrase("住宿", "Accommodation")
    case .catering: Phrase("餐饮", "Catering")
    case .telecom: Phrase("信息传输", "Telecommunications")
    case .software: Phrase("软件和信息技术服务", "Software and IT services")
    case .realEstate: Phrase("房地产开发经营", "Real estate")
    case .property: Phrase("物业管理", "Property management")
    case .leasing: Phrase("租赁和商务服务", "Leasing and business services")
    case .other: Phrase("其他", "Other")
    }
  }
}

/// Kinds of intellectual property 知识产权.
public enum IPKind: String, Sendable, Hashable, CaseIterable {
  /// 发明专利, class I.
  case inventionPatent = "invention-patent"
  /// 国防专利, class I.
  case defencePatent = "defence-patent"
  /// 植物新品种, class I.
  case plantVariety = "plant-variety"
  /// 国家级农作物品种, class I.
  case nationalCropVariety = "national-crop-variety"
  /// 国家新药, class I.
  case nationalNewDrug = "national-new-drug"
  /// 国家一级中药保护品种, class I.
  case tcmProtection1 = "tcm-protection-1"
  /// 集成电路布图设计专有权, class I.
  case icLayout = "ic-layout"
  /// 实用新型专利, class II.
  case utilityModel = "utility-model"
  /// 外观设计专利, class II.
  case design
  /// 软件著作权, class II.
  case softwareCopyright = "software-copyright"

  /// I类知识产权; the others are class II.
  public var isClassI: Bool {
    switch self {
    case .utilityModel, .design, .softwareCopyright: false
    default: true
    }
  }

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .inventionPatent: Phrase("发明专利", "Invention patent")
    case .defencePatent: Phrase("国防专利", "Defence patent")
    case .plantVariety: Phrase("植物新品种", "Plant variety")
    case .nationalCropVariety: Phrase("国家级农作物品种", "National crop variety")
    case .nationalNewDrug: Phrase("国家新药", "National new drug")
    case .tcmProtection1: Phrase("国家一级中药保护品种", "First-grade protected Chinese medicine")
    case .icLayout: Phrase("集成电路布图设计", "Integrated-circuit layout")
    case .utilityModel: Phrase("实用新型专利", "Utility model")
    case .design: Phrase("外观设计专利", "Design patent")
    case .softwareCopyright: Phrase("软件著作权", "Software copyright")
    }
  }
}

/// How far a right has come 法律状态.
public enum IPStatus: String, Sendable, Hashable, CaseIterable {
  /// Only a granted one counts.
  case granted, applied, lapsed

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .granted: Phrase("已授权", "Granted")
    case .applied: Phrase("申请中", "Applied for")
    case .lapsed: Phrase("已失效", "Lapsed")
    }
  }
}

/// How the enterprise came to a right 取得方式.
public enum IPSource: String, Sendable, Hashable, CaseIterable {
  /// Its own 原始取得, or bought 受让取得.
  case original, transferred

  /// As officers call it.
  public var name: Phrase {
    self == .original ? Phrase("原始取得", "Original") : Phrase("受让取得", "Transferred")
  }
}

/// What raises an item of intellectual property to high value 高价值.
public enum HighValue: String, Sendable, Hashable, CaseIterable {
  /// 在海外有同族专利权.
  case overseasFamily = "overseas-family"
  /// 维持年限超过10年.
  case maintained10Years = "maintained-10-years"
  /// 实现较高质押融资金额.
  case pledgeFinancing = "pledge-financing"
  /// 获国家科学技术奖或中国专利奖.
  case nationalAward = "national-award"

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .overseasFamily: Phrase("在海外有同族专利", "Has an overseas family")
    case .maintained10Years: Phrase("维持年限超过10年", "Maintained for over 10 years")
    case .pledgeFinancing: Phrase("实现较高质押融资金额", "Pledged for financing")
    case .nationalAward: Phrase("获国家科学技术奖或中国专利奖", "Won a national award")
    }
  }
}

/// Who gave a science and technology prize 科技奖励.
public enum AwardLevel: String, Sendable, Hashable, CaseIterable {
  /// From the highest level down.
  case national, provincial

  /// As officers call it.
  public var name: Phrase {
    self == .national ? Phrase("国家级", "National") : Phrase("省级", "Provincial")
  }
}

/// Titles an enterprise may hold 称号.
public enum TitleKind: String, Sendable, Hashable, CaseIterable {
  /// 科技型中小企业.
  case technologySME = "technology-sme"
  /// 创新型中小企业.
  case innovativeSME = "innovative-sme"
  /// 专精特新中小企业.
  case specializedSME = "specialized-sme"
  /// 专精特新“小巨人”企业.
  case littleGiant = "little-giant"
  /// 高新技术企业.
  case highTech = "high-tech"
  /// 国家级技术创新示范企业.
  case nationalTechDemonstration = "national-tech-demonstration"
  /// 知识产权优势企业.
  case ipAdvantage = "ip-advantage"
  /// 知识产权示范企业.
  case ipDemonstration = "ip-demonstration"

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .technologySME: Phrase("科技型中小企业", "Technology SME")
    case .innovativeSME: Phrase("创新型中小企业", "Innovative SME")
    case .specializedSME: Phrase("专精特新中小企业", "Specialized SME")
    case .littleGiant: Phrase("专精特新“小巨人”企业", "Little giant")
    case .highTech: Phrase("高新技术企业", "High-tech enterprise")
    case .nationalTechDemonstration: Phrase("国家级技术创新示范企业", "National technology demonstration enterprise")
    case .ipAdvantage: Phrase("知识产权优势企业", "IP advantage enterprise")
    case .ipDemonstration: Phrase("知识产权示范企业", "IP demonstration enterprise")
    }
  }
}

/// Who recognised a research and development institution 研发机构.
public enum InstitutionLevel: String, Sendable, Hashable, CaseIterable {
  /// From the highest level down.
  case national, provincial, municipal
  /// Recognised below the city 市级以下.
  case belowMunicipal = "below-municipal"
  /// Set up by the enterprise itself and recognised by nobody.
  case own

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .national: Phrase("国家级", "National")
    case .provincial: Phrase("省级", "Provincial")
    case .municipal: Phrase("市级", "Municipal")
    case .belowMunicipal: Phrase("市级以下", "Below municipal")
    case .own: Phrase("自建", "Own")
    }
  }
}

/// Items of the quality indicator 质量管理水平.
public enum QualityItem: String, Sendable, Hashable, CaseIterable {
  /// 省级以上质量奖.
  case qualityAward = "quality-award"
  /// 质量管理体系认证.
  case managementCertificate = "management-certificate"
  /// 自主品牌.
  case ownBrand = "own-brand"
  /// 参与制修订标准.
  case standards

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .qualityAward: Phrase("省级以上质量奖", "Quality award")
    case .managementCertificate: Phrase("质量管理体系认证", "Management certificate")
    case .ownBrand: Phrase("自主品牌", "Own brand")
    case .standards: Phrase("参与制修订标准", "Took part in standards")
    }
  }
}

/// Grade of intellectual property 知识产权等次, the best that applies (Measures §5.2).
public enum IPGrade: String, Sendable, Hashable, CaseIterable {
  /// 高价值I类, 自主I类, I类, II类, none: from the best down.
  case a = "A", b = "B", c = "C", d = "D", e = "E"
}

extension InstitutionLevel {
  /// 4 national … 0 set up by itself and not recognised.
  var rank: Int {
    switch self {
    case .national: 4
    case .provincial: 3
    case .municipal: 2
    case .belowMunicipal: 1
    case .own: 0
    }
  }
}
