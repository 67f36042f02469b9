package import ScoringCore

/// Why a text is no request that can be gone by.
package enum JoinFault: Error, Sendable, Hashable {
  case noRequest, newerProgram, several, unproven
  /// It ends before this field.
  case cut(String)
  /// Something was changed on its way: this field, or one that the fingerprint alone shows.
  case changed(String?)

  package var message: Phrase {
    switch self {
    case .noRequest:
      Phrase(
        "这里没有加入请求：请把对方 tidu join 打印的内容从 tidu.request/1 起整段拿来",
        "no request is in it: take all that tidu join printed there, from tidu.request/1 on")
    case .newerProgram:
      Phrase(
        "加入请求是较新的程序做的，本程序只认识 tidu.request/1，请升级",
        "a newer program made this request; this one knows tidu.request/1: use a newer tidu")
    case .several: Phrase("里面有几份加入请求，请一次给一份", "several requests are in it; give one at a time")
    case .unproven:
      Phrase(
        "加入请求的自证签名不符：不是持有这把密钥的电脑做的，不要登记，请与本人联系",
        "the request's own proof does not hold: it was not made where the key is; do not admit it, ask the officer")
    case .cut(let field):
      Phrase(
        "加入请求不完整，缺 \(field) 一行：请对方整段重发",
        "the request is cut, its line “\(field)” is not there: have all of it sent again")
    case .changed(let field?):
      Phrase(
        "加入请求的 \(field) 一行不对，途中改动过：请对方重发",
        "the request's line “\(field)” is wrong, changed on its way: have it sent again")
    case .changed(nil):
      Phrase(
        "加入请求与它自己的核对码不符，途中有字改动过：请对方重发",
        "the request does not fit its own fingerprint, a letter was changed on its way: have it sent again"
      )
    }
  }
}
