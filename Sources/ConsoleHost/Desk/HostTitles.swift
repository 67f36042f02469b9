internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// Reads the register of titles for the console, and acts in folders that are opened by their path.
extension HostActs {
  func loadTitles(_ post: (Message) -> Void) {
    do throws(StoreError) {
      post(.titles(try store.titles(try store.standard(on: today), today: today).records))
    } catch {
      post(.titles([]))
      post(.told(Toast(.failed, error.message)))
    }
  }

  func openTitle(_ folder: String, _ post: (Message) -> Void) {
    do throws(OfficeError) {
      if let opened = try title(folder) { post(.title(opened)) }
    } catch { post(.told(Toast(.failed, error.message))) }
  }

  private func title(_ folder: String) throws(OfficeError) -> OpenedTitle? {
    guard let key = CaseKey(path: folder) else {
      return try withStore { () throws(StoreError) in
        let history = try store.history(folder)
        guard let record = history.title(today: today) else { return nil }
        return OpenedTitle(record, history, try store.officers().now)
      }
    }
    guard let file = try opener.file(key), let record = file.title(today: today) else { return nil }
    return OpenedTitle(record, file)
  }

  /// Does an act on a title, and reads it and the register again.
  func performTitle(_ folder: String, _ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) {
    do throws(OfficeError) {
      let officer = try own()
      try write(try named(folder, kind, fields), by: officer)
    } catch { return post(.told(toast(error))) }
    openTitle(folder, post)
    if let key = CaseKey(path: folder), let row = try? refresh(key) {
      post(.changed([row], gone: []))
    }
    post(.told(Self.recorded(kind)))
    loadTitles(post)
  }
}
