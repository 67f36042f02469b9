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

  @Test func `What a killed one left goes when the next begins; one that runs and what is no folder stay`() throws {
    let first = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"])
    try first.pty.wait(for: "专精特新")
    func begin() throws -> ConsoleSession {
      let next = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"], environment: ["TMPDIR": first.home])
      try next.pty.wait(for: "专精特新")
      return next
    }
    let elsewhere = first.home + "/elsewhere"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: first.home + "/tidu-demo-link", withDestinationPath: elsewhere)
    #expect(FileManager.default.createFile(atPath: elsewhere + "/kept", contents: Data("kept".utf8)))
    let running = try folders(first)
    for signal in [SIGKILL, SIGTERM, SIGHUP] {
      let killed = try begin()
      #expect(try folders(first).count == running.count + 1)
      killed.pty.signal(signal)
      _ = try killed.pty.waitForEnd()
    }
    let last = try begin()
    let left = try folders(first)
    #expect(left.count == running.count + 1 && left.isSuperset(of: running))
    #expect(FileManager.default.fileExists(atPath: elsewhere + "/kept"))
    last.pty.signal(SIGTERM)
    _ = try last.pty.waitForEnd()
  }

  @Test func `It takes no other store`() throws {
    for language in ["zh", "en"] {
      let store = try SharedStore.made.get()
      let done = try Command(["demo", "--store", store.path, "--lang", language], home: store.home).outcome()
      #expect(done.status == 2 && done.errors.contains("--store") && done.output.isEmpty)
    }
  }
}
