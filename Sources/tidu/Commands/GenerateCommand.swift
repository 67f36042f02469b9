internal import ArgumentParser
internal import Foundation
internal import Samples
internal import ScoringCore
internal import StrictJSON

/// `tidu generate --seed N --count M`: believable applications, one a line.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: localized("生成示例申报（NDJSON）", "Make sample applications (NDJSON)"),
    discussion: localized(
      "同一个种子总是得到同样的申报；企业名称和信用代码都不可能属于真实企业。",
      "The same seed always makes the same applications; no name or credit code can belong to an enterprise."))

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(localized("种子", "Seed"), valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(localized("份数", "How many"), valueName: "m"))
  var count = 100

  @Option(
    help: ArgumentHelp(
      localized("只在这些省级部门之中，逗号分隔", "Only of these authorities, separated by commas"), valueName: "keys"))
  var authority: String?

  @Option(help: ArgumentHelp(localized("提交日期从这一天", "Submitted from this day"), valueName: "day"))
  var from: Day?

  @Option(help: ArgumentHelp(localized("到这一天", "to this day"), valueName: "day"))
  var until: Day?

  @Option(
    help: ArgumentHelp(
      localized(
        "把材料也写成文件，放在这个文件夹的 部门/批次/编号/ 之下，可复制到档案库的 cases/",
        "Write the papers as files as well, below AUTHORITY/BATCH/ID/ of this folder, to be copied into a store's cases/"
      ),
      valueName: "dir"), completion: .directory)
  var papers: String?

  private var keys: [String] { authority?.split(separator: ",").map(String.init) ?? [] }

  func validate() throws {
    guard (0...10_000_000).contains(count) else {
      throw ValidationError(localized("--count 应在 0 到 10000000 之间", "--count is 0 to 10000000"))
    }
    guard (from == nil) == (until == nil), from.flatMap({ from in until.map { from <= $0 } }) != false else {
      throw ValidationError(
        localized("--from 和 --until 要一起给，前者不晚于后者", "--from and --until go together, the first not after the second"))
    }
    if let unknown = keys.first(where: { Authorities.shared[$0] == nil }) {
      throw ValidationError(localized("没有代码为 \(shown(unknown)) 的省级部门", "no authority has the key \(shown(unknown))"))
    }
  }

  /// The application with its papers written, where they are wanted.
  private func attached(_ sample: Application) throws -> Application {
    guard let papers else { return sample }
    let application = DemoDocuments.attached(to: sample)
    let folder = [sample.authority, sample.batch, sample.id].reduce(URL(fileURLWithPath: papers)) {
      $0.appendingPathComponent($1)
    }
    do { try DemoDocuments.write(application, to: folder) } catch {
      throw CommandError(
        .badInput,
        localized(
          "不能写入 \(shown(papers))：\(error.localizedDescription)",
          "cannot write \(shown(papers)): \(error.localizedDescription)"))
    }
    return application
  }

  func run() throws {
    var writer = JSONWriter()
    let days = from.flatMap { from in until.map { from...$0 } }
    for application in SampleApplications(seed: seed, count: count, authorities: keys, days: days) {
      try attached(application).write(to: &writer)
      writer.newline()
      if writer.bytes.count > 1 << 20 {
        Output.write(writer.bytes)
        writer.removeAll()
      }
    }
    Output.write(writer.bytes)
  }
}
