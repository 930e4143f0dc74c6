import Exchange
import Governance
import Records

/// One button of a demonstration: signs in as an invented person and goes on to a page.
struct DemonstrationEntry: Part {
    let html: HTML

    init(_ visit: Visit, _ person: Practitioner.ID, _ label: String, to address: String) {
        html =
            PostForm("/demo/sign-in", csrf: visit.csrf) {
                hiddenInput("person", person.rawValue)
                hiddenInput("next", address)
                Button(label, .secondary)
            }.html
    }
}

extension DemonstrationPerson {
    /// The name and the post, with the roles that the post does not say.
    var called: String {
        let post = account.post.lowercased()
        let roles = account.roles.map { $0.label.lowercased() }.filter { $0 != post }.sorted()
        let rest = roles.isEmpty ? "" : " (\(roles.joined(separator: ", ")))"
        return "\(account.name), \(account.post)\(rest)"
    }
}
