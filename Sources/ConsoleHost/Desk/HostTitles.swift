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
      if let first = store.titlesUnread.first {
        let (count, why) = (store.titlesUnread.count, first.unmet.message)
        let told = Phrase(
          "登记册可能不全，\(count) 处读不出：\(first.name)：\(why.zh)",
          "The register may not be whole, \(count) could not be read: \(first.name): \(why.en)")
        post(.told(Toast(.failed, told)))
      } else if let first = store.titlesUncounted.first {
        let (count, why) = (store.titlesUncounted.count, first.sentence)
        let told = Phrase("\(count) 个文件不算数：\(why.zh)", "\(count) files do not count: \(why.en)")
        post(.told(Toast(.done, told)))
      }
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
        guard let record = try history.title(store.standard(on: today), today: today) else { return nil }
        return OpenedTitle(record, history, try store.officers(), by: try store.standard(on: today))
      }
    }
    guard let file = try opener.file(key), let record = file.title(today: today) else { return nil }
    return OpenedTitle(record, file)
  }

  /// Does an act on a title, and reads it and the register again.
  func performTitle(_ folder: String, _ intent: ActIntent, _ post: (Message) -> Void) {
    do throws(OfficeError) {
      let done = try write(try request(folder, intent))
      openTitle(folder, post)
      if let file = done.situation.file { post(.changed([try row(file)], gone: [])) }
      tell(done, post)
    } catch { return refuse(error, folder, intent, post) { .actIn(folder, $0) } }
    loadTitles(post)
  }

  /// Does an act of the registry; true when it was done.
  func performRegistry(_ intent: ActIntent, _ post: (Message) -> Void) -> Bool {
    do throws(OfficeError) {
      tell(try write(try request("registry", intent)), post)
    } catch {
      refuse(error, "registry", intent, post) { .actIn("registry", $0) }
      return false
    }
    return true
  }
}
