internal import ScoringCore

/// A trade that such firms are in: what its names are made of, its industry code and how it is measured.
struct SampleTrade {
  var words: [String]
  var code: String
  var sector: SizeSector

  static let all: [SampleTrade] = [
    SampleTrade(words: ["轴承", "精密轴承", "传动部件"], code: "C3451", sector: .industry),
    SampleTrade(words: ["数控机床", "智能装备", "机床功能部件"], code: "C3421", sector: .industry),
    SampleTrade(words: ["半导体材料", "电子材料", "光刻胶"], code: "C3985", sector: .industry),
    SampleTrade(words: ["光电仪器", "光学元件", "激光器件"], code: "C4040", sector: .industry),
    SampleTrade(words: ["海洋生物", "酶制剂", "生物材料"], code: "C2770", sector: .industry),
    SampleTrade(words: ["精密铸造", "高温合金", "粉末冶金"], code: "C3391", sector: .industry),
    SampleTrade(words: ["特种电缆", "光纤光缆", "线束"], code: "C3831", sector: .industry),
    SampleTrade(words: ["储能系统", "电池材料", "电源设备"], code: "C3849", sector: .industry),
    SampleTrade(words: ["医疗器械", "体外诊断", "骨科植入物"], code: "C3581", sector: .industry),
    SampleTrade(words: ["工业软件", "信息安全", "嵌入式软件"], code: "I6513", sector: .software),
    SampleTrade(words: ["传感器", "测控技术", "智能仪表"], code: "C4011", sector: .industry),
    SampleTrade(words: ["农业机械", "畜牧装备", "种业科技"], code: "C3572", sector: .industry),
    SampleTrade(words: ["环保装备", "水处理", "膜材料"], code: "C3591", sector: .industry),
    SampleTrade(words: ["航空部件", "复合材料", "紧固件"], code: "C3744", sector: .industry),
    SampleTrade(words: ["检验检测", "技术服务"], code: "M7452", sector: .other),
    SampleTrade(words: ["建筑新材料", "装配式构件"], code: "C3029", sector: .industry),
    SampleTrade(words: ["冷链设备", "仓储物流装备"], code: "C3464", sector: .industry),
    SampleTrade(words: ["商贸供应链"], code: "F5199", sector: .wholesale),
  ]

  /// A brand is one of each: thousands of them, as in a province no two enterprises have one name.
  static let brandBeginnings = Array("智恒科瑞华汇明金泰中博凌同瀚启天正宏精安蓝锐德百云长新众卓东西南北海江山青春盛兴荣昌永康佳美富")
  static let brandEndings = Array("远拓信川达诺岳创辉航工源丰升图诚湾进和炼岭风域合立通力伟业鑫宇飞腾龙翔峰成")
  static let forms = [
    "有限公司", "有限公司", "有限公司", "科技有限公司", "科技股份有限公司", "股份有限公司", "有限责任公司", "（集团）有限公司",
  ]
}
