internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import Synchronization

/// What the desk reads of the store, and what it keeps of it for its officer.
extension EffectRunner {
  /// The rows the index has at once, then what is different on disk; all rows as they are read where it has none.
  func load(_ post: (Message) -> Void) {
    let standard = standard(post)
    let known = store.loadSummaries(standard)
    var authorities = Set(known.map(\.key.authority))
    func tellAuthority() {
      guard authorities.count == 1 else { return }
      var session = session
      session.authority = authorities.first
      post(.session(session))
    }
    if !known.isEmpty {
      tellAuthority()
      post(.summaries(known, total: known.count, done: true))
    }
    do throws(StoreError) {
      let changes = try store.refresh(standard) { batch, done, total in
        guard known.isEmpty else { return }
        authorities.formUnion(batch.map(\.key.authority))
        if done == total { tellAuthority() }
        post(.summaries(batch, total: total, done: done == total))
      }
      if !known.isEmpty { tell(changes, post) }
      tellNews(post)
      post(.uncounted(changes.unreadable.count + changes.unread.count))
      if let first = changes.unreadable.first {
        let count = changes.unreadable.count
        post(
          .told(
            Toast(
              .failed,
              Phrase(
                "\(count) 个申报件读不出：\(first.message.zh)",
                "\(count) cases cannot be read: \(first.message.en)"))))
      } else if let note = changes.note {
        post(.told(Toast(.done, note)))
      }
    } catch {
      if known.isEmpty { post(.summaries([], total: 0, done: true)) }
      post(.told(Toast(.failed, error.message)))
    }
  }

  /// Rows that are other than before.
  func tell(_ changes: IndexChanges, _ post: (Message) -> Void) {
    guard !changes.changed.isEmpty || !changes.removed.isEmpty else { return }
    post(.changed(changes.changed, gone: changes.removed))
  }

  /// The standard with the overlays that offices have put in force; without them where a file in force is damaged, which
  /// is told.
  func standard(_ post: (Message) -> Void) -> Standard {
    do throws(StoreError) {
      if let first = try store.settingsUnread(on: today).first { post(.told(Toast(.failed, first.unmet.message))) }
      return try store.standard(on: today)
    } catch {
      post(.told(Toast(.failed, error.message)))
      return .shared
    }
  }

  /// Reads a case for its screen.
  func open(_ key: CaseKey, _ post: (Message) -> Void) {
    let opener = acts.opener
    do throws(OfficeError) {
      guard let file = try opener.file(key) else {
        return post(.unreadable(key, Phrase("这个申报件已不在库里", "This case is no longer in the store")))
      }
      let erased = opener.finishErasing(file)
      post(.opened(key, opener.opened(file)))
      if let erased { post(.told(Toast(.done, erased))) }
      post(.onDisk(key, opener.onDisk(file)))
    } catch {
      post(.unreadable(key, error.message))
    }
  }

  /// What another edition says of cases, by verified values.
  func judge(_ keys: [CaseKey], _ edition: String) -> [CaseKey: Judged] {
    let rules = AskedRules(standard: (try? store.standard(on: today)) ?? .shared, edition: edition)
    var judged: [CaseKey: Judged] = [:]
    for key in keys {
      do throws(OfficeError) {
        guard let file = try acts.opener.file(key) else { continue }
        if let unread = file.allIncomplete.first {
          judged[key] = .not(unread.unmet.message)
          continue
        }
        let verified = Set(file.verified.keys)
        do throws(EditionError) {
          let assessment = try rules.assess(file.current)
          let decides = try rules.explain(file.current, verified: verified).deciding.first?.id
          judged[key] = .counted(
            CountedCase(file.current, assessment, decides: decides, before: file.assessment?.outcome))
        } catch { judged[key] = .not(error.message) }
      } catch { judged[key] = .not(error.message) }
    }
    return judged
  }

  /// Everything has been seen by now.
  func markSeen(_ post: (Message) -> Void) {
    keep(post) { own throws(StoreError) in
      try look.mark(store.loadSummaries(store.standard(on: today)), own, officer: officer ?? "")
    }
    tellNews(post)
  }

  func tellNews(_ post: (Message) -> Void) {
    do throws(StoreError) {
      let rows = try store.loadSummaries(store.standard(on: today))
      post(.news(try look.news(rows, store.own, officer: officer ?? "")))
    } catch { post(.told(Toast(.failed, error.message))) }
  }

  /// The registry as it stands.
  func tellOfficers(_ post: (Message) -> Void) {
    do throws(StoreError) {
      post(.officers(try store.officers()))
      post(.settings(try store.settingsDocuments(today: today)))
    } catch { post(.told(Toast(.failed, error.message))) }
  }

  /// A copy of a paper for another program, whose bytes are those of the paper on file; whether any hash was declared.
  func copy(of file: String, _ key: CaseKey) throws(OfficeError) -> (path: String, isBound: Bool) {
    guard let found = try acts.opener.file(key) else { throw .caseGone(key) }
    let hashes = found.hashes(of: file)
    let kept = try kept(file, key)
    let path = try withStore { () throws(StoreError) in
      let known = copies.withLock { $0 }
      let folder = if let known { known } else { try DocumentCopies(store, at: .now()) }
      copies.withLock { $0 = folder }
      if let kept { return try folder.copy(kept.bytes, named: kept.name) }
      return try folder.copy(store, key, file, as: hashes)
    }
    return (path, kept != nil || !hashes.isEmpty)
  }

  /// The name under which a file is shown: a paper's own; of one that is kept by its hash, what its content makes it.
  func name(of file: String, _ key: CaseKey) throws(OfficeError) -> String { try kept(file, key)?.name ?? file }

  /// A file that is kept by its hash in the case's folder; `nil` for a paper, which has a name.
  private func kept(_ file: String, _ key: CaseKey) throws(OfficeError) -> (name: String, bytes: [UInt8])? {
    guard Hexadecimal.isDigest(file) else { return nil }
    let bytes = try withStore { () throws(StoreError) in try store.file(key.path, file) }
    guard let bytes else {
      throw .store(
        StoreError(
          .missing, file, Phrase("这个文件不在库里：请从备份或其他机关取回", "it is not in the store: get it from a copy or another office")
        ))
    }
    return (Photograph.name(of: bytes, file), bytes)
  }

  /// What lies in the store in the place of a paper of a case.
  func onDisk(_ file: String, _ key: CaseKey) -> DocumentOnDisk {
    let found = (try? acts.opener.file(key)).flatMap { $0 }
    let hash = found?.revision.application.materials.first { $0.file == file }?.sha256
    return store.documentOnDisk(key, DeclaredFile(file: file, sha: hash))
  }

  /// Takes away the copies that were made for other programs.
  func forgetCopies() { copies.withLock { $0 = nil } }

  /// Writes to the officer's own folder; says so when that failed.
  func keep(_ post: (Message) -> Void, _ write: (OfficerFolder) throws(StoreError) -> Void) {
    guard let own = store.own else { return }
    do throws(StoreError) { try write(own) } catch { post(.told(Toast(.failed, error.message))) }
  }
}
