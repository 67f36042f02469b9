extension Application {
  /// The value at a path; `nil` when it is not stated, or there is no such item.
  public func value(at path: FactPath) -> FactValue? {
    switch path {
    case .fact(let fact): facts.value(of: fact)
    case .year(let fact, let year): facts.value(of: fact, year)
    case .item(let fact, let index):
      facts.items(of: fact).flatMap { index < $0.count ? .item($0[index]) : nil }
    case .local(let key):
      local.first { $0.key == key }.flatMap {
        $0.isSet ? .codes($0.values) : $0.values.first.map { .code($0) }
      }
    }
  }

  /// Every fact that is stated, in the order of the standard's table: each year, each item; of an empty array the
  /// array itself.
  public var factPaths: [FactPath] {
    Fact.allCases.flatMap { fact -> [FactPath] in
      if fact.isYearly { return facts.years(of: fact).map { .year(fact, $0) } }
      if let items = facts.items(of: fact), !items.isEmpty { return items.indices.map { .item(fact, $0) } }
      return facts.value(of: fact) == nil ? [] : [.fact(fact)]
    } + local.map { .local($0.key) }
  }

  /// The application with other values in place of declared ones, all at once: items are counted as declared, however
  /// many are struck. `nil` makes a fact not stated, and strikes an item of an array.
  ///
  /// - Throws: for the first path with which its value does not go, or whose item is not there.
  public func setting(_ values: [(path: FactPath, value: FactValue?)]) throws(FactSettingError) -> Application {
    var result = self
    var struck: [(fact: Fact, index: Int)] = []
    for (path, value) in values {
      let isDone: Bool
      switch (path, value) {
      case (.item(let fact, let index), nil):
        isDone = index < facts.items(of: fact)?.count ?? 0
        struck.append((fact, index))
      case (.item(let fact, let index), .item(let item)):
        var items = result.facts.items(of: fact) ?? []
        if index < items.count {
          items[index] = item
          isDone = result.facts.set(fact, to: .items(items))
        } else {
          isDone = false
        }
      case (.fact(let fact), _): isDone = result.facts.set(fact, to: value)
      case (.year(let fact, let year), _): isDone = result.facts.set(fact, year, to: value)
      case (.local(let key), _): isDone = result.setLocal(key, to: value)
      default: isDone = false
      }
      guard isDone else { throw FactSettingError(path: path) }
    }
    for (fact, index) in struck.sorted(by: { $0.index > $1.index }) {
      var items = result.facts.items(of: fact) ?? []
      if index < items.count { items.remove(at: index) }
      _ = result.facts.set(fact, to: .items(items))
    }
    return result
  }

  /// Whether the value goes with a local fact: a code or distinct codes.
  private mutating func setLocal(_ key: String, to value: FactValue?) -> Bool {
    let stated: LocalValue?
    switch value {
    case nil: stated = nil
    case .code(let code): stated = LocalValue(key: key, values: [code], isSet: false)
    case .codes(let codes) where Set(codes).count == codes.count:
      stated = LocalValue(key: key, values: codes, isSet: true)
    default: return false
    }
    let index = local.firstIndex { $0.key == key }
    switch (index, stated) {
    case (let index?, let stated?):
      guard local[index].isSet == stated.isSet else { return false }
      local[index] = stated
    case (let index?, nil): local.remove(at: index)
    case (nil, let stated?): local.append(stated)
    case (nil, nil): break
    }
    return true
  }
}

/// A value that does not go with its path, or an item that is not there.
public struct FactSettingError: Error, Sendable, Hashable {
  /// The path that takes no such value.
  public var path: FactPath

  /// What is wrong, in a sentence; the place is not in it.
  public var message: Phrase {
    Phrase(
      "不能为 \(path) 填入该值：没有这一项，或值的类型不符",
      "this value cannot stand at \(path): there is no such item, or the value is of another kind")
  }
}
