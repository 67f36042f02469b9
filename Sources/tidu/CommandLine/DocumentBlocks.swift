internal import Dispatch
internal import StrictJSON

/// Documents of a text, a line each, in blocks that the cores share.
enum DocumentBlocks {
  struct Document: @unchecked Sendable {
    var bytes: UnsafeRawBufferPointer
    /// Lines of the file before it.
    var linesBefore: Int
  }

  /// Documents that are read, scored and written in one go.
  private static let size = 4096
  /// Workers that a block is shared among, each with something of its own.
  static let workers = 2

  /// Gives every line that is not empty to a worker, and calls `done` after each block: what comes of a worker is in the
  /// order of the text, and that of the workers in theirs.
  static func run(
    _ bytes: UnsafeRawBufferPointer, linesBefore: Int = 0, _ work: @Sendable (Document, _ worker: Int) -> Void,
    done: () -> Void
  ) {
    var block: [Document] = []
    block.reserveCapacity(size)
    func flush() {
      let documents = block
      let each = (documents.count + workers - 1) / workers
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for document in documents.dropFirst(worker * each).prefix(each) { work(document, worker) }
      }
      done()
      block.removeAll(keepingCapacity: true)
    }
    for (index, line) in JSONLines(bytes).enumerated() where !line.isEmpty {
      block.append(Document(bytes: line, linesBefore: linesBefore + index))
      if block.count == size { flush() }
    }
    flush()
  }
}
