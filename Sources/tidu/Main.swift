@main
struct Main {
  static func main() {
    print("tidu")
  }
}
