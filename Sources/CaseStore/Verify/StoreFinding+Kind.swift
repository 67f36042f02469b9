package import ScoringCore

extension StoreFinding {
  /// What sort of thing was found; the codes are documented (Casework §10.2) and never translated.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case store
    // Files of ours that could not be read as what their names say.
    case denied, unread, notPlain, tooLarge, empty, damagedEvent, eventName, damagedApplication, damagedFile, misplaced
    // Events that do not count, or not yet.
    case signature, keyUnknown, foreign, rejected, waitsForEvent, waitsForRegistry, waitsForApproval
    case waitsForCountersign, newerProgram
    // What is named and not here.
    case missingEvent, missingApplication, missingFile, missingPaper, otherPaper, gone
    // Cases and rounds.
    case notReceived, foreignApplication, notEntered
    // Counts, days, rights, privacy.
    case seqDoubled, seqSkipped, misdated, checkpointDay, checkpointCount, leftWithoutEnd, notErased
    // What nobody has to do anything about.
    case disk, broughtBack, replaced, byOnePerson, ownMaking, absentPaper, unhashedPaper, sealedToEndedKey, leftover,
      stray
  }
}

extension StoreFinding.Kind {
  package var need: StoreFinding.Need {
    switch self {
    case .store, .denied, .unread, .notPlain, .tooLarge, .empty, .damagedEvent, .eventName, .damagedApplication,
      .damagedFile, .misplaced:
      .reading
    case .disk, .broughtBack, .replaced, .byOnePerson, .ownMaking, .absentPaper, .unhashedPaper, .sealedToEndedKey,
      .leftover, .stray:
      .nobody
    default: .person
    }
  }

  /// In the registry what touches the state touches rights.
  var effect: StoreFinding.Effect {
    switch self {
    case .store, .byOnePerson, .leftWithoutEnd: .rights
    case .denied, .unread, .notPlain, .tooLarge, .empty, .damagedEvent, .eventName, .seqSkipped: .unknown
    case .damagedApplication, .damagedFile, .misplaced, .waitsForEvent, .waitsForRegistry, .waitsForApproval,
      .waitsForCountersign, .newerProgram, .missingEvent, .missingApplication, .missingFile, .missingPaper,
      .otherPaper, .gone, .notEntered, .misdated, .checkpointDay, .checkpointCount:
      .state
    default: .none
    }
  }

  /// What to do about it.
  package var remedy: Phrase {
    switch self {
    case .store:
      Phrase("从备份或其他副本取回 store.json 和创始事件", "Bring store.json and the founding event back from a copy")
    case .denied:
      Phrase("请管理员给本人读取权限，再核验一次", "Ask the administrator for permission to read it, then verify again")
    case .unread:
      Phrase(
        "检查磁盘或网络后再核验；还是读不出，用 --from 从副本取回", "Check the disk or network and verify again; else bring it back with --from"
      )
    case .notPlain:
      Phrase(
        "把链接、管道或文件夹移走，放回原来的文件或用 --from 取回", "Move the link, pipe or folder away and bring the file back with --from")
    case .tooLarge, .damagedEvent, .damagedApplication, .damagedFile:
      Phrase("用 tidu verify --from 副本 取回好的文件", "Bring the good file back with tidu verify --from COPY")
    case .empty:
      Phrase("若正在复制，等复制完再核验；否则用 --from 取回", "If copying goes on, wait and verify again; else bring it back with --from")
    case .eventName:
      Phrase("改回原来的文件名，或用 --from 取回", "Give the file its name back, or bring it back with --from")
    case .misplaced:
      Phrase(
        "把文件夹改回或移回原名原处；是多余的拷贝就移出档案库", "Give the folder its name and place back; a spare copy belongs outside the store")
    case .signature, .keyUnknown, .foreign, .foreignApplication:
      Phrase("不算数；查明是谁放进来的，查明后可以移走", "It counts for nothing; find out who put it here, then it may be moved away")
    case .rejected:
      Phrase(
        "不算数；问作者，需要的话重办；记录可以移走",
        "It counts for nothing; ask its author, who may do it again; the file may be moved away")
    case .waitsForEvent, .missingEvent, .gone:
      Phrase("从有它的副本或电脑取回：tidu verify --from", "Bring it from a copy or laptop that has it: tidu verify --from")
    case .waitsForRegistry:
      Phrase("从副本取回登记册缺的部分：tidu verify --from", "Bring the registry's missing part from a copy: tidu verify --from")
    case .waitsForApproval: Phrase("请另一名主管批准或不同意", "Another supervisor approves or declines it")
    case .waitsForCountersign:
      Phrase("请主管查看，属实就补签（countersign）", "A supervisor looks at it and countersigns what is true")
    case .newerProgram: Phrase("升级 tidu", "Use a newer tidu")
    case .missingApplication, .missingFile, .missingPaper:
      Phrase("从副本、备份或提交人处取回原文件，放回原处", "Bring the very file back from a copy, a backup or its sender")
    case .otherPaper:
      Phrase("这不是登记在案的材料：取回原件，或退回补正", "It is not the paper on file: bring that back, or return the case for correction")
    case .notReceived:
      Phrase("再导入一次同一份申报，或移走", "Import the same application again, or move the folder away")
    case .notEntered: Phrase("重做一遍该名单的命令，接着登记其余各件", "Repeat the list's command: it goes on with the rest")
    case .seqDoubled:
      Phrase("问本人：密钥是否在两处使用；不明就按被盗终止该密钥", "Ask its holder whether the key is in two places; else end it as stolen")
    case .seqSkipped:
      Phrase("请本人从自己的电脑取来缺的事件", "Ask its holder to bring the missing events from his own computer")
    case .misdated, .checkpointDay: Phrase("问作者；日期写错就另记一条说明", "Ask its author; a note says what the day should be")
    case .checkpointCount: Phrase("请该机关重新存证", "The office writes a new checkpoint")
    case .leftWithoutEnd: Phrase("用 tidu act registry end 终止其任职", "End the office with tidu act registry end")
    case .notErased: Phrase("删除这个文件；副本和备份里的也要删", "Delete this file; copies and backups keep theirs")
    case .disk: Phrase("已有的文件不受影响", "What is here is not affected")
    case .byOnePerson: Phrase("另有主管后由其批准", "Another supervisor approves it once there is one")
    case .broughtBack: Phrase("已从副本取回，不用再处理", "Brought back from the copy; nothing more has to be done")
    case .replaced: Phrase("好的文件就在旁边，坏的可以移走", "The good file lies beside it; the bad one may be moved away")
    case .ownMaking, .absentPaper, .unhashedPaper, .sealedToEndedKey, .leftover, .stray:
      Phrase("不用处理", "Nothing has to be done")
    }
  }
}
