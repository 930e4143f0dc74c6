/// How likely a harm is, in the three steps of the Commissioner's template.
public enum Likelihood: Int, Codable, Hashable, Sendable, CaseIterable, Comparable {
    /// Hardly to be expected.
    case remote = 1
    /// It may happen.
    case possible
    /// More likely than not.
    case probable

    /// As people say it.
    public var label: String {
        switch self {
        case .remote: "Remote"
        case .possible: "Possible"
        case .probable: "Probable"
        }
    }

    /// From remote to probable.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// How bad a harm would be, in the three steps of the Commissioner's template.
public enum Severity: Int, Codable, Hashable, Sendable, CaseIterable, Comparable {
    /// A nuisance.
    case minimal = 1
    /// A harm that people can overcome with effort.
    case significant
    /// A harm that lasts, or cannot be undone.
    case severe

    /// As people say it.
    public var label: String {
        switch self {
        case .minimal: "Minimal"
        case .significant: "Significant"
        case .severe: "Severe"
        }
    }

    /// From minimal to severe.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The overall level of a risk.
public enum RiskLevel: Int, Codable, Hashable, Sendable, CaseIterable, Comparable {
    /// Can be accepted.
    case low = 1
    /// Can be accepted by whoever signs.
    case medium
    /// Stops an assessment when it is left after the measures.
    case high

    /// As people say it.
    public var label: String {
        switch self {
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        }
    }

    /// From low to high.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// How likely and how bad a harm is.
public struct RiskRating: Codable, Hashable, Sendable {
    /// How likely it is.
    public let likelihood: Likelihood
    /// How bad it would be.
    public let severity: Severity

    /// A rating from its parts.
    public init(_ likelihood: Likelihood, _ severity: Severity) {
        self.likelihood = likelihood
        self.severity = severity
    }

    /// Likelihood times severity, from 1 to 3: 1 and 2 are low, 3 and 4 medium, 6 and 9 high.
    ///
    /// The template names the three levels and leaves the table to its reader; this one is ours
    /// (decision 25).
    public var level: RiskLevel {
        switch likelihood.rawValue * severity.rawValue {
        case ...2: .low
        case ...4: .medium
        default: .high
        }
    }

    /// Whether this is worse than another in one way and better in none, or the same.
    public func isAtLeast(_ other: RiskRating) -> Bool {
        likelihood >= other.likelihood && severity >= other.severity
    }
}
