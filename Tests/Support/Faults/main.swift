import Dispatch
import Foundation
import Synchronization

// Runs each command of the program with one call on the disk going wrong, for each call and each way, and holds what
// comes of it against the rules: faults PROGRAM LIBRARY [--every N] [WORD …]
//
// With --every N every N-th only. Words choose commands by their names. The last line is "N passed, N failed".
var words = Array(CommandLine.arguments.dropFirst())
var every = 1
if let place = words.firstIndex(of: "--every"), place + 1 < words.count {
  every = max(1, Int(words[place + 1]) ?? 1)
  words.removeSubrange(place...(place + 1))
}
guard words.count >= 2 else {
  FileHandle.standardError.write(Data("usage: faults PROGRAM LIBRARY [--every N] [WORD …]\n".utf8))
  exit(2)
}
let (program, library) = (
  URL(fileURLWithPath: words[0]).path, URL(fileURLWithPath: words[1]).path
)
let chosen = words.dropFirst(2)
let scenes = Scene.all.filter { scene in chosen.allSatisfy { scene.name.contains($0) } }
let base =
  (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()) + "/tidu-faults-\(UUID().uuidString)"
mkdir(base, 0o755)
let run = FaultRun(program: program, library: library, base: base, every: every)
let succeeded = run.run(scenes)
Folder.remove(base)
exit(succeeded ? 0 : 1)
