// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
let c: [CSetting] = [.treatAllWarnings(as: .error), .disableWarning("c23-extensions")]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "tidu",
  products: [
    .executable(name: "tidu", targets: ["tidu"]),
    .library(name: "ScoringCore", targets: ["ScoringCore"]),
    .library(name: "faulty", type: .dynamic, targets: ["CFaulty"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .target(name: "StrictJSON", swiftSettings: swift),
    .target(name: "CEmbedded", cSettings: c),
    .target(
      name: "ScoringCore", dependencies: ["StrictJSON", "CEmbedded", yams, crypto], exclude: ["Data"],
      swiftSettings: swift),
    .target(
      name: "Casework", dependencies: ["ScoringCore", "StrictJSON", crypto], swiftSettings: swift),
    .target(name: "CPosix", cSettings: c),
    .target(
      name: "CaseStore",
      dependencies: [
        "Casework", "ScoringCore", "StrictJSON", "CPosix", yams, crypto, system,
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: swift),
    .target(
      name: "Office", dependencies: ["CaseStore", "Casework", "ScoringCore", "StrictJSON"], swiftSettings: swift),
    .target(
      name: "Console", dependencies: ["Casework", "ScoringCore", "StrictJSON"],
      swiftSettings: swift),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CTerminalGuard", cSettings: c),
    .target(
      name: "Terminal", dependencies: ["CNcurses", "CTerminalGuard"], swiftSettings: swift),
    .target(
      name: "Samples", dependencies: ["ScoringCore", "StrictJSON"], swiftSettings: swift),
    .target(
      name: "ConsoleHost",
      dependencies: [
        "Office", "CaseStore", "Casework", "Console", "Terminal", "ScoringCore", "StrictJSON", "CEmbedded",
        yams, system, subprocess,
      ],
      swiftSettings: swift),
    .executableTarget(
      name: "tidu",
      dependencies: [
        "StrictJSON", "ScoringCore", "Casework", "CaseStore", "Office", "Console", "ConsoleHost", "Samples", system,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),

    .target(name: "CPty", path: "Tests/Support/CPty", cSettings: c),
    .target(
      name: "TerminalModel", dependencies: ["CPty"], path: "Tests/Support/TerminalModel",
      swiftSettings: swift),
    .executableTarget(
      name: "pictures", dependencies: ["TerminalModel"], path: "Tests/Support/Pictures",
      swiftSettings: swift),
    .target(name: "CFaulty", path: "Tests/Support/CFaulty", cSettings: c),
    .executableTarget(
      name: "faults", dependencies: ["CaseStore", "ScoringCore", "StrictJSON"], path: "Tests/Support/Faults",
      exclude: ["README.md"],
      swiftSettings: swift),
    .executableTarget(
      name: "console-bench", dependencies: ["TerminalModel"], path: "Benchmarks/Console",
      swiftSettings: swift),

    .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON"], swiftSettings: swift),
    .testTarget(
      name: "ScoringCoreTests", dependencies: ["ScoringCore", "Samples", "StrictJSON", yams],
      exclude: ["Tables"], swiftSettings: swift),
    .testTarget(
      name: "CaseworkTests", dependencies: ["Casework", "CaseStore", "Console", "ScoringCore", "StrictJSON", crypto],
      exclude: ["Tables", "Letters"], swiftSettings: swift),
    .testTarget(
      name: "CaseStoreTests",
      dependencies: ["Office", "CaseStore", "Casework", "ScoringCore", "StrictJSON", "CPosix", system],
      exclude: ["Tables"], swiftSettings: swift),
    .testTarget(
      name: "OfficeTests",
      dependencies: ["Office", "CaseStore", "Casework", "ScoringCore", "StrictJSON"], swiftSettings: swift),
    .testTarget(
      name: "ConsoleTests",
      dependencies: ["Console", "Casework", "ScoringCore", "TerminalModel", "Samples", crypto],
      exclude: ["Screens"], swiftSettings: swift),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TerminalModel", "CPty"], swiftSettings: swift),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "Samples",
        "TerminalModel", "tidu", "StrictJSON", "ScoringCore", "Casework", "CaseStore", "Office", "Console",
        "ConsoleHost", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/EndToEnd", exclude: ["Tables"], swiftSettings: swift),
  ]
)
