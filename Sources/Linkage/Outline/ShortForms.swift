/// Everyday short forms of English forenames.
///
/// Compiled for Weft in November 2026 from general knowledge of British usage, not from any
/// other list, and free to use under Weft's own licence. A short form may stand for two names.
public enum ShortForms {
    /// Short forms by the name they stand for, in lower case.
    public static let byName: [(name: String, shortForms: [String])] =
        (women + men).split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], Array(words.dropFirst()))
        }

    /// The names that a short form stands for, in the order of the list.
    public static let namesByShortForm: [String: [String]] = {
        var names: [String: [String]] = [:]
        for (name, shortForms) in byName {
            for form in shortForms { names[form, default: []].append(name) }
        }
        return names
    }()

    /// Whether two names can be one: the same, a short form of the other, or short forms of one.
    public static func areOne(_ first: String, _ second: String) -> Bool {
        func names(_ form: String) -> [String] {
            let form = form.lowercased()
            return namesByShortForm[form] ?? [form]
        }
        return !Set(names(first)).isDisjoint(with: names(second))
    }

    /// The condition that two columns hold short forms of one name, in SQL of DuckDB.
    ///
    /// A list is looked up in one text, once for each distinct value, so that pairs compare codes.
    static func sql(_ left: String, _ right: String) -> String {
        let choices = [(0, 0), (0, 1), (1, 0), (1, 1)]
        return choices.map { "\(name($0.0, of: left)) = \(name($0.1, of: right))" }
            .joined(separator: " OR ")
    }

    /// The first or the second name that the value of a column stands for, in SQL.
    private static func name(_ place: Int, of column: String) -> String {
        let found =
            "NULLIF(split_part(split_part('\(tables[place])', '|' || lower(\(column)) || ':', 2)"
            + ", '|', 1), '')"
        return place == 0 ? "COALESCE(\(found), lower(\(column)))" : found
    }

    /// `|bill:william|bob:robert|`, once for first and once for second names.
    private static let tables: [String] = (0...1).map { place in
        namesByShortForm.sorted { $0.key < $1.key }
            .filter { $0.value.count > place }
            .map { "|\($0.key):\($0.value[place])" }.joined() + "|"
    }

    private static let women = """
        abigail abi abbie gail
        agnes aggie nessa
        alexandra alex lexi sasha sandra
        alison ali
        amanda mandy
        amelia millie
        angela angie ange
        ann annie nan
        anne annie nan
        antonia toni
        barbara babs barb
        beatrice bea trixie
        bernadette bernie
        bethany beth
        beverley bev
        brenda bren
        bridget biddy bridie
        caroline caz carrie
        catherine cath cathy cat kitty
        charlotte charlie lottie
        christina tina chrissie
        christine chris chrissie tina
        constance connie
        cynthia cindy
        deborah deb debbie debs
        dorothy dot dottie dolly
        eleanor ellie nell nora
        elizabeth liz lizzie beth betty betsy libby eliza bess bessie
        emily em emmie
        emma em
        florence flo florrie
        frances fran frankie
        francesca fran frankie
        gabrielle gabby
        georgina georgie gina
        gillian gill jill
        gwendoline gwen
        harriet hattie
        heather hev
        helen nell
        henrietta hetty etta
        isabel izzy bella
        isabella izzy bella
        jacqueline jackie jacqui
        janet jan
        janice jan
        jennifer jen jenny
        jessica jess jessie
        joanna jo
        joanne jo
        josephine josie
        judith judy jude
        julia jules
        katherine kath kathy kate katie
        kathleen kath kathy kay
        kathryn kate katie
        kimberley kim
        laura lolly
        lillian lil lily
        louise lou
        lucinda lucy cindy
        madeleine maddie
        margaret maggie meg peggy marge madge greta
        marjorie marge
        martha mattie
        mary molly polly
        matilda tilly mattie
        maureen mo
        megan meg
        melanie mel
        melissa mel
        michelle shell chelle
        miranda mandy
        natalie nat
        natasha tash tasha
        nicola nicky nikki nic
        olivia liv livvy
        pamela pam
        patricia pat trish tricia patsy
        penelope penny
        philippa pip pippa
        phyllis phyl
        priscilla cilla
        rachel rach
        rebecca becky becca bex
        roberta bobbie
        rosemary rose rosie
        samantha sam
        sarah sally sal
        stephanie steph
        susan sue susie
        susannah susie
        suzanne sue suzie
        tabitha tabby
        teresa terri tess
        theresa terri tess
        tracey trace
        valerie val
        vanessa nessa
        veronica ronnie
        victoria vicky vicki tori
        vivien viv
        winifred winnie
        yvonne von
        zoe zo

        """

    private static let men = """
        abraham abe
        adrian ade
        alan al
        albert al bert bertie
        alexander alex sandy
        alfred alf alfie fred
        alistair ali
        andrew andy drew
        anthony tony ant
        archibald archie
        arthur art
        barnaby barney
        benedict ben
        benjamin ben benny
        bernard bernie
        bradley brad
        brian bri
        callum cal
        cameron cam
        cecil cec
        charles charlie chas chuck
        christopher chris kit
        clifford cliff
        clive cli
        colin col
        cornelius con
        daniel dan danny
        david dave davy
        dennis den
        derek del
        desmond des
        dominic dom
        donald don
        douglas doug dougie
        duncan dunc
        edgar ed
        edmund ed ned
        edward ted eddie ned
        edwin eddie
        ernest ernie
        eugene gene
        francis frank
        franklin frank
        frederick fred freddie
        gabriel gabe
        geoffrey geoff
        george georgie
        gerald gerry
        gerard gerry
        gilbert gil
        gordon gord
        graham gray
        gregory greg
        harold harry
        henry harry hal
        herbert herb
        hubert bert
        humphrey hugh
        ian iain
        jacob jake
        james jim jimmy jamie jem
        jeffrey jeff
        jeremy jez
        john jack johnny
        jonathan jon jonny
        joseph joe joey
        joshua josh
        julian jules
        kenneth ken kenny
        kevin kev
        lancelot lance
        laurence larry laurie
        lawrence larry laurie
        leonard len lenny leo
        leslie les
        lewis lew
        louis lou
        malcolm mal
        martin marty
        matthew matt matty
        maxwell max
        michael mick mike mickey
        mitchell mitch
        mohammed mo
        montague monty
        nathan nate
        nathaniel nate nat
        neville nev
        nicholas nick nicky
        nigel nige
        norman norm
        oliver ollie
        oscar ossie
        oswald ossie
        patrick pat paddy
        percival percy
        peter pete
        philip phil pip
        phillip phil
        quentin quin
        raymond ray
        reginald reg reggie
        richard dick rick ricky richie
        robert bob bobby rob robbie
        roderick rod
        rodney rod
        roger rog
        roland roly
        ronald ron ronnie
        rupert rupe
        russell russ
        samuel sam sammy
        sebastian seb
        sidney sid
        simon si
        solomon sol
        stanley stan
        stephen steve ste
        steven steve ste
        stewart stew
        stuart stu
        sylvester sly
        terence terry tel
        theodore theo ted
        thomas tom tommy
        timothy tim
        tobias toby
        trevor trev
        victor vic
        vincent vince vinny
        walter walt wally
        wilfred wilf
        william bill billy will willy
        zachary zac zach

        """
}
