/// Damage that nobody is told of outside of `tidu verify`, or nowhere at all, with the reason.
enum Harmless {
  /// Kinds of which something is other than before all the same: nobody's memory is left, or it was memory alone.
  static let changes: Set<String> = [
    "申报件：最新的记录，本人没有见过，存证里有", "申报件：最新的记录，本人没有见过，存证里也没有", "已阅标记", "保存的视图", "上次看过的变化",
  ]

  private static let reasons: [(kinds: [String], damages: [Damage], why: String)] = [
    (["登记册：存证的清单"], Damage.allCases.filter { $0 != .exchanged }, "只有 tidu verify 用它，由它点名。"),
    (
      ["申报件：最新的记录，本人没有见过，存证里有"], [.removed],
      "没有人记得它来过，后面也没有记录等它；tidu verify 按存证点名。"
    ),
    (
      ["申报件：最新的记录，本人没有见过，存证里也没有"], [.removed],
      "没有人记得它来过，后面也没有记录等它，存证里也没有：谁也看不出。见过它的人，或者以后的存证，会点名（见上两种）。"
    ),
    (
      ["材料，申报时没有写哈希"], [.flipped, .cut, .emptied, .replaced],
      "申报时没有写哈希，处处注明“不能约束”：不能据以核对，换过也看不出。"
    ),
    (
      ["调查所附的文件", "称号：登记所据的表"], Damage.allCases.filter { $0 != .exchanged },
      "只作存档，程序不打开，办理不以它为据；tidu verify 点名。"
    ),
    ([".tidu 文件夹"], [.removed], "只有临时文件，需要时重新建立。"),
    ([".gitattributes"], Damage.allCases, "只给 git 看，程序不读；git 若改了别的文件，那些文件按各自的哈希点名。"),
    (["密钥的签署计数"], [.flipped, .cut, .emptied, .removed, .exchanged, .replaced], "从库里全部记录重新数出，号码不会重复。"),
    (["待办结文件"], [.removed], "已经在案的照样在案；只是重做同一件事时认不出办过，会再记一次。"),
    (["索引"], [.removed], "重新读一遍就有。"),
    (["本人核验过的记录"], [.removed], "如同换了一台电脑：签名重新核验，此前见过而不见了的要靠存证。"),
    (["不算数的文件的记录"], Damage.allCases, "只为省时间，重新读一遍就有。"),
    (["已阅标记"], [.removed], "如同换了一台电脑：不知道看过什么。"),
    (["保存的视图"], [.removed], "如同换了一台电脑：没有保存的视图。"),
    (["上次看过的变化"], [.removed], "如同换了一台电脑：从现在起记。"),
    (["此处上次打开的是哪个库"], [.removed], "如同第一次打开：记下这个库。"),
  ]

  static func reason(_ kind: String, _ damage: Damage, lastByteOnly: Bool) -> String? {
    if kind == "store.json", lastByteOnly { return "少了最后的换行，读来一样。" }
    return reasons.first { $0.kinds.contains(kind) && $0.damages.contains(damage) }?.why
  }
}
