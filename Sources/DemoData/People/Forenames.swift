/// The words between commas, without the spaces and line ends around them.
func commaSeparated(_ text: String) -> [String] {
    text.split(separator: ",").map { part in
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\n" }
        let start = part.drop(while: isBlank)
        let end = start.lastIndex { !isBlank($0) }
        return end.map { String(start[...$0]) } ?? ""
    }
}

/// Common forenames by sex, background and, for the largest group, time of birth.
enum Forenames {
    /// The names that a child of this sex and background got in this year.
    static func list(for sex: Sex, _ background: Background, bornIn year: Int) -> [String] {
        let bySex = sex == .female ? female : male
        guard background == .british else { return bySex[background.rawValue + 3] }
        switch year {
        case ..<1955: return bySex[0]
        case ..<1975: return bySex[1]
        case ..<1995: return bySex[2]
        default: return bySex[3]
        }
    }

    /// Four times of birth of the first background, then one list for each other background.
    static let female: [[String]] = [
        """
        Margaret, Jean, Mary, Patricia, Barbara, Joan, Sheila, Maureen, Doreen, Shirley, Brenda,
        Pamela, Dorothy, June, Joyce, Ann, Audrey, Beryl, Eileen, Rita, Sylvia, Valerie, Kathleen,
        Marjorie, Hazel, Irene, Edna, Betty, Iris, Josephine, Elizabeth, Gwyneth
        """,
        """
        Susan, Linda, Christine, Carol, Julie, Karen, Jacqueline, Deborah, Tracey, Helen, Diane,
        Alison, Lesley, Sharon, Gillian, Jane, Janet, Elaine, Angela, Lorraine, Dawn, Amanda,
        Denise, Sandra, Beverley, Wendy, Siân, Bernadette, Catherine, Katherine, Theresa, Judith
        """,
        """
        Sarah, Claire, Emma, Nicola, Lisa, Joanne, Michelle, Rebecca, Gemma, Laura, Victoria,
        Samantha, Rachel, Kelly, Natalie, Louise, Zoë, Hayley, Stacey, Leanne, Kerry, Danielle,
        Jennifer, Katie, Hannah, Charlotte, Stephanie, Naomi, Donna, Renée, Kimberley, Chloë
        """,
        """
        Chloe, Emily, Jessica, Megan, Lauren, Sophie, Olivia, Georgia, Bethany, Ellie, Amelia,
        Grace, Mia, Lucy, Ruby, Poppy, Holly, Molly, Daisy, Millie, Abigail, Isabella, Freya,
        Scarlett, Niamh, Phoebe, Evie, Lily, Alexandra, Madeleine, Eleanor, Francesca
        """,
        """
        Priya, Fatima, Ayesha, Nisha, Amina, Zainab, Sunita, Anjali, Rukhsana, Shabnam, Meera,
        Nasreen, Harpreet, Jasmin, Simran, Deepa, Tahmina, Sadia, Farzana, Kavita
        """,
        """
        Blessing, Ngozi, Folake, Abena, Chidinma, Adaeze, Funmilayo, Esther, Patience, Tendai,
        Yetunde, Akosua, Mercy, Amara, Temitope, Oluchi, Faith, Rutendo, Ifeoma, Joy
        """,
        """
        Agnieszka, Katarzyna, Małgorzata, Anna, Magdalena, Monika, Ewa, Elena, Ioana, Mihaela,
        Daiva, Rasa, Ilze, Oksana, Kateřina, Desislava, Andreea, Justyna, Natalia, Irina
        """,
        """
        Ayşe, Leyla, Zeynep, Yasmin, Mariam, Samira, Layla, Shirin, Nour, Emine, Dilara, Soraya
        """,
        """
        Mei, Ling, Xiu, Suki, Yan, Hui, Lan, Thuy, Wai, Grace, Karen, Fiona
        """,
        """
        Maria, Ana, Lucía, Francesca, Giulia, Inês, Beatriz, Élodie, Chiara, Carmen, Sofia, Paula
        """,
    ].map(commaSeparated)

    /// Four times of birth of the first background, then one list for each other background.
    static let male: [[String]] = [
        """
        John, Ronald, Kenneth, Derek, Peter, Roy, Dennis, Raymond, Brian, Terence, Frederick,
        George, William, Albert, Leonard, Stanley, Gordon, Donald, Norman, Douglas, Eric, Arthur,
        Ernest, Harold, Reginald, Sidney, Gerald, Maurice, Victor, Walter, Thomas, Edward
        """,
        """
        David, Paul, Stephen, Michael, Kevin, Ian, Alan, Gary, Keith, Graham, Nigel, Trevor, Barry,
        Colin, Martin, Philip, Robert, Anthony, Christopher, Andrew, Mark, Steven, Neil, Clive,
        Geoffrey, Roger, Russell, Jeffrey, Malcolm, Leslie, Timothy, Gareth
        """,
        """
        Darren, Lee, Jason, Simon, Matthew, Daniel, James, Richard, Craig, Wayne, Jonathan,
        Benjamin, Adam, Stuart, Scott, Carl, Dean, Ryan, Gavin, Nicholas, Luke, Ross, Shaun,
        Aaron, Dominic, Marcus, Nathan, Samuel, Gregory, Patrick, Joseph, Alexander
        """,
        """
        Jack, Callum, Connor, Liam, Harry, Joshua, Charlie, Alfie, Oliver, Archie, Jake, Kieran,
        Jordan, Ethan, Lewis, Mason, Tyler, Bradley, Louis, Oscar, Max, Reece, Owen, Dylan, Finley,
        Riley, Toby, Freddie, Rhys, Zachary, Theodore, Isaac
        """,
        """
        Mohammed, Imran, Raj, Sanjay, Amit, Abdul, Tariq, Harjit, Vikram, Faisal, Shahid, Rakesh,
        Gurpreet, Anil, Nadeem, Kamal, Sunil, Bilal, Rahul, Iqbal
        """,
        """
        Emmanuel, Chukwuemeka, Olumide, Kwame, Kofi, Tunde, Samuel, Ibrahim, Tafadzwa, Babatunde,
        Kwabena, Segun, Uche, Michael, Femi, Obinna, Moses, Tendai, Isaac, Daniel
        """,
        """
        Piotr, Łukasz, Tomasz, Paweł, Krzysztof, Marcin, Andrei, Ionuț, Vasile, Jonas, Mindaugas,
        Janis, Oleksandr, Tomáš, Georgi, Cristian, Rafał, Bartosz, Dmitri, Florin
        """,
        """
        Mehmet, Mustafa, Emre, Ali, Hassan, Omar, Yusuf, Karim, Reza, Çağrı, Ahmed, Khalid
        """,
        """
        Wei, Ming, Jun, Chi, Kai, Hung, Minh, Wing, Raymond, Alan, Henry, Kenny
        """,
        """
        José, António, Marco, Luca, João, Carlos, Miguel, François, Giuseppe, Paulo, Rui, Alessandro
        """,
    ].map(commaSeparated)
}
