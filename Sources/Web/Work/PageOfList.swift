/// One page of a list.
struct PageOfList<Element> {
    let items: [Element]
    /// The number of this page, from 1.
    let number: Int
    /// How many pages there are, at least 1.
    let count: Int

    /// `number`: the page that the address asks for; nonsense means the nearest page.
    init(_ all: [Element], number: String, size: Int) {
        count = max(1, (all.count + size - 1) / size)
        self.number = min(max(1, Int(number) ?? 1), count)
        items = Array(all.dropFirst((self.number - 1) * size).prefix(size))
    }

    /// A title that says which page it is, when there are several.
    func title(_ text: String) -> String {
        count > 1 ? "\(text) (page \(number) of \(count))" : text
    }
}
