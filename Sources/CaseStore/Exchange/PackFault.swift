import ScoringCore

/// Why a pack is refused, with what shows it. Nothing of a pack that is refused is taken over.
enum PackFault: Error, Sendable, Hashable {
  /// Some other file.
  case notAPack
  /// Written by a newer program, in this format.
  case newerFormat(String)
  /// Its head is not in its one form.
  case head
  /// The signature under its head does not hold.
  case headSignature
  case otherStore(theirs: String, ours: String)
  /// Sealed to these officers, and not to the key that was to open it.
  case notForYou([String])
  /// By a key that the registry of neither side gives anybody.
  case keyUnknown(String)
  /// By a key that was ended, or whose officer is in office no longer.
  case keyEnded(String)
  /// By a key that the registry gives another officer than its head names.
  case notAuthor(String)
  /// Its key does not open with the key it is sealed to.
  case sealing
  /// It ends before its end.
  case cut
  /// A piece of this number, from 1, is damaged, out of its place, or another pack's.
  case piece(Int)
  /// Something follows its end.
  case trailing
  /// The signature at its end does not hold.
  case signature
  /// The line that names its file of this number, from 1, is not in its one form.
  case line(Int)
  /// A file under a name that the program never makes.
  case name(String)
  /// A name, or one that only letter case tells from it, that stands there already or passes through a file.
  case doubled(String)
  /// A file whose bytes are not those that its line names.
  case content(String)
  /// More or fewer files or bytes than its head says.
  case count
}

extension PackFault {
  /// The refusal as people read it.
  /// - Parameters:
  ///   - pack: name of the file, as shown.
  ///   - called: what an officer is called.
  func error(_ pack: String, called name: (String) -> String = { $0 }) -> StoreError {
    let (kind, what) = words(name)
    return StoreError(
      kind, pack, Phrase("\(pack)：\(what.zh)；没有收下任何内容", "\(pack): \(what.en); nothing of it was taken"))
  }

  private func words(_ name: (String) -> String) -> (StoreError.Kind, Phrase) {
    switch self {
    case .notAPack:
      (.badInput, Phrase("不是 tidu 的交换包，请核对文件", "it is no pack of tidu; check which file it is"))
    case .newerFormat(let format):
      (
        .newerFormat,
        Phrase("格式是 \(format)，本程序只认识 \(PackHead.format)，请升级 tidu", "its format is \(format); use a newer tidu")
      )
    case .otherStore(let theirs, let ours):
      (
        .otherStore,
        Phrase(
          "出自另一个档案库：编号 \(theirs)，这里是 \(ours)", "it is of another store: its id is \(theirs), this one's \(ours)")
      )
    case .notForYou(let officers):
      (
        .noKey,
        Phrase(
          "是给\(officers.map(name).joined(separator: "、"))的，本机的密钥打不开；请交给收件人，或请制包人加上你重做",
          "it is for \(officers.map(name).joined(separator: ", ")), and the key here does not open it; hand it on, or have one made for you"
        )
      )
    case .keyUnknown(let officer):
      (
        .untrusted,
        Phrase(
          "署名 \(officer)，但登记册里没有这把密钥；请核实是谁做的，由主管登记密钥后再收",
          "it is signed as \(officer) by a key that the registry does not have; find out who made it, and have a supervisor register the key first"
        )
      )
    case .keyEnded(let officer):
      (
        .untrusted,
        Phrase(
          "由\(name(officer))已终止的密钥签名；请由在任人员重做一包",
          "it is signed with a key of \(name(officer)) that has ended; have one made by an officer in office")
      )
    case .notAuthor(let officer):
      (
        .untrusted,
        Phrase("署名 \(officer)，签名的却是别人的密钥", "it names \(officer), and was signed with the key of another")
      )
    default: (.damaged, damage)
    }
  }

  /// What is wrong with its bytes, and what to do about that.
  private var damage: Phrase {
    let again = Phrase("请重新拷贝，还不行就请对方重做", "copy it once more, else have it made again")
    let what =
      switch self {
      case .headSignature: Phrase("包头的签名不符，已损坏或被改动", "the signature of its head does not hold: damaged or changed")
      case .sealing: Phrase("内容密钥打不开，包头已损坏或被改动", "the key of its content does not open: damaged or changed")
      case .cut: Phrase("不完整，没有拷完或被截断", "it is cut short: half copied, or cut off")
      case .piece(let number):
        Phrase("第 \(number) 块已损坏、错位或属于别的包", "piece \(number) is damaged, out of place or of another pack")
      case .trailing: Phrase("末尾之后还有别的内容", "something follows its end")
      case .signature: Phrase("末尾的签名不符，已损坏或被改动", "the signature at its end does not hold: damaged or changed")
      case .line(let number): Phrase("第 \(number) 个文件的清单行不合格式", "the line of its file \(number) is not in its one form")
      case .name(let path): Phrase("其中的文件名“\(path)”不是本程序会用的", "it names a file “\(path)”, as the program names none")
      case .doubled(let path): Phrase("其中“\(path)”重复", "it holds “\(path)” twice")
      case .content(let path): Phrase("其中“\(path)”的内容与清单不符", "the content of “\(path)” in it is not what its line says")
      case .count: Phrase("文件数或字节数与包头不符", "its head says other numbers of files or bytes than it holds")
      default: Phrase("包头不合格式，已损坏或被改动", "its head is not in its one form: damaged or changed")
      }
    return Phrase("\(what.zh)，\(again.zh)", "\(what.en); \(again.en)")
  }
}
