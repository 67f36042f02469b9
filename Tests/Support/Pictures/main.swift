import Foundation
import TerminalModel

// Runs the program on its demo and writes a picture of each screen: pictures PROGRAM FOLDER [SCENE …]
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: pictures PROGRAM FOLDER [SCENE …]\n".utf8))
  exit(2)
}
let wanted = Set(arguments.dropFirst(3))
let studio = Studio(program: arguments[1], folder: arguments[2])
do {
  for language in ["en", "zh"] {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      try studio.shoot(language, columns, rows, wanted.isEmpty ? nil : wanted)
    }
  }
} catch {
  FileHandle.standardError.write(Data("pictures: \(error)\n".utf8))
  exit(1)
}
