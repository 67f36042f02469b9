package import Casework
package import ScoringCore
import StrictJSON

extension Store {
  /// What an office goes by on a day, and which of it its file states.
  package func settings(_ authority: String, on day: Day) throws(StoreError) -> SettingsFile {
    var base = OfficeSettings()
    if let file = try inForce("calendar", authority, on: day) {
      base.calendar = try SettingsContent.calendar(file.bytes, file: file.path)
    }
    guard let file = try inForce("settings", authority, on: day) else {
      return SettingsFile(base)
    }
    return try SettingsFile(file.bytes, base: base, file: file.path)
  }

  /// What each office goes by on a day that has adopted settings or a calendar, by authority; one whose file in force
  /// cannot be had is left out (`settingsUnread`).
  package func settings(on day: Day) throws(StoreError) -> [String: OfficeSettings] {
    var adopted: [String: OfficeSettings] = [:]
    for authority in try adopters(of: ["settings", "calendar"], by: day) {
      do throws(StoreError) { adopted[authority] = try settings(authority, on: day).settings } catch { continue }
    }
    return adopted
  }

  /// Files in force on a day that cannot be had or understood, of every office: settings, calendars, overlays, letters.
  package func settingsUnread(on day: Day) throws(StoreError) -> [UncountedFile] {
    var unread: [UncountedFile] = []
    for what in ["calendar", "letters", "overlay", "settings"] {
      for authority in try adopters(of: [what], by: day) {
        do throws(StoreError) {
          guard let file = try inForce(what, authority, on: day) else { continue }
          _ = try SettingsContent(what, file.bytes, authority: authority, file: file.path)
        } catch { unread.append(.init(error)) }
      }
    }
    return unread
  }

  /// Asks that all that an office goes by on a day can be had.
  func requireSettings(_ authority: String, on day: Day) throws(StoreError) {
    _ = try settings(authority, on: day)
    if let file = try inForce("overlay", authority, on: day) {
      _ = try SettingsContent.overlay(file.bytes, of: authority, file: file.path)
    }
  }

  /// Asks that the overlay in force can be had, whatever it says.
  func requireOverlay(_ authority: String, on day: Day) throws(StoreError) {
    _ = try inForce("overlay", authority, on: day)
  }

  private func adopters(of what: Set<String>, by day: Day) throws(StoreError) -> [String] {
    Set(try officers().now.settings.filter { what.contains($0.what) && $0.from <= day }.map(\.authority)).sorted()
  }

  /// The letters file in force for an authority on a day; `nil` where the program's own are used.
  package func letters(_ authority: String, on day: Day) throws(StoreError) -> [UInt8]? {
    try inForce("letters", authority, on: day)?.bytes
  }

  /// The standard with the overlays that offices of this store have put in force by a day; without one that cannot be had
  /// (`settingsUnread`).
  package func standard(on day: Day) throws(StoreError) -> Standard {
    var adopted: [(overlay: Overlay, bytes: [UInt8])] = []
    for authority in Set(try officers().now.settings.filter { $0.what == "overlay" }.map(\.authority)).sorted() {
      do throws(StoreError) {
        guard let file = try inForce("overlay", authority, on: day) else { continue }
        adopted.append((try SettingsContent.overlay(file.bytes, of: authority, file: file.path), file.bytes))
      } catch { continue }
    }
    return base.replacing(adopted)
  }

  /// Checks a settings, letters, calendar or overlay file as `settings` proposes it.
  /// - Parameter what: `settings`, `letters`, `calendar` or `overlay`.
  package func checkSettings(_ what: String, _ bytes: [UInt8], authority: String) throws(StoreError) {
    let name = "\(what) \(authority)"
    guard bytes.count <= SettingsFile.limit else { throw .tooLarge(name, limit: SettingsFile.limit) }
    _ = try SettingsContent(what, bytes, authority: authority, file: name)
  }

  /// Keeps such a file where settings are.
  package func keepSettings(_ bytes: [UInt8], authority: String) throws(StoreError) {
    _ = try disk.publish(
      bytes, in: "settings", names: Disk.names(ofHash: Hexadecimal.sha256(bytes)) { "\(authority)-\($0).yaml" })
  }

  private func inForce(_ what: String, _ authority: String, on day: Day) throws(StoreError)
    -> (bytes: [UInt8], path: String)?
  {
    guard let found = try officers().now.inForce(what, authority: authority, on: day) else { return nil }
    return try settingsFile(found.sha, of: authority)
  }

  /// A file of settings, letters, calendar or overlay that an event names by its hash.
  func settingsFile(_ sha: String, of authority: String) throws(StoreError) -> (bytes: [UInt8], path: String) {
    for name in Disk.names(ofHash: sha, { "\(authority)-\($0).yaml" }) {
      let path = "settings/\(name)"
      if let bytes = try disk.readIfPresent(path, limit: SettingsFile.limit), Hexadecimal.sha256(bytes) == sha {
        return (bytes, path)
      }
    }
    let path = "settings/\(authority)-\(sha.prefix(16)).yaml"
    throw StoreError(
      .damaged, path,
      Phrase(
        "设置文件\(path)缺失或已损坏，请从备份或其他机关取回",
        "The settings file \(path) is missing or damaged; get it from a copy or another office"))
  }
}

extension SettingsFile {
  /// Nothing is stated: the program's own.
  init(_ base: OfficeSettings) {
    settings = base
    stated = []
  }
}
