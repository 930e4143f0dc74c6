public import Records

extension Gateway {
    /// The rules of a gateway that can be checked without a person; an empty list means "any".
    public struct Rules: Codable, Hashable, Sendable {
        /// Whether information goes to another body, stays inside one, or either.
        public enum Reach: String, Codable, Hashable, Sendable, CaseIterable {
            /// From one body to another.
            case between
            /// Used again inside the body that holds it.
            case within
            /// Either.
            case either
        }

        /// What the holder must be; one of them is enough.
        public let holders: Set<Capacity.ID>
        /// What the receiver must be; one of them is enough.
        public let receivers: Set<Capacity.ID>
        /// Between bodies, within one, or either.
        public let reach: Reach
        /// What it may be used for.
        public let purposes: Set<Purpose.ID>
        /// The only items that it covers; nil where it does not list any.
        public let items: Set<DataItem.ID>?
        /// Whether the receiver must ask first.
        public let needsRequest: Bool
        /// Whether the person concerned must agree.
        public let needsAgreement: Bool
        /// Whether it allows disclosure; false where it only gives a body a task.
        public let grantsDisclosure: Bool
        /// Whether it is there for when no special power is.
        public let isLastResort: Bool
        /// What it does not allow.
        public let bars: [Bar]

        /// Rules from their parts; without any, whoever may share whatever with whomever.
        public init(
            holders: Set<Capacity.ID> = [], receivers: Set<Capacity.ID> = [],
            reach: Reach = .between, purposes: Set<Purpose.ID> = [],
            items: Set<DataItem.ID>? = nil, needsRequest: Bool = false,
            needsAgreement: Bool = false, grantsDisclosure: Bool = true,
            isLastResort: Bool = false, bars: [Bar] = []
        ) {
            self.holders = holders
            self.receivers = receivers
            self.reach = reach
            self.purposes = purposes
            self.items = items
            self.needsRequest = needsRequest
            self.needsAgreement = needsAgreement
            self.grantsDisclosure = grantsDisclosure
            self.isLastResort = isLastResort
            self.bars = bars
        }

        /// Reads rules; what is left out is as in the initialiser.
        public init(from decoder: any Decoder) throws {
            let rules = try decoder.container(keyedBy: CodingKeys.self)
            func set<Value: Hashable & Decodable>(_ key: CodingKeys) throws -> Set<Value> {
                try rules.decodeIfPresent(Set<Value>.self, forKey: key) ?? []
            }
            func flag(_ key: CodingKeys, else other: Bool) throws -> Bool {
                try rules.decodeIfPresent(Bool.self, forKey: key) ?? other
            }
            holders = try set(.holders)
            receivers = try set(.receivers)
            reach = try rules.decodeIfPresent(Reach.self, forKey: .reach) ?? .between
            purposes = try set(.purposes)
            items = try rules.decodeIfPresent(Set<DataItem.ID>.self, forKey: .items)
            needsRequest = try flag(.needsRequest, else: false)
            needsAgreement = try flag(.needsAgreement, else: false)
            grantsDisclosure = try flag(.grantsDisclosure, else: true)
            isLastResort = try flag(.isLastResort, else: false)
            bars = try rules.decodeIfPresent([Bar].self, forKey: .bars) ?? []
        }
    }
}
