import Foundation
import TerminalModel

// console-bench PROGRAM STORE: what the console costs, at 120 by 40 in Chinese, on the cases of a store.
// First paint: from exec to the first screen with its figures. Bytes: everything written to the terminal for one key.
guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: console-bench PROGRAM STORE\n".utf8))
  exit(2)
}
let program = CommandLine.arguments[1]
let store = CommandLine.arguments[2]
let home = NSTemporaryDirectory() + "tidu-bench-\(ProcessInfo.processInfo.processIdentifier)"
try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: home) }

func open() throws -> PtySession {
  var environment = ProcessInfo.processInfo.environment
  environment.merge(["TERM": "xterm-256color", "LANG": "C.UTF-8", "TIDU_AMBIGUOUS": "narrow"]) { $1 }
  return try PtySession(
    program, ["--store", store, "--lang", "zh"], environment: environment, columns: 120, rows: 40)
}

struct Figures {
  let sorted: [Double]
  init(_ values: [Double]) { sorted = values.sorted() }
  func at(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] }
}

@MainActor func report(_ name: String, _ figures: Figures, unit: String, aim: Double) {
  func text(_ value: Double) -> String { String(format: value < 100 ? "%.1f" : "%.0f", value) }
  let ratio = String(format: "%.2f", figures.at(0.5) / aim)
  print(
    "\(name): p50 \(text(figures.at(0.5))) p95 \(text(figures.at(0.95))) max \(text(figures.at(1))) \(unit);",
    "aim \(text(aim)), ratio \(ratio)")
}

/// The rows of the overview have their figures: a row of the first tier with a number on it.
func isPainted(_ screen: TerminalModel) -> Bool {
  screen.lines.contains { $0.contains("创新型") && $0.contains { $0.isNumber && $0 != "0" } }
}

var starts: [Double] = []
for _ in 0..<20 {
  let begin = ContinuousClock.now
  let session = try open()
  try session.wait(for: "the overview", until: isPainted)
  starts.append((ContinuousClock.now - begin) / .milliseconds(1))
  session.signal(SIGTERM)
  _ = try session.waitForEnd()
}
report("start to first painted screen", Figures(starts), unit: "ms", aim: 50)

let session = try open()
try session.wait(for: "the overview", until: isPainted)
session.settle(milliseconds: 500)
session.type("\r")
try session.wait(for: "天数")
session.settle(milliseconds: 500)

@MainActor func press(_ key: String, _ times: Int) -> (bytes: Figures, milliseconds: Figures) {
  var bytes: [Double] = []
  var times = (0..<times).map { _ in
    let begin = ContinuousClock.now
    session.type(key)
    var last = begin
    var count = 0
    while true {
      let got = session.settle(once: 30)
      if got == 0 { break }
      count += got
      last = ContinuousClock.now
    }
    bytes.append(Double(count))
    return (last - begin) / .milliseconds(1)
  }
  times.sort()
  return (Figures(bytes), Figures(times))
}

for (name, key, times, aim) in [
  ("down a row", "\u{1B}[B", 25, 400.0), ("down a row, scrolling", "\u{1B}[B", 100, 600),
  ("page down", "\u{1B}[6~", 20, 8_000),
] {
  let figures = press(key, times)
  report("bytes, \(name)", figures.bytes, unit: "bytes", aim: aim)
  report("key to last byte, \(name)", figures.milliseconds, unit: "ms", aim: 5)
}
let idle = session.count(milliseconds: 2_000)
print("bytes while idle for 2 s: \(idle)")
session.signal(SIGTERM)
_ = try session.waitForEnd()
exit(idle == 0 ? 0 : 1)
