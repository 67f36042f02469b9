import Foundation
import TerminalModel
import Testing

/// The demonstration's own folder, how it begins and how it is left.
@Suite struct DemoTests {
  private func folders(_ session: ConsoleSession) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: session.home).filter { $0.contains("tidu-demo-") })
  }

  @Test func `Whoever waits is told so, what is typed neither shows nor counts, and leaving says that all goes`() throws
  {
    let session = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"])
    try session.pty.wait(for: "正在准备演示")
    #expect(!session.pty.echoes)
    session.pty.type("q\rjunk")
    try session.pty.wait(for: "专精特新")
    session.pty.count(milliseconds: 600)
    #expect(session.screen.text.contains("换一块") && !session.screen.text.contains("退出梯度？"))
    #expect(!String(decoding: session.pty.transcript, as: UTF8.self).contains("junk"))
    #expect(try folders(session).count == 1)
    try session.type("q", until: "删除")
    #expect(session.screen.text.contains("退出梯度？") && !session.screen.text.contains("都已保存"))
    session.pty.count(milliseconds: 400)
    session.pty.type(.enter)
    #expect(try session.pty.waitForEnd() == 0)
    #expect(session.isRestored)
    #expect(try folders(session).isEmpty)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func `Ended while it is made, it gives the terminal back`(
    by signal: Int32
  ) throws {
    let session = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"])
    try session.pty.wait(for: "正在准备演示")
    session.pty.signal(signal)
    #expect(try session.pty.waitForEnd() == -Int(signal))
    #expect(session.isRestored)
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP, SIGQUIT]) func `Nothing stays behind, whatever ends it`(by signal: Int32)
    throws
  {
    let session = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"])
    try session.pty.wait(for: "专精特新")
    #expect(try folders(session).count == 1)
    session.pty.signal(signal)
    _ = try session.pty.waitForEnd()
    // What removes it is a program of its own.
    let end = ContinuousClock.now + .seconds(30)
    while try !folders(session).isEmpty, .now < end { usleep(20_000) }
    #expect(try folders(session).isEmpty)
  }

  @Test func `What a computer that was cut off left goes when the next begins; what runs and what is no folder stay`()
    throws
  {
    let running = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"])
    try running.pty.wait(for: "专精特新")
    let (files, home) = (FileManager.default, running.home)
    let elsewhere = home + "/elsewhere"
    let left = home + "/tidu-demo-left/store"
    for folder in [elsewhere, left] { try files.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    try files.createSymbolicLink(atPath: home + "/tidu-demo-link", withDestinationPath: elsewhere)
    #expect(files.createFile(atPath: elsewhere + "/kept", contents: Data("kept".utf8)))
    let before = try folders(running)
    let next = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"], environment: ["TMPDIR": home])
    try next.pty.wait(for: "专精特新")
    let after = try folders(running)
    #expect(after.count == before.count && !after.contains("tidu-demo-left"))
    #expect(after.isSuperset(of: before.subtracting(["tidu-demo-left"])))
    #expect(files.fileExists(atPath: elsewhere + "/kept"))
  }

  @Test func `It takes no other store`() throws {
    for language in ["zh", "en"] {
      let store = try SharedStore.made.get()
      let done = try Command(["demo", "--store", store.path, "--lang", language], home: store.home).outcome()
      #expect(done.status == 2 && done.errors.contains("--store") && done.output.isEmpty)
    }
  }
}
