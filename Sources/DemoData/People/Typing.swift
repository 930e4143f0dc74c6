/// Slips of the keyboard.
enum Typing {
    /// The word with one slip, always other than it was.
    static func slip(in word: String, using generator: inout SeededGenerator) -> String {
        var letters = Array(word.unicodeScalars)
        guard letters.count > 2 else { return word + "e" }
        let place = generator.number(in: 1...letters.count - 2)
        switch generator.below(4) {
        case 0 where letters[place] != letters[place + 1]: letters.swapAt(place, place + 1)
        case 1: letters.remove(at: place)
        case 2: letters.insert(letters[place], at: place)
        default: letters[place] = neighbour(of: letters[place])
        }
        return String(String.UnicodeScalarView(letters))
    }

    /// The next key of its row; the letter before the last for the last.
    private static func neighbour(of letter: Unicode.Scalar) -> Unicode.Scalar {
        for row in ["qwertyuiop", "asdfghjkl", "zxcvbnm"] {
            let keys = Array(row.unicodeScalars)
            guard let index = keys.firstIndex(of: letter) else { continue }
            return index + 1 < keys.count ? keys[index + 1] : keys[index - 1]
        }
        return letter == "e" ? "r" : "e"
    }
}
