import Casework
import Crypto
import ScoringCore
import SystemPackage

/// Opens packs of one store for one officer.
///
/// Nothing of a pack is believed, and nothing of it given over, before the signature at its end and every hash in it were
/// checked: until then its files lie in a folder of temporary files, which goes with the first fault.
struct PackReader {
  private let store: String
  private let registry: Registry
  private let key: (PackHead) throws(StoreError) -> OfficerKey?

  /// - Parameters:
  ///   - store: id of the store the packs have to be of.
  ///   - registry: who may have made them; what a pack brings of it is added to it.
  ///   - key: to open a pack with, asked for when its head is in order; `nil` where there is none that it is sealed to.
  init(store: String, registry: Registry, key: @escaping (PackHead) throws(StoreError) -> OfficerKey?) {
    self.store = store
    self.registry = registry
    self.key = key
  }

  /// Unpacks one.
  /// - Parameters:
  ///   - name: of the pack, as shown.
  ///   - disk: where it is unpacked, below its folder of temporary files.
  /// - Throws: why it is refused, what of it cannot be read, or where its files cannot be written; nothing is left then.
  func unpack(_ input: PackInput, name: String, on disk: Disk) throws(StoreError) -> UnpackedPack {
    var input = input
    let head: PackHead
    let content: SymmetricKey
    do throws(PackUnpacker.Failure) {
      head = try readHead(&input)
      do throws(PackFault) {
        guard head.statement.store == store else { throw .otherStore(theirs: head.statement.store, ours: store) }
        // What the pack brings may make a key known, and none known that has ended.
        try check(registry, head, isFinal: false)
      } catch { throw .fault(error) }
      content = try contentKey(head)
    } catch { throw refused(error, name) }
    let pack = try UnpackedPack(head, on: disk)
    do throws(PackUnpacker.Failure) {
      try unpack(&input, head, content, PackUnpacker(disk, pack.folder))
      let all = try registry(with: pack)
      do throws(PackFault) { try check(all, head) } catch { throw .fault(error) }
    } catch { throw refused(error, name) }
    return pack
  }

  private func contentKey(_ head: PackHead) throws(PackUnpacker.Failure) -> SymmetricKey {
    let mine: OfficerKey?
    do throws(StoreError) { mine = try key(head) } catch { throw .store(error) }
    do throws(PackFault) {
      guard let mine else { throw .notForYou(head.officers) }
      return try head.contentKey(mine)
    } catch { throw .fault(error) }
  }

  private func refused(_ failure: PackUnpacker.Failure, _ name: String) -> StoreError {
    switch failure {
    case .fault(let fault): fault.error(name, called: registry.now.name(of:))
    case .store(let error): error
    }
  }

  private func readHead(_ input: inout PackInput) throws(PackUnpacker.Failure) -> PackHead {
    let lines: [UInt8]?
    do throws(StoreError) { lines = try input.twoLines(limit: PackHead.limit) } catch { throw .store(error) }
    // What begins as a pack does and ends within its head was cut.
    guard let lines else { throw .fault(input.beginsLike(PackHead.beginning) ? .cut : .notAPack) }
    do throws(PackFault) { return try PackHead(reading: lines) } catch { throw .fault(error) }
  }
}

extension PackReader {
  /// Throws unless the key of the head is in force and its author's.
  /// - Parameter isFinal: false where the pack may bring what makes the key known.
  private func check(_ registry: Registry, _ head: PackHead, isFinal: Bool = true) throws(PackFault) {
    let author = head.statement.author
    guard let officer = registry.now.keys[head.key] else {
      if registry.knows(head.key) { throw .keyEnded(author) }
      if isFinal { throw .keyUnknown(author) }
      return
    }
    guard officer == author else { throw .notAuthor(author) }
    guard registry.now.isInOffice(officer) else { throw .keyEnded(author) }
  }

  /// The registry here and that of the pack together. Cuts decide what counts, and not whose a key is.
  private func registry(with pack: UnpackedPack) throws(PackUnpacker.Failure) -> Registry {
    do throws(StoreError) {
      let folder = try pack.withFiles { files throws(StoreError) in try CheckedFolder("registry", files) }
      let theirs = folder?.events.compactMap { try? Event($0) } ?? []
      let known = registry.entries.map(\.event) + registry.setAside
      let new = Set(theirs).subtracting(known)
      return new.isEmpty ? registry : Registry(known + new, store: store)
    } catch { throw .store(error) }
  }

  /// Opens the pieces, down to the signature at the end.
  private func unpack(
    _ input: inout PackInput, _ head: PackHead, _ content: SymmetricKey, _ unpacker: consuming PackUnpacker
  ) throws(PackUnpacker.Failure) {
    var cipher = PackCipher(content, bindingTo: head.id)
    func next(_ count: Int, _ input: inout PackInput, isCovered: Bool = true) throws(PackUnpacker.Failure)
      -> ArraySlice<UInt8>
    {
      do throws(StoreError) {
        if let part = try input.take(count, isCovered: isCovered) { return part }
      } catch { throw .store(error) }
      throw .fault(.cut)
    }
    var isLast = false
    while !isLast {
      let number = cipher.count + 1
      guard let frame = PackCipher.Frame(try next(PackCipher.frameSize, &input)) else { throw .fault(.piece(number)) }
      let sealed = try next(frame.sealedSize, &input)
      guard let text = try? cipher.open(sealed, isLast: frame.isLast) else { throw .fault(.piece(number)) }
      try unpacker.take([UInt8](text))
      isLast = frame.isLast
    }
    try unpacker.finish(head)
    let digest = input.trailer.digest
    let signature = try next(PackTrailer.size, &input, isCovered: false)
    let isAtEnd: Bool
    do throws(StoreError) { isAtEnd = try input.isAtEnd } catch { throw .store(error) }
    guard isAtEnd else { throw .fault(.trailing) }
    guard head.isSignedEnd(digest, Array(signature)) else { throw .fault(.signature) }
  }
}
