import Dispatch
import Foundation
import Synchronization

/// All trials of some commands, one worker a processor.
final class FaultRun: Sendable {
  private struct Tally {
    var passed = 0
    var failed = 0
    /// Of a command: calls, passed, failed, and the first of what is wrong.
    var lines: [String] = []
  }

  private let program: String
  private let library: String
  private let base: String
  private let every: Int
  private let tally = Mutex(Tally())

  init(program: String, library: String, base: String, every: Int) {
    self.program = program
    self.library = library
    self.base = base
    self.every = every
  }

  /// - Returns: whether nothing failed.
  func run(_ scenes: [Scene]) -> Bool {
    let office: Office
    do { office = try Office(in: base + "/office", place("builder")) } catch {
      print("the office could not be made: \(error)")
      return false
    }
    let began = ContinuousClock.now
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, ProcessInfo.processInfo.activeProcessorCount)) { worker in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < scenes.count else { return }
        attempt(scenes[number], number, office, place("\(worker)"))
      }
    }
    let (passed, failed) = tally.withLock { ($0.passed, $0.failed) }
    print("with the real program, in \((ContinuousClock.now - began).components.seconds) s:")
    print("\(passed) passed, \(failed) failed")
    return failed == 0
  }

  private func place(_ name: String) -> Place { Place(program: program, library: library, folder: base + "/" + name) }

  /// Every fault of one command.
  private func attempt(_ scene: Scene, _ number: Int, _ office: Office, _ place: Place) {
    let began = ContinuousClock.now
    let trial: Trial
    do { trial = try Trial(scene, of: office, at: place) } catch {
      return tell("\(scene.name): does not do what is tried: \(error)", passed: 0, failed: 1)
    }
    var (passed, failed) = (0, 0)
    var wrong: [String] = []
    for (position, fault) in faults(trial, number) {
      if let what = trial.judge(position, fault, checks: (passed + failed) % 5 == 0) {
        failed += 1
        let call = trial.calls[position]
        wrong.append("  call \(position), \(call.name) \(call.path), \(Fault.words(fault)): \(what)")
      } else {
        passed += 1
      }
    }
    let seconds = (ContinuousClock.now - began).components.seconds
    let line = "\(scene.name): \(trial.calls.count) calls, \(passed) passed, \(failed) failed, \(seconds) s"
    tell(([line] + wrong).joined(separator: "\n"), passed: passed, failed: failed)
  }

  /// What is to go wrong: of every writing call everything, of a reading call one way after the other.
  private func faults(_ trial: Trial, _ number: Int) -> [(call: Int, fault: String)] {
    var faults: [(Int, String)] = []
    var turn = number
    for (position, call) in trial.calls.enumerated() {
      let ways = Fault.of(call)
      if call.isWriting, trial.scene.writes {
        faults += ways.map { (position, $0) }
        continue
      }
      // A folder gives its names one after the other: the first and the second stand for all.
      if call.name == "names", position > 1, trial.calls[position - 2] == call { continue }
      faults.append((position, ways[turn % ways.count]))
      turn += 1
    }
    // A short command has its turn as well.
    let every = max(1, min(every, faults.count / 2))
    return faults.enumerated().filter { $0.offset % every == number % every }.map(\.element)
  }

  private func tell(_ line: String, passed: Int, failed: Int) {
    tally.withLock { tally in
      tally.passed += passed
      tally.failed += failed
      print(line)
      fflush(nil)
    }
  }
}
