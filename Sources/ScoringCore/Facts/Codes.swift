/// Sectors of the SME size standard 中小企业划型 (工信部联企业〔2011〕300号).
public enum SizeSector: String, Sendable, Hashable, CaseIterable {
  case agriculture, industry, construction, wholesale, retail, transport, warehousing, post
  case accommodation, catering, telecom, software
  case realEstate = "real-estate"
  case property, leasing, other

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
  case inventionPatent = "invention-patent"
  case defencePatent = "defence-patent"
  case plantVariety = "plant-variety"
  case nationalCropVariety = "national-crop-variety"
  case nationalNewDrug = "national-new-drug"
  case tcmProtection1 = "tcm-protection-1"
  case icLayout = "ic-layout"
  case utilityModel = "utility-model"
  case design
  case softwareCopyright = "software-copyright"

  /// I类知识产权; the others are class II.
  public var isClassI: Bool {
    switch self {
    case .utilityModel, .design, .softwareCopyright: false
    default: true
    }
  }

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

public enum IPStatus: String, Sendable, Hashable, CaseIterable {
  case granted, applied, lapsed

  public var name: Phrase {
    switch self {
    case .granted: Phrase("已授权", "Granted")
    case .applied: Phrase("申请中", "Applied for")
    case .lapsed: Phrase("已失效", "Lapsed")
    }
  }
}

public enum IPSource: String, Sendable, Hashable, CaseIterable {
  case original, transferred

  public var name: Phrase {
    self == .original ? Phrase("原始取得", "Original") : Phrase("受让取得", "Transferred")
  }
}

/// What raises an item of intellectual property to high value 高价值.
public enum HighValue: String, Sendable, Hashable, CaseIterable {
  case overseasFamily = "overseas-family"
  case maintained10Years = "maintained-10-years"
  case pledgeFinancing = "pledge-financing"
  case nationalAward = "national-award"

  public var name: Phrase {
    switch self {
    case .overseasFamily: Phrase("在海外有同族专利", "Has an overseas family")
    case .maintained10Years: Phrase("维持年限超过10年", "Maintained for over 10 years")
    case .pledgeFinancing: Phrase("实现较高质押融资金额", "Pledged for financing")
    case .nationalAward: Phrase("获国家科学技术奖或中国专利奖", "Won a national award")
    }
  }
}

public enum AwardLevel: String, Sendable, Hashable, CaseIterable {
  case national, provincial

  public var name: Phrase {
    self == .national ? Phrase("国家级", "National") : Phrase("省级", "Provincial")
  }
}

/// Titles an enterprise may hold 称号.
public enum TitleKind: String, Sendable, Hashable, CaseIterable {
  case technologySME = "technology-sme"
  case innovativeSME = "innovative-sme"
  case specializedSME = "specialized-sme"
  case littleGiant = "little-giant"
  case highTech = "high-tech"
  case nationalTechDemonstration = "national-tech-demonstration"
  case ipAdvantage = "ip-advantage"
  case ipDemonstration = "ip-demonstration"

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
  case national, provincial, municipal
  case belowMunicipal = "below-municipal"
  /// Set up by the enterprise itself and recognised by nobody.
  case own

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
  case qualityAward = "quality-award"
  case managementCertificate = "management-certificate"
  case ownBrand = "own-brand"
  case standards

  public var name: Phrase {
    switch self {
    case .qualityAward: Phrase("省级以上质量奖", "Quality award")
    case .managementCertificate: Phrase("质量管理体系认证", "Management certificate")
    case .ownBrand: Phrase("自主品牌", "Own brand")
    case .standards: Phrase("参与制修订标准", "Took part in standards")
    }
  }
}
