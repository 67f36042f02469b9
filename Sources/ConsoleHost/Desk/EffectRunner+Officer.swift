internal import CaseStore
package import Console
package import ScoringCore
internal import Synchronization

/// Who sits at the desk, on which day, with which key.
extension EffectRunner {
  /// The officer whose hand it is; `nil` while nobody has said who sits here.
  var officer: String? { seat?.officer ?? sitting.withLock { $0 } }

  /// Another officer sits down: nothing that the former has opened stays.
  func sit(_ officer: String, _ post: (Message) -> Void) {
    sitting.withLock { $0 = officer }
    keyring.forget()
    asked.forget()
    forgetCopies()
    keep(post) { own throws(StoreError) in try HostSession.remember(officer, in: own) }
    let session = session
    post(.session(session))
    tellNews(post)
    post(
      .told(
        Toast(
          .done,
          Phrase(
            "现在由\(session.officerName)办理（\(session.function.zh)）",
            "\(session.officerName) sits here now (\(session.function.en))"))))
  }

  /// The day at this desk.
  package var today: Day { seat?.day ?? clock.today }

  /// Milliseconds until the day changes; `nil` for never.
  var untilTomorrow: Int? { seat == nil ? clock.untilTomorrow : nil }

  /// The officer's saved views, as kept.
  package var views: [SavedView] {
    guard let own = store.own else { return [] }
    return (try? HostViews.load(own)) ?? []
  }

  /// Keeps the saved views, and tells which there are now.
  func saveViews(_ views: [SavedView], _ post: (Message) -> Void) {
    guard let own = store.own else {
      return post(
        .told(
          Toast(
            .failed,
            Phrase(
              "没有本人的文件夹（HOME 或 XDG_DATA_HOME），视图没有保存",
              "No folder of your own (HOME or XDG_DATA_HOME): the view is not saved"))))
    }
    do throws(StoreError) {
      try HostViews.save(views, in: own)
      post(.views(views))
      post(.told(Toast(.done, Phrase("视图已保存，共 \(views.count) 个", "Saved; there are \(views.count) views"))))
    } catch { post(.told(Toast(.failed, error.message))) }
  }

  /// Why the saved views cannot be had; `nil` where they can.
  var viewsTrouble: Phrase? {
    guard let own = store.own else { return nil }
    do throws(StoreError) { _ = try HostViews.load(own) } catch {
      return Phrase(
        "\(error.message.zh)：其中保存的视图读不出，再保存视图会代替它",
        "\(error.message.en): the views saved in it cannot be had, and saving one replaces it")
    }
    return nil
  }

  /// Who sits here, by the keys of this computer and what the registry says of their officer.
  package var session: Session {
    HostSession.session(of: officer ?? "", store, (try? store.settings(on: today)) ?? [:], today)
  }

  /// The hand that acts for whoever sits here.
  var acts: HostActs {
    HostActs(
      store: store, today: today, clock: clock, keyring: keyring, passphrase: PassphraseSource(file: passphraseFile),
      language: language, officer: officer, asked: asked)
  }

  // MARK: Keys

  private var passphraseFile: String? {
    environment["TIDU_PASSPHRASE_FILE"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The officer whose key has a passphrase that nobody has given yet.
  var lockedOfficer: String? {
    guard passphraseFile == nil, let officer, keyring.isLocked(officer, store) else { return nil }
    return officer
  }

  /// Opens the officer's key with a passphrase, and goes on with what was asked for.
  func unlock(_ passphrase: String, _ then: Effect, _ post: (Message) -> Void) {
    guard let officer else { return }
    do throws(StoreError) {
      try keyring.unlock(officer, store, passphrase)
    } catch {
      guard error.kind == .passphrase else { return post(.told(Toast(.failed, error.message))) }
      return post(.locked(officer: officer, isWrong: true, then))
    }
    perform(then, post)
  }
}
