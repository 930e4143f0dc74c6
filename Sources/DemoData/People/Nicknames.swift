/// Everyday short forms of forenames.
enum Nicknames {
    /// The short forms of a forename; none for most.
    static func list(for forename: String) -> [String] {
        byForename[forename] ?? []
    }

    private static let byForename: [String: [String]] = {
        var table: [String: [String]] = [:]
        for entry in commaSeparated(pairs) {
            let words = entry.split(separator: " ").map(String.init)
            table[words[0]] = Array(words.dropFirst())
        }
        return table
    }()

    private static let pairs = """
        Margaret Maggie Peggy, Patricia Pat Trish, Barbara Babs, Dorothy Dot, Pamela Pam,
        Maureen Mo, Kathleen Kath, Elizabeth Liz Betty Beth, Josephine Jo, Valerie Val, Susan Sue,
        Christine Chris Chrissy, Jacqueline Jackie, Deborah Debbie, Gillian Gill, Angela Angie,
        Amanda Mandy, Sandra Sandy, Beverley Bev, Catherine Cathy Cath, Katherine Kate Kathy,
        Theresa Terri, Judith Judy, Nicola Nicky, Joanne Jo, Rebecca Becky, Victoria Vicky,
        Samantha Sam, Danielle Dani, Jennifer Jenny Jen, Charlotte Lottie, Stephanie Steph,
        Kimberley Kim, Jessica Jess, Abigail Abi, Isabella Bella, Alexandra Alex Sandie,
        Madeleine Maddie, Eleanor Ellie Nell, Francesca Fran, Georgia Georgie, Bethany Beth,
        Ronald Ron, Kenneth Ken, Derek Del, Peter Pete, Dennis Den, Raymond Ray, Terence Terry,
        Frederick Fred, William Bill Will, Albert Bert, Leonard Len, Stanley Stan, Donald Don,
        Douglas Doug, Arthur Art, Ernest Ernie, Harold Harry, Reginald Reg, Sidney Sid,
        Gerald Gerry, Victor Vic, Walter Wally, Thomas Tom, Edward Ted Eddie, John Jack,
        David Dave, Stephen Steve, Michael Mick Mike, Kevin Kev, Trevor Trev, Philip Phil,
        Robert Bob Rob, Anthony Tony, Christopher Chris, Andrew Andy, Steven Steve,
        Geoffrey Geoff, Jeffrey Jeff, Leslie Les, Timothy Tim, Russell Russ, Matthew Matt,
        Daniel Dan, James Jim Jamie, Richard Dick Rick, Jonathan Jon, Benjamin Ben, Stuart Stu,
        Nicholas Nick, Nathan Nate, Samuel Sam, Gregory Greg, Patrick Paddy, Joseph Joe,
        Alexander Alex Sandy, Joshua Josh, Callum Cal, Zachary Zac, Theodore Theo, Oliver Ollie,
        Freddie Fred, Bradley Brad, Mohammed Mo, Sanjay Sanj, Harpreet Preet, Emmanuel Manny,
        Olumide Olu, Babatunde Tunde, Chukwuemeka Emeka, Funmilayo Funmi, Katarzyna Kasia,
        Małgorzata Gosia, Agnieszka Aga, Magdalena Magda, Piotr Peter, Krzysztof Chris,
        Tomasz Tom, Łukasz Luke, Oleksandr Alex, Temitope Temi, Mustafa Mus, Giuseppe Joe
        """
}
