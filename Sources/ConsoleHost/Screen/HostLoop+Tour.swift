internal import Console
internal import Terminal

/// The tour: its captions take rows of their own, it presses keys, and it seats whom it speaks of.
extension HostLoop {
  private var whole: Size { Size(terminal.columns, terminal.rows) }

  /// The tour's captions take rows of their own.
  var modelSize: Size {
    tour == nil ? whole : Size(terminal.columns, terminal.rows - Tour.rows)
  }

  var picture: Grid {
    let grid = model.view()
    return tour?.frame(grid, whole, model.context.language) ?? grid
  }

  /// Milliseconds until the tour goes on by itself; it begins when all cases are there.
  var tourPause: Int? {
    model.context.cases.isComplete ? tour?.pause(model.context.language) : nil
  }

  /// A key of the visitor's: the tour's while there is one.
  mutating func press(_ key: Key) async {
    guard var tour else { return await tell(.key(key)) }
    let keys = tour.goOn(key)
    self.tour = tour
    for key in keys { await self.tour(press: key) }
    await goOnTour()
  }

  mutating func goOnTouring() async {
    guard var tour else { return }
    let key = tour.next()
    self.tour = tour
    if let key { await self.tour(press: key) }
    await goOnTour()
  }

  private mutating func tour(press key: Key) async {
    ahead += Tour.keyPause
    await tell(.time(model.context.now + Tour.keyPause))
    isTouring = true
    await tell(.key(key))
    isTouring = false
  }

  /// Seats whom the caption speaks of; gives the whole screen and the desk back once the tour is over.
  private mutating func goOnTour() async {
    if desk.seat != tour?.seat {
      desk.impersonate(tour?.seat)
      isTouring = true
      await beginDay()
      isTouring = false
    }
    guard tour?.isOver == true else { return }
    tour = nil
    screen.forget()
    await tell(.resize(whole))
  }
}
