package import ScoringCore

extension UncountedFile {
  /// An event by a key that the registry gives nobody.
  init(_ event: Event) {
    self.init(name: String(event.id.prefix(16)), .unknownKey(event.author), .setAside)
  }
}

extension UnmetRequirement {
  /// Of an event by a key that the registry gives nobody.
  package static func unknownKey(_ author: String) -> UnmetRequirement {
    UnmetRequirement(
      .key, "unknownKey",
      Phrase(
        "署名 \(author) 的一条记录，密钥不在登记册里，不予采用",
        "An event that names \(author), by a key that the registry gives nobody: it counts for nothing"))
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
      }
  }
}

extension Registry {
  /// The same by path; the file of a cut has its path already.
  package var uncountedByPath: [UncountedFile] {
    uncounted.map { $0.name.hasPrefix("registry/") ? $0 : $0.below("registry") }
  }
}

extension CaseFile {
  /// Everything that lies in the case's folder or in the registry and does not count, each with its reason; the
  /// registry's by path.
  package var uncounted: [UncountedFile] {
    unreadable + history.setAside.map { UncountedFile($0) } + registry.uncountedByPath
  }

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
      ($0.value[0].kind.isWhole ? 1 : 0, $0.key.code, $0.key.isRegistry ? 1 : 0)
        < ($1.value[0].kind.isWhole ? 1 : 0, $1.key.code, $1.key.isRegistry ? 1 : 0)
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
    uncountedSorts.map { Phrase("\($0.names.zh)：\($0.reason.zh)", "\($0.names.en): \($0.reason.en)") }
  }
}

extension UncountedFile.Kind {
  /// Nothing is missing because of it.
  package var isWhole: Bool { self == .setAside }
}
