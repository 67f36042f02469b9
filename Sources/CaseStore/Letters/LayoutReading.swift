import Casework
import ScoringCore
import Yams

/// Reads the layouts of a letters file.
struct LayoutReading {
  /// For messages.
  let file: String

  /// A layout by its code; a code that is unknown, a column without a heading, or a field that the list does not have, is an
  /// error with its line.
  func layouts(_ node: Node) throws(StoreError) -> [ListLayout.Code: ListLayout] {
    guard let pairs = node.mapping else { throw wrong(node, "layouts 应为键值表", "layouts should be a mapping") }
    var layouts: [ListLayout.Code: ListLayout] = [:]
    for (key, value) in pairs {
      guard let code = key.string.flatMap(ListLayout.Code.init(rawValue:)) else {
        throw wrong(
          key, "没有版式 \(key.string ?? "")；可用：\(Self.all)", "there is no layout \(key.string ?? ""); known: \(Self.all)")
      }
      layouts[code] = try layout(code, value)
    }
    return layouts
  }

  private static let all = ListLayout.Code.allCases.map(\.rawValue).joined(separator: ", ")

  private func layout(_ code: ListLayout.Code, _ node: Node) throws(StoreError) -> ListLayout {
    guard let pairs = node.mapping else { throw wrong(node, "应为键值表", "should be a mapping") }
    var layout = ListLayout(code, title: .empty, columns: [])
    for (key, value) in pairs {
      switch key.string ?? "" {
      case "title": layout.title = try phrase(value)
      case "by":
        guard value.string == "city" else { throw wrong(value, "by 只能是 city", "by can only be city") }
        layout.isByCity = true
      case "cities": layout.cities = try list(value).map { $0.string ?? "" }
      case "sign": for line in try list(value) { layout.signatures.append(try phrase(line)) }
      case "columns": for column in try list(value) { layout.columns.append(try self.column(column, code)) }
      default: throw wrong(key, "版式里没有 \(key.string ?? "")", "a layout has no \(key.string ?? "")")
      }
    }
    guard !layout.title.zh.isEmpty else { throw wrong(node, "缺标题 title", "it lacks a title") }
    guard !layout.columns.isEmpty else { throw wrong(node, "缺栏目 columns", "it lacks columns") }
    return layout
  }

  private func column(_ node: Node, _ code: ListLayout.Code) throws(StoreError) -> ListLayout.Column {
    let heading = try phrase(node)
    guard let name = node["field"] else { return ListLayout.Column(heading, nil) }
    let known = code.fields
    guard let field = name.string.flatMap(ListField.init(rawValue:)), known.contains(field) else {
      let all = known.map(\.rawValue).joined(separator: ", ")
      throw wrong(
        name, "\(code.rawValue) 没有数据 \(name.string ?? "")；可用：\(all)",
        "\(code.rawValue) has no field \(name.string ?? ""); known: \(all)")
    }
    return ListLayout.Column(heading, field)
  }

  private func phrase(_ node: Node) throws(StoreError) -> Phrase {
    guard let zh = node["zh"]?.string, let en = node["en"]?.string, !zh.isEmpty, !en.isEmpty else {
      throw wrong(node, "缺 zh 或 en", "it lacks zh or en")
    }
    return Phrase(zh, en)
  }

  private func list(_ node: Node) throws(StoreError) -> [Node] {
    guard let items = node.sequence else { throw wrong(node, "应为列表", "should be a list") }
    return Array(items)
  }

  private func wrong(_ node: Node, _ zh: String, _ en: String) -> StoreError {
    let line = node.mark?.line ?? 1
    return StoreError(.settings, file, Phrase("\(file):\(line)：\(zh)", "\(file):\(line): \(en)"))
  }
}
