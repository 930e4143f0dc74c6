"""Random SQL expressions and random records for fuzz-expressions.py."""

import random
import string

ALPHABETS = [
    string.ascii_lowercase, string.ascii_letters + string.digits + " -'.,@_%\\", "ab", "aab c",
    "àéîõüçñßøåÀÉÎÕÜÇÑØÅſKıİŉǰ", "e\u0301a\u0300o\u0308c\u0327n\u0303\u200d",
    "αβγδεςσωΑΒΓΔΕΣΩάέΐ", "абвгдежАБВГДЕЖё", "日本語漢字カナ한국", "אבגשلمنسع",
    "\U0001f600\U0001f468\u200d\U0001f469\U0001f3fd\U0001f1ec\U0001f1e7\u2764\ufe0f",
    " \t\n\u00a0\u2003\u3000a", "0123456789", "0123456789-/: ", "01.-+eE ",
    "ᏣꭰꮳⅷⅧⓐⒶǅǆǄ𐐀𐐨ẞßΩΩµμ",
]
WORDS = [
    "", "Martha", "Marhta", "martha", "Dixon", "Dicksonx", "O'Neil", "ONeil", "Siôn", "Sion",
    "José", "Jose\u0301", "Müller", "Mueller", "SW1A 1AA", "sw1a 1aa", "SW1A1AA", "a@b.org",
    "john.smith@example.org", "[a, b]", "['a', \"b c\", NULL]", "[]", "[1, 2, 3]", "NULL", "true",
    "f", "no", "T", "12", "-7", " 5 ", "3.25", "1e3", "-0.5", "2.5", "+4", "1e-2", ".5", "7.",
    "2020-01-31", "2020-1-5", "31/12/1999", "29/02/2021", "2020/02/29", "19991231", "1999-365",
    "2020-01-31 10:20:30", "2020-01-31T10:20:30Z", "31 Jan 2001", "1 march 1999", "5/6/07",
    "2020-01-31 10:20:30.25", "10:20 PM", "12/31/2001", "0001-01-01", "a,b,c", "a,,b", "a  b",
    "2020-01-31 10:20+01", "2020-01-31 24:00", "2020-01-31 10:20:30 UTC", "+-5", "1_000", "1_0.5",
    "32 2020 05", "2020-01-31 10:20:", "NaN", "1e400", "9223372036854775807",
]
PATTERNS = [
    "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]", "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?", "^[A-Za-z]{1,2}",
    "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$", "^[^@]+", "@([^@]+)$", "^(\\d+)-(\\d+)",
    "[^0-9]", "\\s+", "(?i)mar(th|ht)a", "(\\w+)\\W+(\\w+)", "^.{3}", "a*?b", "(a|ab)(c|bcd)?",
]
FORMATS = [
    "%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%Y%m%d", "%d %b %Y", "%d %B %Y", "%d/%m/%y", "%Y-%j",
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%-d/%-m/%Y", "%I:%M %p", "%Y-%m-%d %H:%M:%S.%f",
    "%Y/%m/%d", "%H:%M", "%A %d %b", "%y%m%d", "%Y-%-m-%-d",
]
PARTS = ["year", "month", "day", "quarter", "week", "hour", "minute", "second"]


class Grammar:
    """Expressions by the type of their value: text, whole, number, truth, moment or list."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.one = self.random.choice

    def word(self) -> str:
        kind = self.random.random()
        if kind < 0.45:
            return self.one(WORDS)
        letters = self.one(ALPHABETS)
        if kind > 0.97:
            letters = [chr(self.random.choice([self.random.randrange(1, 0xD800),
                       self.random.randrange(0xE000, 0x20000)])) for _ in range(9)]
        return "".join(self.one(letters) for _ in range(self.random.randrange(0, 9)))

    def mutated(self, word: str) -> str:
        characters = list(word)
        for _ in range(self.random.randrange(0, 3)):
            place = self.random.randrange(0, len(characters) + 1)
            change = self.random.randrange(4)
            if change == 0 and characters:
                del characters[min(place, len(characters) - 1)]
            elif change == 1:
                characters.insert(place, self.one("aeix1 é"))
            elif change == 2 and len(characters) > 1:
                place = min(place, len(characters) - 2)
                pair = characters[place:place + 2]
                characters[place:place + 2] = pair[::-1]
            elif characters:
                characters[min(place, len(characters) - 1)] = self.one("aeix1 é")
        return "".join(characters)

    def row(self) -> dict:
        """A pair of records; None is unknown."""
        row = {}
        for name in ["a", "b"]:
            left = self.word()
            row[name + "_l"] = left
            row[name + "_r"] = self.mutated(left) if self.random.random() < 0.6 else self.word()
        for side in ["_l", "_r"]:
            row["n" + side] = str(self.random.randrange(-12, 60))
            row["x" + side] = repr(round(self.random.uniform(-9, 9), self.random.randrange(1, 4)))
            row["d" + side] = "%04d-%02d-%02d" % (
                self.random.randrange(1900, 2030), self.random.randrange(1, 13),
                self.random.randrange(1, 29))
            elements = [self.one(["ann", "Ann", "bob", "é", "x y", "NULL", "", "marta", "martha"])
                        for _ in range(self.random.randrange(0, 4))]
            row["e" + side] = "[" + ", ".join(elements) + "]" if elements != [""] else "[]"
        return {name: None if self.random.random() < 0.08 else value
                for name, value in row.items()}

    @staticmethod
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    def literal(self) -> str:
        return self.quoted(self.word().replace("\0", ""))

    def column(self, name: str) -> str:
        return self.one(['"%s_l"', '"%s_r"', "%s_l", "%s_r"]) % name

    def choice(self, make, depth: int) -> str:
        kind = self.random.randrange(4)
        if kind == 0:
            return f"CASE WHEN {self.truth(depth)} THEN {make(depth)} ELSE {make(depth)} END"
        if kind == 1:
            return f"coalesce({make(depth)}, {make(depth)})"
        if kind == 2:
            return f"nullif({make(depth)}, {make(depth)})"
        return f"{self.one(['least', 'greatest'])}({make(depth)}, {make(depth)})"

    def text(self, depth: int) -> str:
        if depth <= 0:
            return self.literal() if self.random.random() < 0.2 else self.column(self.one("ab"))
        depth -= 1
        text, small = self.text(depth), self.random.randrange(-4, 7)
        return self.one([
            lambda: f"{self.one(['lower', 'upper', 'trim', 'ltrim', 'rtrim', 'UPPER'])}({text})",
            lambda: f"substring({text}, {small}, {self.random.randrange(-3, 6)})",
            lambda: f"substr({text}, {small})",
            lambda: f"SUBSTRING({text} FROM {small} FOR {self.random.randrange(0, 5)})",
            lambda: f"{self.one(['left', 'right'])}({text}, {small})",
            lambda: f"{self.one(['trim', 'ltrim', 'rtrim'])}({text}, {self.literal()})",
            lambda: f"regexp_extract({text}, {self.pattern()}, {self.random.randrange(0, 3)})",
            lambda: f"NULLIF(regexp_extract({text}, {self.pattern()}), '')",
            lambda: f"regexp_replace({text}, {self.pattern()}, 'x'{self.one(['', self.glob()])})",
            lambda: f"replace({text}, {self.literal()}, {self.literal()})",
            lambda: f"({text} || {self.text(depth)})",
            lambda: f"concat({text}, {self.text(depth)})",
            lambda: f"split_part({text}, {self.one(self.separators)}, {small})",
            lambda: f"{self.list(depth)}[{small}]",
            lambda: f"CAST({self.whole(depth)} AS TEXT)",
            lambda: f"({text})::varchar",
            lambda: f"CAST({self.moment(depth)} AS VARCHAR)",
            lambda: self.choice(self.text, depth),
        ])()

    separators = ["','", "' '", "'@'", "'a'", "''", "'-'"]

    def glob(self) -> str:
        return ", " + self.one(["'g'", "'i'", "'gi'"])

    def pattern(self) -> str:
        if self.random.random() < 0.4:
            return self.quoted(self.one(PATTERNS))
        return self.quoted(self.regex(3))

    def regex(self, depth: int) -> str:
        if depth == 0 or self.random.random() < 0.25:
            return self.one(["a", "b", "é", ".", "\\d", "\\w", "\\s", "[a-c]", "[^a]", "1", " ",
                             "\\W", "日", "[[:alpha:]]", "\\-", "A", "[α-ω]", "\\S", "-"])
        inner = self.regex(depth - 1)
        return self.one([
            lambda: inner + self.regex(depth - 1), lambda: f"({inner})",
            lambda: f"(?:{inner}|{self.regex(depth - 1)})", lambda: f"(?i:{inner})",
            lambda: f"(?:{inner}){self.one(self.repeats)}", lambda: f"({inner}){self.one('*+?')}",
            lambda: self.one(["^", "", "\\b"]) + inner + self.one(["$", "", "\\b", "\\B"]),
        ])()

    repeats = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{0,2}?", "{2,}"]

    def whole(self, depth: int) -> str:
        if depth <= 0:
            if self.random.random() < 0.3:
                return str(self.random.randrange(-3, 40))
            return f"CAST({self.column('n')} AS BIGINT)"
        depth -= 1
        return self.one([
            lambda: f"{self.one(['levenshtein', 'damerau_levenshtein'])}"
                    f"({self.text(depth)}, {self.text(depth)})",
            lambda: f"{self.one(['length', 'len'])}({self.text(depth)})",
            lambda: f"strpos({self.text(depth)}, {self.text(depth)})",
            lambda: f"array_length({self.list(depth)})",
            lambda: f"array_length(list_intersect({self.list(depth)}, {self.list(depth)}))",
            lambda: f"({self.whole(depth)} {self.one('+-*')} {self.whole(depth)})",
            lambda: f"{self.whole(0)} {self.one('+-*')} {self.whole(0)} {self.one('+-*%')} "
                    f"{self.random.randrange(1, 9)}",
            lambda: f"{self.whole(depth)} % {self.random.randrange(1, 9)}",
            lambda: f"abs({self.whole(depth)})", lambda: f"(- {self.whole(depth)})",
            lambda: f"date_diff('{self.one(PARTS)}', {self.moment(depth)}, {self.moment(depth)})",
            lambda: f"date_part('{self.one(PARTS)}', {self.moment(depth)})",
            lambda: f"TRY_CAST({self.text(depth)} AS {self.one(['BIGINT', 'INTEGER'])})",
            lambda: self.pairwise("levenshtein", depth),
            lambda: self.choice(self.whole, depth),
        ])()

    def pairwise(self, function: str, depth: int) -> str:
        return (f"{self.one(['list_max', 'list_min'])}(list_transform(flatten(list_transform("
                f"{self.list(depth)}, x -> list_transform({self.list(depth)}, y -> [x, y]))), "
                f"pair -> {function}(pair[1], pair[2])))")

    def number(self, depth: int) -> str:
        if depth <= 0:
            return f"CAST({self.column('x')} AS DOUBLE)"
        depth -= 1
        function = self.one(["jaro_similarity", "jaro_winkler_similarity"])
        return self.one([
            lambda: f"{function}({self.text(depth)}, {self.text(depth)})",
            lambda: self.guarded(depth),
            lambda: f"EPOCH({self.moment(depth)})",
            lambda: f"ABS(EPOCH({self.moment(depth)}) - EPOCH({self.moment(depth)}))",
            lambda: f"({self.number(depth)} {self.one('+-*/')} {self.number(depth)})",
            lambda: f"{self.whole(depth)} / {self.whole(depth)}",
            lambda: f"{self.one(['sqrt', 'sin', 'cos', 'acos', 'radians', 'floor', 'ceil', 'abs', 'ln'])}"
                    f"({self.number(depth)})",
            lambda: f"round({self.number(depth)}, {self.random.randrange(0, 3)})",
            lambda: f"TRY_CAST({self.text(depth)} AS DOUBLE)",
            lambda: self.pairwise(function, depth),
            lambda: self.choice(self.number, depth),
        ])()

    def guarded(self, depth: int) -> str:
        left, right = self.text(depth), self.text(depth)
        return (f"CASE WHEN length({left}) > 0 AND length({right}) > 0 "
                f"THEN jaccard({left}, {right}) END")

    def moment(self, depth: int) -> str:
        if depth <= 0 or self.random.random() < 0.4:
            return f"CAST({self.column('d')} AS TIMESTAMP)"
        text = self.text(depth - 1)
        formats = ", ".join(self.quoted(self.one(FORMATS)) for _ in range(3))
        return self.one([
            lambda: f"try_strptime({text}, {self.quoted(self.one(FORMATS))})",
            lambda: f"try_strptime({text}, [{formats}])",
            lambda: f"TRY_CAST({text} AS TIMESTAMP)",
            lambda: f"CAST(TRY_CAST({text} AS DATE) AS TIMESTAMP)",
        ])()

    def list(self, depth: int) -> str:
        if depth <= 0 or self.random.random() < 0.5:
            return f"CAST({self.column('e')} AS VARCHAR[])"
        return self.one([
            lambda: f"string_split({self.text(depth - 1)}, {self.one(self.separators)})",
            lambda: f"TRY_CAST({self.text(depth - 1)} AS VARCHAR[])",
            lambda: f"[{self.text(depth - 1)}, {self.text(0)}]",
            lambda: f"list_sort({self.list(depth - 1)})",
        ])()

    def truth(self, depth: int) -> str:
        if depth <= 0:
            return self.one(["TRUE", "FALSE", "NULL::boolean", f"{self.column('a')} IS NULL",
                             "a_l = a_r", "b_l = b_r", "NOT a_l = b_r"])
        depth -= 1
        sign = self.one(["=", "==", "<>", "!=", "<", "<=", ">", ">="])
        return self.one([
            lambda: f"{self.text(depth)} {sign} {self.text(depth)}",
            lambda: f"{self.whole(depth)} {sign} {self.whole(depth)}",
            lambda: f"{self.number(depth)} {sign} {self.one(['0.9', '0.88', '1', '2629800.0', '0.5'])}",
            lambda: f"{self.moment(depth)} {sign} {self.moment(depth)}",
            lambda: f"({self.truth(depth)}) {self.one(['AND', 'OR', 'and', 'Or'])} ({self.truth(depth)})",
            lambda: f"{self.truth(0)} {self.one(['AND', 'OR'])} {self.truth(0)} "
                    f"{self.one(['AND', 'OR'])} NOT {self.truth(0)}",
            lambda: f"NOT ({self.truth(depth)})",
            lambda: f"({self.truth(depth)}) IS {self.one(['', 'NOT '])}{self.one(['NULL', 'TRUE', 'FALSE'])}",
            lambda: f"{self.text(depth)} IS {self.one(['', 'NOT '])}NULL",
            lambda: f"{self.text(depth)} IS {self.one(['', 'NOT '])}DISTINCT FROM {self.text(depth)}",
            lambda: f"{self.whole(depth)} {self.one(['', 'NOT '])}BETWEEN {self.whole(depth)} AND {self.whole(0)}",
            lambda: f"{self.text(depth)} {self.one(['', 'NOT '])}IN ({self.literal()}, {self.text(depth)})",
            lambda: f"{self.text(depth)} {self.one(['', 'NOT '])}{self.one(['LIKE', 'ILIKE'])} {self.like()}",
            lambda: f"regexp_matches({self.text(depth)}, {self.pattern()})",
            lambda: f"regexp_full_match({self.text(depth)}, {self.pattern()})",
            lambda: f"{self.one(['starts_with', 'ends_with', 'contains'])}({self.text(depth)}, {self.text(depth)})",
            lambda: f"list_has_any({self.list(depth)}, {self.list(depth)})",
            lambda: f"list_contains({self.list(depth)}, {self.text(depth)})",
            lambda: f"TRY_CAST({self.text(depth)} AS BOOLEAN)",
        ])()

    def like(self) -> str:
        return self.quoted("".join(self.one(["%", "_", "a", "é", "1", "m", " ", "%"])
                                   for _ in range(self.random.randrange(0, 6))))

    def expression(self) -> str:
        make = self.one([self.truth, self.truth, self.text, self.whole, self.number, self.list])
        return make(self.random.randrange(1, 4))
