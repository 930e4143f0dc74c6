/// Common surnames by background, the most common first.
enum Surnames {
    /// The surnames of this background.
    static func list(for background: Background) -> [String] {
        byBackground[background.rawValue]
    }

    /// One list for each background, in its order.
    static let byBackground: [[String]] = [
        british, southAsian, african, eastEuropean, middleEastern, eastAsian, southEuropean,
    ].map(commaSeparated)

    private static let british = """
        Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Wright, Walker, Evans,
        White, Roberts, Green, Hall, Thomas, Clarke, Jackson, Wood, Harris, Turner, Cooper, Hill,
        Ward, Martin, Moore, Clark, Baker, Harrison, King, Morris, Allen, Cook, Parker, Lee, Carter,
        Bennett, Young, Shaw, Collins, O’Neill, Murphy, Bell, Cox, Richardson, Watson, Mitchell,
        Adams, Phillips, Edwards, Hughes, Lewis, Robinson, Thompson, Webb, Rogers, Gray, Mills,
        Hunt, Palmer, Holmes, Campbell, Foster, Stevens, Knight, Butler, Mason, Barnes, Fisher,
        Powell, Chapman, Marshall, Pearce, Saunders, Howard, Day, Reynolds, Fox, Barker, Dixon,
        Harvey, Pearson, Fletcher, Gibson, Lawrence, Matthews, Andrews, Ford, Payne, West, Cole,
        Porter, Spencer, Warren, Burton, Hart, Perry, Dean, Bishop, Page, Willis, Francis, Lambert,
        Newman, Reed, Wells, Gardner, Freeman, Bird, Carr, Woods, Sutton, Watts, Ryan, Hudson,
        O’Brien, O’Connor, Kelly, Walsh, Byrne, Doyle, McCarthy, Gallagher, Kennedy, Quinn,
        Fitzgerald, Sullivan, Nolan, Murray, Stewart, Macdonald, McKenzie, Fraser, Sinclair, Reid,
        Grant, Morrison, Hamilton, Wallace, Ferguson, Griffiths, Llewellyn, Pritchard, Rees, Owen,
        Vaughan, Bowen, Root, Mott, Cant, Wiffen, Raven, Suckling, Hockley, Pudney, Thorogood,
        Crabb, Cottis, Goymer, Lodge, Halls, Potter, Deal, Staines, Wyatt, Springett, Eve, Tyler,
        Frost, Drake, Bull, Nunn, Rayner, Farrow, Hayward, Lucking, Smee, Joslin, Rumble, Keeble,
        Argent, Bright, Peacock, Sharpe, Blackwell, Winter, Snow, Poole, Ellis, Chandler, Gilbert,
        Manning, Bailey, Bond, Boyd, Bryant, Burgess, Coleman, Curtis, Davey, Dawson, Elliott,
        Finch, Franklin, French, George, Goodwin, Hammond, Harding, Higgins, Hodges, Hopkins,
        Humphreys, Ingram, Jarvis, Jennings, Kemp, Lane, Leach, Little, Long, Lowe, Marsh, May,
        Miles, Moss, Nash, Neal, Nicholls, Norris, Osborne, Parsons, Perkins, Pope, Pratt, Read,
        Rowe, Rose, Savage, Simpson, Slater, Stone, Summers, Swain, Tucker, Waters, Weston
        """
    private static let southAsian = """
        Patel, Khan, Singh, Ahmed, Kaur, Begum, Hussain, Ali, Shah, Sharma, Rahman, Miah, Chowdhury,
        Islam, Malik, Akhtar, Desai, Gupta, Kumar, Mistry, Uddin, Iqbal, Joshi, Mehta, Bhatt, Gill,
        Perera, Fernando, Thapa, Gurung, Nair, Thomas, Mathew, Sivakumar, Rao, Choudhry
        """
    private static let african = """
        Okafor, Mensah, Adeyemi, Okeke, Boateng, Osei, Ogunleye, Moyo, Ncube, Asante, Eze, Balogun,
        Adebayo, Owusu, Nwosu, Ibrahim, Agyeman, Sibanda, Afolabi, Okonkwo, Appiah, Dube, Bello,
        Oyelaran, Kamara, Sesay, Mukasa, Njoroge, Abiola, Amoah, Chukwu, Tshuma, Campbell, Bailey
        """
    private static let eastEuropean = """
        Nowak, Kowalski, Wójcik, Kamiński, Zieliński, Popescu, Ionescu, Petrauskas, Wiśniewski,
        Dumitru, Stan, Ivanov, Petrov, Horvath, Novák, Dvořák, Mazur, Król, Pavlenko, Shevchenko,
        Bērziņš, Kazlauskas, Szymański, Lewandowski, Radu, Munteanu, Dimitrov, Nagy, Kovacs, Balog
        """
    private static let middleEastern = """
        Yılmaz, Demir, Kaya, Şahin, Hassan, Aziz, Karimi, Rahimi, Haddad, Mansour, Öztürk, Hosseini,
        Saleh, Mohamed, Abdi, Osman, Yusuf
        """
    private static let eastAsian = """
        Wong, Chan, Li, Cheung, Lam, Ng, Nguyen, Tran, Leung, Chen, Wang, Zhang, Yip, Santos, Reyes,
        Cruz, Bautista
        """
    private static let southEuropean = """
        Silva, Santos, Rossi, Ferreira, García, Fernández, Costa, Esposito, Pereira, Núñez, Moretti,
        Russo, de Souza, Papadopoulos, Georgiou, Charalambous, Borg, Vella
        """
}
