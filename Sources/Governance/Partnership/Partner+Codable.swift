extension Partner {
    enum CodingKeys: String, CodingKey {
        case id, name, kind, registration, contact, standing, charter, attestations, successors
    }

    /// Reads a partner, also one that was stored before attestations were.
    public init(from decoder: any Decoder) throws {
        let partner = try decoder.container(keyedBy: CodingKeys.self)
        id = try partner.decode(ID.self, forKey: .id)
        name = try partner.decode(String.self, forKey: .name)
        kind = try partner.decode(Kind.self, forKey: .kind)
        registration = try partner.decode(String.self, forKey: .registration)
        contact = try partner.decode(String.self, forKey: .contact)
        standing = try partner.decode(Standing.self, forKey: .standing)
        charter = try partner.decodeIfPresent(CharterSignature.self, forKey: .charter)
        attestations =
            try partner.decodeIfPresent([CapacityAttestation].self, forKey: .attestations) ?? []
        successors = try partner.decodeIfPresent([ID].self, forKey: .successors) ?? []
    }
}
