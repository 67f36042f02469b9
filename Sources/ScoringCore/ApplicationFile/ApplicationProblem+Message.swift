internal import StrictJSON

/// The one place where errors of application files are worded.
extension ApplicationProblem {
  /// What is wrong, and what to do about it.
  public var message: Phrase {
    switch self {
    case .syntax(let fault): fault.message
    case .edition(let error): error.message
    case .notShortest(let value):
      Phrase(
        "写法不规范；应写作 \(String(decoding: value.canonicalBytes, as: UTF8.self))",
        "this is not the one form of the value; write \(String(decoding: value.canonicalBytes, as: UTF8.self))"
      )
    case .notAnApplication(let found):
      Phrase(
        "文件最外层应是一个对象，这里是\(found.name.zh)；请改为 { … }",
        "the file's outermost value must be an object, this is \(found.name.en); write { … }")
    case .wrongType(let expected, let found):
      Phrase(
        "应是\(expected.name.zh)，这里是\(found.name.zh)；请改正类型",
        "expected \(expected.name.en), found \(found.name.en); correct the type")
    case .null:
      Phrase("此处必须填写，不能是 null；请填入实际值", "a value is required here, null is not taken; state the value")
    case .missing(let key):
      Phrase("缺少必填字段 \(key)；请补上", "the required field \(key) is absent; add it")
    case .unknownKey(let key):
      Phrase(
        "没有名为 \(quoted(key)) 的字段；请核对拼写或删去",
        "there is no field \(quoted(key)); check its spelling or leave it out")
    case .format(let found):
      Phrase(
        "格式版本是 \(quoted(found))，本程序只读 \(Application.format)；请按该版本重新导出",
        "the format is \(quoted(found)), this program reads \(Application.format) alone; export it in that version"
      )
    case .identifier(let found):
      Phrase(
        "\(quoted(found)) 不能用作编号；请用 1 至 64 个字母、数字或 . _ -，以字母或数字开头，不含 ..，不以 . 结尾，也不能是 con、nul、com1 等设备名",
        "\(quoted(found)) is no identifier; use 1 to 64 letters, digits or . _ -, beginning with a letter or digit, "
          + "without .. and not ending in ., and no name of a device such as con, nul or com1")
    case .code(let found, let allowed):
      Phrase(
        "\(quoted(found)) 不是可用的代码；请从中选一：\(allowed.joined(separator: "、"))",
        "\(quoted(found)) is none of the codes; choose from: \(allowed.joined(separator: ", "))")
    case .unknownAuthority(let found):
      Phrase(
        "没有代码为 \(quoted(found)) 的主管部门；请填 37 个省级主管部门之一的代码，如 370000",
        "no authority has the code \(quoted(found)); state one of the 37 provincial-level authorities, such as 370000"
      )
    case .unknownDivision(let found):
      Phrase(
        "没有代码为 \(quoted(found)) 的地市；请核对行政区划代码，没有则不填",
        "no division has the code \(quoted(found)); check the division code, or leave it out where there is none"
      )
    case .divisionElsewhere(let found, let authority):
      Phrase(
        "地市 \(found) 不属于主管部门 \(authority)；请改正其中之一",
        "division \(found) does not belong to authority \(authority); correct one of the two")
    case .notADay(let found):
      Phrase(
        "\(quoted(found)) 不是日期；请填 1900-01-01 至 2199-12-31 之间真实存在的一天，写作 YYYY-MM-DD",
        "\(quoted(found)) is not a date; state a real day from 1900-01-01 to 2199-12-31 as YYYY-MM-DD")
    case .notAYear(let found):
      Phrase(
        "\(quoted(found)) 不是年份；请填 1900 至 2199 的四位数字",
        "\(quoted(found)) is no year; state four digits, 1900 to 2199")
    case .notAnInteger:
      Phrase("应是整数；请去掉小数点和指数", "expected an integer; write it without point and exponent")
    case .outOfRange(let minimum, let maximum):
      Phrase("超出范围；请填 \(minimum) 至 \(maximum)", "out of range; state \(minimum) to \(maximum)")
    case .notPositive:
      Phrase("金额必须大于零；请填实际金额", "the amount must be above zero; state the actual amount")
    case .tooManyDecimals(let allowed):
      Phrase("小数位过多；最多 \(allowed) 位，请核对", "too many decimals; at most \(allowed) are taken, check the figure")
    case .referenceYear(let submitted):
      Phrase(
        "上年度必须早于申报年份 \(submitted)；请改正",
        "the reference year must be before the year of submission, \(submitted); correct it")
    case .nameLength(let length):
      Phrase(
        "企业名称应为 1 至 200 个字符，这里有 \(length) 个；请改正", "the name must have 1 to 200 characters, this has \(length)"
      )
    case .nameBlank:
      Phrase("企业名称全是空白；请填写名称", "the name is all white space; state the name")
    case .creditCode(let found):
      Phrase(
        "\(quoted(found)) 不是统一社会信用代码；请填 18 位数字或大写字母",
        "\(quoted(found)) is no credit code; state its 18 digits and capital letters")
    case .industryCode(let found):
      Phrase(
        "\(quoted(found)) 不是国民经济行业代码；请填字母 A 至 T 加 2 至 4 位数字，如 C3521",
        "\(quoted(found)) is no industry code; state a letter A to T and 2 to 4 digits, such as C3521")
    case .controlCharacter:
      Phrase("此处不能有控制字符；请删去", "control characters are not taken here; leave them out")
    case .textControlCharacter:
      Phrase(
        "文本中只能有换行和制表符，不能有其他控制字符；请删去",
        "of control characters only line breaks and tabs may stand in a text; leave the others out")
    case .textLength(let length):
      Phrase(
        "文本最多 \(Application.Texts.limit) 个字符，这里有 \(length) 个；请删减",
        "a text may have \(Application.Texts.limit) characters, this has \(length); shorten it")
    case .repeated(let found):
      Phrase("\(found) 重复；请只保留一个", "\(found) is duplicated; keep one")
    case .uncalledFor(let key, let other):
      Phrase(
        "\(other) 不是 \(key) 时不能填 \(key)；请删去或改正 \(other)",
        "\(key) is stated only where \(other) is \(key); leave it out or correct \(other)")
    case .calledFor(let key, let other):
      Phrase(
        "\(other) 是 \(key) 时必须填 \(key) 的日期；请补上",
        "where \(other) is \(key), the day under \(key) is required; add it")
    case .file(let found):
      Phrase(
        "\(quoted(found)) 不能用作材料路径；请填案卷目录内的相对路径，不含 ..",
        "\(quoted(found)) is not a path of a document; state a relative path inside the case folder, without ..")
    case .sha256(let found):
      Phrase(
        "\(quoted(found)) 不是 SHA-256；请填 64 位小写十六进制数字",
        "\(quoted(found)) is no SHA-256; state 64 lower-case hex digits")
    case .localKey(let key, let declared):
      declared.isEmpty
        ? Phrase(
          "该主管部门在此层级和版本下没有地方事实，不能填 \(quoted(key))；请删去",
          "this authority declares no local facts for this tier and edition, so \(quoted(key)) cannot stand; leave it out"
        )
        : Phrase(
          "没有名为 \(quoted(key)) 的地方事实；可用的是：\(declared.joined(separator: "、"))",
          "there is no local fact \(quoted(key)); those declared are: \(declared.joined(separator: ", "))")
    }
  }
}

extension JSONFault {
  /// What is wrong, and what to do about it.
  var message: Phrase {
    switch self {
    case .empty: Phrase("文件是空的；请重新导出", "the file is empty; export it again")
    case .truncated:
      Phrase("文件不完整，在此处中断；请重新传送", "the file ends here, in the middle of a value; send it again")
    case .byteOrderMark:
      Phrase(
        "文件以字节顺序标记（BOM）开头；请存为不带 BOM 的 UTF-8",
        "the file begins with a byte-order mark; save it as UTF-8 without one")
    case .unexpected(let byte):
      Phrase("此处不应出现 \(shown(byte))；请改正 JSON", "\(shown(byte)) cannot stand here; correct the JSON")
    case .trailingComma: Phrase("最后一项之后多了逗号；请删去", "a comma follows the last item; leave it out")
    case .trailingContent:
      Phrase("文件结束后还有内容；一个文件只能有一个对象", "something follows the end of the document; a file holds one object")
    case .invalidUTF8: Phrase("不是有效的 UTF-8；请以 UTF-8 编码保存", "this is not UTF-8; save the file as UTF-8")
    case .controlCharacter(let byte):
      Phrase(
        "文本中有未转义的控制字符 \(shown(byte))；请转义或删去",
        "the control character \(shown(byte)) is not escaped; escape it or leave it out")
    case .badEscape: Phrase("无效的转义；请改为 JSON 允许的转义", "this escape does not exist in JSON; correct it")
    case .loneSurrogate: Phrase("只有半个代理对；请写出完整字符", "half of a surrogate pair; write the whole character")
    case .badNumber:
      Phrase("不是有效的 JSON 数字；请改正，如 0.5、-3、1e6", "this is no JSON number; correct it, as in 0.5, -3, 1e6")
    case .duplicateKey(let key):
      Phrase("字段 \(quoted(key)) 重复；请只保留一个", "the field \(quoted(key)) is duplicated; keep one")
    case .tooDeep:
      Phrase(
        "嵌套超过 \(JSONReader.maximumDepth) 层；请减少层数", "nested more than \(JSONReader.maximumDepth) levels deep; use fewer")
    }
  }
}

extension JSONKind {
  var name: Phrase {
    switch self {
    case .object: Phrase("对象", "an object")
    case .array: Phrase("数组", "an array")
    case .string: Phrase("文本", "a text")
    case .number: Phrase("数字", "a number")
    case .bool: Phrase("true 或 false", "true or false")
    case .null: Phrase("null", "null")
    }
  }
}

private func shown(_ byte: UInt8) -> String {
  (0x21...0x7E).contains(byte)
    ? String(Unicode.Scalar(byte)) : "0x" + Hexadecimal.text([byte])
}

/// A text from a file, safe to print: at most 40 code points, what cannot be seen made visible.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars.prefix(40) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result + (text.unicodeScalars.dropFirst(40).isEmpty ? "\"" : "…\"")
}
