package import ScoringCore

extension UncountedFile {
  /// An event by a key that the registry gives nobody.
  init(_ event: Event) {
    self.init(name: String(event.id.prefix(16)), .unknownKey(event.author), .setAside)
  }
}

extension UnmetRequirement {
  /// Of an event by a key that the registry gives nobody.
  /// - Parameter author: whom it names; empty where it names nobody.
  package static func unknownKey(_ author: String) -> UnmetRequirement {
    let (zh, en) = author.isEmpty ? ("", "") : ("署名 \(author) 的", " that names \(author),")
    return UnmetRequirement(
      .key, "unknownKey",
      Phrase(
        "\(zh)一条记录，密钥不在登记册里，不予采用",
        "An event\(en) by a key that the registry gives nobody: it counts for nothing"))
  }
}

extension Registry {
  /// What lies in the registry's folder and does not count: files that are not what their names say, events by keys it
  /// gives nobody, and those of another founding.
  package var uncounted: [UncountedFile] {
    unreadable + setAside.map { UncountedFile($0) }
      + foreign.map { event in
        UncountedFile(
          name: String(event.id.prefix(16)),
          UnmetRequirement(
            .requirement, "foreign",
            Phrase(
              "另一个库的登记记录（\(event.title.zh)，署名 \(event.author)），与本库无关，不予采用",
              "An entry of another store (\(event.title.en), in the name of \(event.author)): no part of this registry")
          ),
          .setAside)
      } + contests
  }

  /// Answers of which nobody holds what they give, because others who did not see them said otherwise, and ends of two who
  /// ended each other.
  private var contests: [UncountedFile] {
    fold.contested.filter(\.isOfRights).flatMap { question in
      let name = question.name(now.name)
      return fold.liveAnswers(question).map { answer in
        let author = now.name(of: answer.author)
        return UncountedFile(
          name: String(answer.id.prefix(16)),
          UnmetRequirement(
            .requirement, "contestedRegistry",
            Phrase(
              "登记册里“\(name.zh)”有争议（\(author)），由没有参与的主管研究确定，此前不予采用",
              "Contested in the registry: \(name.en) (\(author)); it counts for nothing until a supervisor who is neither settles it"
            )), .setAside)
      }
    }
      + mutual.map { event in
        UncountedFile(
          name: String(event.id.prefix(16)),
          UnmetRequirement(
            .requirement, "mutualEnd",
            Phrase(
              "\(now.name(of: event.author)) 与对方互相终止，两人都不算在任，由另一名主管终止其中一方",
              "\(now.name(of: event.author)) and the other ended each other: neither is in office until another supervisor ends one of them"
            )), .setAside)
      }
  }
}

extension History {
  /// Records that others name as what came before them and that are not here (Casework §2.1).
  var awaited: [UncountedFile] {
    var waiting: [String: [Event]] = [:]
    for entry in entries {
      if case .pending(.parent(let id)) = entry.verdict { waiting[id, default: []].append(entry.event) }
    }
    return waiting.sorted { $0.key < $1.key }.map { id, events in
      let authors = Set(events.map(\.author)).sorted().joined(separator: ", ")
      return UncountedFile(
        name: String(id.prefix(16)),
        UnmetRequirement(
          .requirement, "awaited",
          Phrase(
            "缺这条记录，其后 \(events.count) 条（\(authors)）暂不算数：请向 \(authors) 取回",
            "This record is missing, and \(events.count) after it (\(authors)) do not count yet: ask \(authors) for it")
        ),
        .missing)
    }
  }
}

extension Registry {
  /// The same by path; the file of a cut has its path already.
  package var uncountedByPath: [UncountedFile] {
    uncounted.map { $0.name.hasPrefix("registry/") ? $0 : $0.below("registry") }
  }

  /// Those of them without which the registry was not read whole: what it says of anybody's rights may be wrong.
  package var incomplete: [UncountedFile] { uncountedByPath.filter { !$0.kind.isWhole } }
}

extension CaseFile {
  /// Everything that lies in the case's folder or in the registry and does not count, each with its reason; the
  /// registry's by path.
  package var uncounted: [UncountedFile] {
    unreadable + history.awaited + history.setAside.map { UncountedFile($0) } + registry.uncountedByPath
  }

  /// Those of them without which the case or the registry was not read whole, the registry's first: everything is judged
  /// by it.
  package var allIncomplete: [UncountedFile] { registry.incomplete + incomplete }

  /// Files that do not count for one reason.
  package struct UncountedSort: Sendable, Hashable {
    /// The names of at most three, and how many there are.
    package var names: Phrase
    package var reason: Phrase
    /// Nothing is missing because of them.
    package var isWhole: Bool
  }

  /// The same by reason, the worst first.
  package var uncountedSorts: [UncountedSort] {
    struct Sort: Hashable {
      var code: String
      var isRegistry: Bool
    }
    let sorts = Dictionary(grouping: uncounted) {
      Sort(code: $0.unmet.code, isRegistry: $0.name.utf8.starts(with: "registry/".utf8))
    }
    return sorts.sorted {
      ($0.value[0].kind.isWhole ? 1 : 0, $0.key.isRegistry ? 0 : 1, $0.key.code)
        < ($1.value[0].kind.isWhole ? 1 : 0, $1.key.isRegistry ? 0 : 1, $1.key.code)
    }
    .map { _, files in
      let names = files.prefix(3).map(\.name)
      let more = files.count > 3 ? Phrase("等 \(files.count) 个", " and others, \(files.count) in all") : Phrase("", "")
      return UncountedSort(
        names: Phrase(names.joined(separator: "、") + more.zh, names.joined(separator: ", ") + more.en),
        reason: files[0].unmet.message, isWhole: files[0].kind.isWhole)
    }
  }

  /// The same in sentences.
  package var uncountedNotes: [Phrase] {
    uncountedSorts.map { sort in
      // A reason that names its file says it once.
      guard !sort.reason.zh.contains(sort.names.zh) else { return sort.reason }
      return Phrase("\(sort.names.zh)：\(sort.reason.zh)", "\(sort.names.en): \(sort.reason.en)")
    }
  }
}

extension UncountedFile.Kind {
  /// Nothing is missing because of it.
  package var isWhole: Bool { self == .setAside }
}

extension CaseFile {
  /// A question as officers call it, its condition by its name.
  package func name(of question: Question) -> Phrase {
    guard case .judgement(let id) = question else { return question.name(registry.now.name) }
    let condition = name(ofCondition: id)
    return Phrase("对“\(condition.zh)”的判断", "The judgement of “\(condition.en)”")
  }

  /// Each contested question with who said what, and what to do.
  package var contestNotes: [Phrase] {
    fold.contested.map { question in
      let name = name(of: question)
      let sides = fold.liveAnswers(question).compactMap { fold.event($0.id) }
      let (zh, en) = (
        sides.map { "\($0.title.zh) \(fold.name(of: $0.author))" },
        sides.map { "\($0.title.en) \(fold.name(of: $0.author))" }
      )
      return Phrase(
        "有争议：\(name.zh)（\(zh.joined(separator: " 与 "))），由没有参与的主管研究确定",
        "Contested: \(name.en) (\(en.joined(separator: " against "))); a supervisor who is neither settles it")
    }
  }
}
