import ScoringCore
import Testing

@testable import Console

@Suite struct Keys {
  @Test func `full-width keys are folded where a command is awaited`() {
    let table: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("ｊ", "j"), ("：", ":"), ("？", "?"), ("１", "1"), ("。", "."), ("、", "/"), ("　", " "), ("／", "/"),
      ("Ａ", "A"), ("《", "<"), ("j", "j"),
    ]
    for (typed, meant) in table { #expect(Key.character(typed).folded == .character(meant)) }
    #expect(Key.up.folded == .up)
    #expect(Key.letter("中").needsInputMethod)
    #expect(!Key.letter("ｊ").needsInputMethod)
  }

  @Test func `a Chinese character as a command says that the input method is on`() {
    var model = Builder.model()
    model.type(.letter("中"))
    #expect(model.screen.contains("输入法开着"))
    model.type(.letter("？"))
    #expect(model.screen.contains("帮助：这里能做的事"))
  }

  @Test func `every command is listed where it can be given, and its keys clash with no other's`() {
    for scope in Command.Scope.allCases {
      let here = Command.table.filter { $0.scope == scope || $0.scope == .everywhere }
      var seen: [Key: Command.ID] = [:]
      for command in here {
        for key in command.keys {
          if let other = seen[key], scope != .everywhere, other != command.id {
            Issue.record("\(key) is \(other.rawValue) and \(command.id.rawValue)")
          }
          seen[key] = command.id
        }
      }
    }
    #expect(Set(Command.table.map(\.id)).count == Command.table.count)
  }

  @Test func `no key means what a terminal cannot tell apart`() {
    let forbidden: [Unicode.Scalar] = ["i", "m", "h", "j", "s", "q"]
    for command in Command.table {
      for key in command.keys {
        if case .control(let scalar) = key { #expect(!forbidden.contains(scalar)) }
      }
    }
  }

  @Test func `every command has both languages`() {
    for command in Command.table {
      for phrase in [command.name, command.summary] {
        #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty, "\(command.id.rawValue)")
        #expect(!hasHan(phrase.en), "\(command.id.rawValue): \(phrase.en)")
      }
    }
  }

  @Test func `every word of queues, columns and states has both languages`() {
    let phrases =
      QueueTab.allCases.flatMap { [$0.name, $0.emptyReason] } + QueueColumn.allCases.map(\.longName)
      + OverviewScreen.stateColumns.map(\.name)
    for phrase in phrases {
      #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty && !hasHan(phrase.en))
    }
  }

  private func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) }
  }
}
