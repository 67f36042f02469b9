import ScoringCore
import StrictJSON

/// 导出: a list that left the office, by its hash and length.
struct Export: Act {
  let name = ActName.export
  let wording = ActWording(done: ("导出", "Export"))
  let place = ActPlace.rounds
  let fields: [Field] = [.object("list", "名单", "List", FileList.fields), .word("format", "格式", "Format")]
}
