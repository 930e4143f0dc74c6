/// Values of expressions as DuckDB 2.0.0 gave them: random ones from `scripts/fuzz-expressions.py`.
enum DuckDBAnswers {
    /// Pairs of an expression and its value as text.
    static let all = text.split(separator: "\n").map { line in
        let parts = line.split(separator: " ⇒ ", omittingEmptySubsequences: false)
        return (expression: String(parts[0]), value: String(parts[1]))
    }

    private static let text = #"""
        '️🏽️' IN (' 5 ', ' 0') ⇒ false
        ('' = '12/31/2001' AND FALSE OR NOT TRUE) IS TRUE ⇒ false
        ('0121' || '121') ⇒ 0121121
        ('12/31/2001')::varchar ⇒ 12/31/2001
        ('1e-2' || '2020-01-31T10:20:30Z') ⇒ 1e-22020-01-31T10:20:30Z
        ('90:6')::varchar ⇒ 90:6
        ('Dixon')::varchar ⇒ Dixon
        ('José' = 'Joés') OR (FALSE) ⇒ false
        ('aa1RUT-F' || '‍🇧👩🇧🇧🇬') ⇒ aa1RUT-F‍🇧👩🇧🇧🇬
        ('f')::varchar ⇒ f
        ((CAST('8.23' AS DOUBLE) / CAST('8.23' AS DOUBLE)) * EPOCH(CAST('2013-02-24' AS TIMESTAMP))) ⇒ 1361664000.0
        (- CAST('1' AS BIGINT)) ⇒ -1
        (- length('本한カ')) ⇒ -3
        (24 + 36) ⇒ 60
        (CAST('4.2' AS DOUBLE) - CAST('-6.67' AS DOUBLE)) ⇒ 10.870000000000001
        (CAST('6.853' AS DOUBLE) / CAST('6.853' AS DOUBLE)) ⇒ 1.0
        (damerau_levenshtein('13e', '079581') - CAST('19' AS BIGINT) + CAST('19' AS BIGINT) - 5) ⇒ 1
        (date_diff('minute', CAST('1925-12-28' AS TIMESTAMP), CAST('1954-06-04' AS TIMESTAMP)) + CAST('-3' AS BIGINT) % 7) ⇒ 14954397
        (date_part('quarter', CAST('1902-06-04' AS TIMESTAMP)) * abs(26)) ⇒ 52
        (floor(CAST('-0.027' AS DOUBLE)) + jaro_winkler_similarity('4-95/', '1 47')) ⇒ -1.0
        (list_contains(CAST('[]' AS VARCHAR[]), '2020-01-31T10:20:30Z')) and ((FALSE) Or (NOT '19991231' = 'martha')) ⇒ false
        (regexp_extract('2/31/2001', '(((?i:\S)))', 0) || ('2/31/2001')::varchar) ⇒ 22/31/2001
        (sqrt(CAST('-7.77' AS DOUBLE)) / jaro_similarity('سשنسل', '1e-2')) ⇒ nan
        12 * 20 - 5 ⇒ 235
        20 - 5 * 1 ⇒ 15
        ABS(EPOCH(CAST('1961-12-24' AS TIMESTAMP)) - EPOCH(CAST('1961-12-24' AS TIMESTAMP))) ⇒ 0.0
        ABS(EPOCH(CAST('1992-06-24' AS TIMESTAMP)) - EPOCH(CAST('1922-06-28' AS TIMESTAMP))) ⇒ 2208729600.0
        CASE WHEN contains('12/31/2001', '0001-01-01') THEN regexp_extract('0001-01-01', '(?i)mar(th|ht)a', 1) ELSE rtrim('gxxqtm', 'bbbbb') END ⇒ gxxqtm
        CASE WHEN length('  ') > 0 AND length('  ') > 0 THEN jaccard('  ', '  ') END ⇒ 1.0
        CASE WHEN length('31 Jan 2001') > 0 AND length('2020-01-31T10:20:30Z') > 0 THEN jaccard('31 Jan 2001', '2020-01-31T10:20:30Z') END < 0.9 ⇒ true
        CASE WHEN length('José') > 0 AND length('José') > 0 THEN jaccard('José', 'José') END ⇒ 1.0
        CASE WHEN length('abbaaaéb') > 0 AND length('bbaaab') > 0 THEN jaccard('abbaaaéb', 'bbaaab') END ⇒ 0.5
        CASE WHEN length('👩👩🇧🇧') > 0 AND length('i') > 0 THEN jaccard('👩👩🇧🇧', 'i') END ⇒ 0.0
        CASE WHEN regexp_full_match('12', '@([^@]+)$') THEN right('سنשב', 5) ELSE ('سنשב' || 'سنשב') END ⇒ سنשבسنשב
        CAST('1.06' AS DOUBLE) > 2629800.0 ⇒ false
        CAST('1981-06-25' AS TIMESTAMP) == CAST('1964-09-04' AS TIMESTAMP) ⇒ false
        CAST('2002-06-06' AS TIMESTAMP) < CAST('1975-03-25' AS TIMESTAMP) ⇒ false
        CAST(31 AS TEXT) ⇒ 31
        CAST(35 AS TEXT) ⇒ 35
        CAST(CAST('23' AS BIGINT) AS TEXT) ⇒ 23
        CAST(CAST('31' AS BIGINT) AS TEXT) ⇒ 31
        CAST(CAST('47' AS BIGINT) AS TEXT) ⇒ 47
        EPOCH(CAST('1921-08-11' AS TIMESTAMP)) ⇒ -1527120000.0
        EPOCH(CAST('1926-08-24' AS TIMESTAMP)) ⇒ -1368230400.0
        EPOCH(CAST('1928-06-25' AS TIMESTAMP)) ⇒ -1310256000.0
        EPOCH(CAST('1950-01-12' AS TIMESTAMP)) ⇒ -630201600.0
        EPOCH(CAST('1973-09-20' AS TIMESTAMP)) ⇒ 117331200.0
        EPOCH(CAST('1987-12-28' AS TIMESTAMP)) ⇒ 567648000.0
        EPOCH(CAST('1991-09-05' AS TIMESTAMP)) ⇒ 684028800.0
        EPOCH(CAST('1998-02-09' AS TIMESTAMP)) ⇒ 886982400.0
        EPOCH(CAST('2007-01-01' AS TIMESTAMP)) ⇒ 1167609600.0
        EPOCH(TRY_CAST('12/31/2001' AS TIMESTAMP)) ⇒ null
        EPOCH(TRY_CAST('[a, b]' AS TIMESTAMP)) ⇒ null
        EPOCH(try_strptime('ã̃̈ã', ['%d %B %Y', '%Y-%m-%dT%H:%M:%SZ', '%y%m%d'])) ⇒ null
        NOT (contains('1', '2020-01-31')) ⇒ true
        NOT (regexp_full_match('h7vULw', '\-')) ⇒ true
        NOT (regexp_full_match('õ', '(?i)mar(th|ht)a')) ⇒ true
        SUBSTRING('-0.5' FROM -4 FOR 2) ⇒ -0
        SUBSTRING('19991231' FROM 3 FOR 1) ILIKE '%%m_' ⇒ false
        SUBSTRING('2020-1-5' FROM -2 FOR 4) ⇒ -5
        SUBSTRING('Müll ei' FROM 4 FOR 3) ⇒ l e
        SUBSTRING('ab' FROM 4 FOR 1) NOT LIKE 'é' ⇒ true
        SUBSTRING(('José')::varchar FROM 1 FOR 4) ⇒ José
        SUBSTRING(substr('2020-01-31 10:20:30.25', 1) FROM 3 FOR 4) ⇒ 20-0
        TRUE AND TRUE OR NOT '1 march 1999' = '0-' ⇒ true
        TRY_CAST('1 march 1999' AS DOUBLE) ⇒ null
        TRY_CAST('[]' AS BIGINT) ⇒ null
        TRY_CAST('גש' AS BOOLEAN) ⇒ null
        TRY_CAST('سسسבعגن' AS INTEGER) ⇒ null
        TRY_CAST(regexp_extract('̀', '(?:\w|((?:\-)?))', 0) AS INTEGER) ⇒ null
        TRY_CAST(regexp_replace('😀👩🏽❤🇬‍', '(?i)mar(th|ht)a', 'x', 'gi') AS DOUBLE) ⇒ null
        TRY_CAST(replace('[1, 2, 3]', 'S', '634--76') AS DOUBLE) ⇒ null
        abs(15) % 4 ⇒ 3
        abs(23 % 6) ⇒ 5
        abs(CAST('-9' AS BIGINT)) ⇒ 9
        abs(array_length(CAST('[, Ann, Ann]' AS VARCHAR[]))) ⇒ 3
        abs(date_diff('quarter', CAST('1998-12-16' AS TIMESTAMP), CAST('1998-12-16' AS TIMESTAMP))) ⇒ 0
        abs(date_diff('week', CAST('2025-07-16' AS TIMESTAMP), CAST('1912-09-20' AS TIMESTAMP))) ⇒ 5886
        abs(date_part('hour', CAST('2020-11-10' AS TIMESTAMP))) ⇒ 0
        abs(date_part('month', CAST('1917-11-16' AS TIMESTAMP))) ⇒ 11
        abs(len('[1, 2, 3]')) ⇒ 9
        abs(len('ßǅᏣⅷẞẞǆ')) ⇒ 7
        abs(levenshtein('Dixon', 'Dixon')) ⇒ 0
        abs(nullif(CAST('-10' AS BIGINT), 3)) ⇒ 10
        acos(round(CAST('-6.749' AS DOUBLE), 1)) ⇒ nan
        array_length(CAST('[Ann, martha]' AS VARCHAR[])) ⇒ 2
        array_length(CAST('[]' AS VARCHAR[])) / CAST('-7' AS BIGINT) % 7 ⇒ -0.0
        array_length(CAST('[ann, martha]' AS VARCHAR[])) ⇒ 2
        array_length(CAST('[martha, marta, x y]' AS VARCHAR[])) ⇒ 3
        array_length(CAST('[x y, x y]' AS VARCHAR[])) ⇒ 2
        array_length(CAST('[é]' AS VARCHAR[])) ⇒ 1
        array_length(['', '+4']) ⇒ 2
        array_length(['T', '']) ⇒ 2
        array_length(list_intersect(CAST('[]' AS VARCHAR[]), CAST('[]' AS VARCHAR[]))) ⇒ 0
        array_length(list_intersect(CAST('[]' AS VARCHAR[]), CAST('[bob]' AS VARCHAR[]))) ⇒ 0
        array_length(list_intersect(CAST('[é, bob]' AS VARCHAR[]), CAST('[]' AS VARCHAR[]))) ⇒ 0
        array_length(list_intersect(string_split('1 ,2, 3]', '@'), ['sw1a 1aa', 'sw1a 1aa'])) ⇒ 0
        coalesce('1 march 1999', 'f') ⇒ 1 march 1999
        coalesce('2020-01-31 10:20:30.25', '2020-01-31 10:20:30.25') ⇒ 2020-01-31 10:20:30.25
        coalesce((- CAST('-12' AS BIGINT)), array_length(list_intersect(CAST('[]' AS VARCHAR[]), CAST('[ann]' AS VARCHAR[])))) ⇒ 12
        coalesce(CAST('-8.2' AS DOUBLE), CAST('-8.2' AS DOUBLE)) ⇒ -8.2
        coalesce(CAST('7.177' AS DOUBLE), CAST('-7.04' AS DOUBLE)) ⇒ 7.177
        coalesce(TRY_CAST('😀' AS INTEGER), (- CAST('-2' AS BIGINT))) ⇒ 2
        coalesce(array_length(list_intersect(CAST('[]' AS VARCHAR[]), CAST('[x y]' AS VARCHAR[]))), (CAST('22' AS BIGINT) + CAST('22' AS BIGINT))) ⇒ 0
        coalesce(greatest(CAST('7.97' AS DOUBLE), CAST('7.97' AS DOUBLE)), sqrt(CAST('6.6' AS DOUBLE))) ⇒ 7.97
        concat('.5', '5') ⇒ .55
        concat('12/31/2001', '12/31/2001') ⇒ 12/31/200112/31/2001
        concat('2020-01-31 10:20:30.25', '2020-01-31 10:20:30.25') ⇒ 2020-01-31 10:20:30.252020-01-31 10:20:30.25
        concat('f', 'José') ⇒ fJosé
        concat('ÕßÎÎÎÀßÉ', 'Mueller') ⇒ ÕßÎÎÎÀßÉMueller
        concat('ΓΓςβαά', 'é') ⇒ ΓΓςβαάé
        concat(CAST(CAST('17' AS BIGINT) AS TEXT), greatest('έΔΣάάΣβ', ' aaa ')) ⇒ 17έΔΣάάΣβ
        concat(concat('שعمسمنلא', 'john.smith@example.ogr'), replace('john.smith@example.org', '12', '1e3')) ⇒ שعمسمنلאjohn.smith@example.ogrjohn.smith@example.org
        concat(upper('גعג'), rtrim('martha')) ⇒ גعגmartha
        contains(SUBSTRING('' FROM 4 FOR 4), substr('', 0)) ⇒ true
        contains(left('1e-2', 2), UPPER('iüllr')) ⇒ false
        contains(regexp_replace('José', '([α-ω])?', 'x'), trim('‍̈', '')) ⇒ false
        cos(CAST('-7.909' AS DOUBLE)) ⇒ -0.05499061327170027
        cos(jaro_similarity('γΣΑΣσ', 'José')) ⇒ 1.0
        damerau_levenshtein('7.', '3.25') ⇒ 3
        damerau_levenshtein('a  b', '0M6hV') ⇒ 5
        damerau_levenshtein(right('Siôn', 3), split_part('a1 bcb', 'a', 0)) ⇒ 4
        damerau_levenshtein(substring('.e e+', 6, 0), ('a,éxb' || 'ÉéßÜçÑéø')) ⇒ 22
        date_diff('day', CAST('2014-08-01' AS TIMESTAMP), CAST('2014-08-01' AS TIMESTAMP)) ⇒ 0
        date_diff('minute', CAST('1930-11-26' AS TIMESTAMP), CAST('1930-11-26' AS TIMESTAMP)) ⇒ 0
        date_diff('minute', CAST('2026-03-13' AS TIMESTAMP), CAST('2026-03-13' AS TIMESTAMP)) ⇒ 0
        date_diff('month', CAST('1915-03-28' AS TIMESTAMP), CAST('1906-07-21' AS TIMESTAMP)) ⇒ -104
        date_diff('month', CAST('2005-07-21' AS TIMESTAMP), CAST('2005-07-21' AS TIMESTAMP)) ⇒ 0
        date_diff('quarter', CAST('1959-07-09' AS TIMESTAMP), CAST('2012-04-22' AS TIMESTAMP)) % 2 ⇒ 1
        date_diff('quarter', CAST('2013-05-25' AS TIMESTAMP), CAST('2013-05-25' AS TIMESTAMP)) ⇒ 0
        date_diff('second', CAST('1938-02-16' AS TIMESTAMP), CAST('1938-02-16' AS TIMESTAMP)) ⇒ 0
        date_part('day', CAST('1926-07-08' AS TIMESTAMP)) ⇒ 8
        date_part('hour', CAST('1911-06-08' AS TIMESTAMP)) ⇒ 0
        date_part('hour', CAST('1921-03-16' AS TIMESTAMP)) ⇒ 0
        date_part('hour', CAST(TRY_CAST('άάγσγ' AS DATE) AS TIMESTAMP)) ⇒ null
        date_part('minute', CAST('1949-12-09' AS TIMESTAMP)) ⇒ 0
        date_part('minute', CAST('2028-12-22' AS TIMESTAMP)) ⇒ 0
        date_part('quarter', CAST('1905-11-03' AS TIMESTAMP)) ⇒ 4
        date_part('quarter', CAST('2029-06-20' AS TIMESTAMP)) ⇒ 2
        date_part('second', CAST('1907-06-15' AS TIMESTAMP)) ⇒ 0
        date_part('second', TRY_CAST('SW1A   1AA' AS TIMESTAMP)) ⇒ null
        date_part('week', CAST(TRY_CAST('ſıǰıŉ' AS DATE) AS TIMESTAMP)) ⇒ null
        date_part('year', CAST('1941-06-01' AS TIMESTAMP)) ⇒ 1941
        date_part('year', CAST('2009-09-22' AS TIMESTAMP)) ⇒ 2009
        ends_with('', '[]') ⇒ false
        ends_with('..e1e+-', '') ⇒ true
        ends_with('a@b.org', '語국ナ국漢カ日') ⇒ false
        ends_with('Ωµßⅷⓐⅷꭰ', '4058') ⇒ false
        greatest(CAST('-7.5' AS DOUBLE), CAST('-7.5' AS DOUBLE)) = 0.88 ⇒ false
        greatest(CAST('11' AS BIGINT), CAST('11' AS BIGINT)) ⇒ 11
        greatest(CAST('26' AS BIGINT), CAST('26' AS BIGINT)) ⇒ 26
        greatest(CAST('52' AS BIGINT) - CAST('21' AS BIGINT) % 3, date_diff('second', CAST('1965-04-03' AS TIMESTAMP), CAST('1979-12-11' AS TIMESTAMP))) ⇒ 463536000
        greatest(trim('José', '1 march 1999'), trim('José', 'Martha')) ⇒ José
        jaro_similarity(' a b', ' a b') ⇒ 1.0
        jaro_similarity('1e3', '1e3') ⇒ 1.0
        jaro_similarity('2.5', '-7') ⇒ 0.0
        jaro_similarity('45', 'øßñü') ⇒ 0.0
        jaro_similarity('475 6', '') ⇒ 0.0
        jaro_similarity('80', 'fsae') ⇒ 0.0
        jaro_winkler_similarity('[]', '[]') ⇒ 1.0
        jaro_winkler_similarity(('' || '254'), ('çÕÅſÑàſ')::varchar) ⇒ 0.0
        jaro_winkler_similarity(split_part('вБёеБ', 'a', -3), coalesce('вБеёБ', 'вБеёБ')) ⇒ 0.0
        least(('José')::varchar, substr('δ', 1)) ⇒ José
        least(9, CAST('-2' AS BIGINT)) ⇒ -2
        least(CAST('4.08' AS DOUBLE), CAST('4.08' AS DOUBLE)) ⇒ 4.08
        least(CAST('59' AS BIGINT), CAST('59' AS BIGINT)) ⇒ 59
        least(concat('2020-1-5', '2020-1-5'), right('José', 6)) ⇒ 2020-1-52020-1-5
        left('3.25', 1) ⇒ 3
        left('Siôn', -2) ⇒ Si
        left('b', 3) ⇒ b
        left('kzyd', 6) ⇒ kzyd
        left('lgwnkyz', -1) == ('1999-365' || 'aabcbbbc') ⇒ false
        left('xc', 4) ⇒ xc
        left('µⅷ', 6) ⇒ µⅷ
        left('ŉàÇÉ', 1) != substr('29/02/2021', 5) ⇒ true
        left(CAST(34 AS TEXT), 1) ⇒ 3
        left(concat('a@b.org', 'a@b.org'), 4) ⇒ a@b.
        len('') ⇒ 0
        len('0-1') ⇒ 3
        len('2.5') ⇒ 3
        len('2020-1-5') ⇒ 8
        len('21204-9') > abs(29) ⇒ false
        len('J') ⇒ 1
        len('👨👨🏽‍❤') ⇒ 5
        len(CAST('[]' AS VARCHAR[])[0]) ⇒ null
        length('.5') / damerau_levenshtein('1e-x', '5.') ⇒ 0.5
        length('Dixon') ⇒ 5
        length('👨😀👨👨') ⇒ 4
        length(('üØK')::varchar) ⇒ 3
        length(least('ꭰ', 'oȩ̃́')) ⇒ 5
        length(split_part('뵦ビ', ' ', 4)) ⇒ 0
        levenshtein('àſøÕſŉÅ', 'SW1A1AA') ⇒ 14
        levenshtein('𐐨µⓐẞ', '語本語日語ナ語') ⇒ 20
        levenshtein(regexp_extract('José', '(?i:^b$)', 2), ltrim('José', '3.25')) ⇒ 5
        list_contains(CAST('[]' AS VARCHAR[]), 'José') ⇒ false
        list_contains(CAST('[]' AS VARCHAR[]), regexp_replace('a,b,c', '^[^@]+', 'x', 'g')) ⇒ false
        list_contains(CAST('[ann, marta]' AS VARCHAR[]), ('גגعאلב')::varchar) ⇒ false
        list_contains(CAST('[marta]' AS VARCHAR[]), '5-4') ⇒ false
        list_contains(string_split('ccen', ','), right('i', 6)) ⇒ false
        list_has_any(CAST('[]' AS VARCHAR[]), CAST('[]' AS VARCHAR[])) ⇒ false
        list_has_any(CAST('[marta, Ann]' AS VARCHAR[]), CAST('[marta, Ann]' AS VARCHAR[])) ⇒ true
        list_has_any(CAST('[martha, x y]' AS VARCHAR[]), CAST('[martha, x y]' AS VARCHAR[])) ⇒ true
        list_has_any(CAST('[é, bob]' AS VARCHAR[]), string_split('', '-')) ⇒ false
        list_has_any(list_sort(CAST('[ann, Ann]' AS VARCHAR[])), string_split('1e-2', '')) ⇒ false
        ln(CAST('8.3' AS DOUBLE)) ⇒ 2.1162555148025524
        ln(greatest(CAST('-6.46' AS DOUBLE), CAST('-6.46' AS DOUBLE))) ⇒ nan
        lower(('бабаВГбГ' || '+0-')) ⇒ бабавгбг+0-
        ltrim('0001-01-01', '907477') ⇒ 1-01-01
        ltrim('Dixon', 'abb') ⇒ Dixon
        ltrim('a') ⇒ a
        ltrim(left('0.1 +E0E', -1)) ⇒ 0.1 +E0
        ltrim(right('bbaaabbb', 2)) ⇒ bb
        nullif('🇬👨👨👩', '29/02/2021') ⇒ 🇬👨👨👩
        nullif(('2020-01-31T10:20:30Z')::varchar, regexp_replace('1e-2', '@([^@]+)$', 'x', 'i')) ⇒ 2020-01-31T10:20:30Z
        nullif((CAST('5.61' AS DOUBLE) / CAST('5.61' AS DOUBLE)), round(CAST('-2.42' AS DOUBLE), 0)) ⇒ 1.0
        nullif(CAST('10' AS BIGINT), CAST('10' AS BIGINT)) ⇒ null
        nullif(CAST('14' AS BIGINT), 24) ⇒ 14
        nullif(EPOCH(CAST('1902-10-05' AS TIMESTAMP)), round(CAST('2.4' AS DOUBLE), 2)) ⇒ -2121984000.0
        nullif(acos(CAST('-1.27' AS DOUBLE)), sin(CAST('-7.4' AS DOUBLE))) ⇒ nan
        radians(EPOCH(CAST('1996-05-19' AS TIMESTAMP))) ⇒ 14529237.704322075
        regexp_extract('-0e0 E0.', '((?i:([^a])))?', 2) ⇒ -
        regexp_extract('4', '(?:(?:(?:[a-c]|日)|[^a]\-)|\S)', 0) ⇒ 4
        regexp_extract('martha', '[^0-9]', 1) > CAST(CAST('2020-07-11' AS TIMESTAMP) AS VARCHAR) ⇒ false
        regexp_extract('ЖГЕё', '^[^@]+', 2) >= coalesce('ЖГЕё', '😀❤️😀️❤') ⇒ false
        regexp_extract(concat('bwQL.', 'Marhta'), '\b(\S)+$', 0) ⇒ bwQL.Marhta
        regexp_full_match('', '\bé') ⇒ false
        regexp_full_match('12/31/2001', '^.{3}') ⇒ false
        regexp_full_match('Martha', '^.{3}') ⇒ false
        regexp_full_match(('😀👩🇬️')::varchar, '@([^@]+)$') ⇒ false
        regexp_full_match(SUBSTRING('نאבلنשعג' FROM 4 FOR 1), '^(\d+)-(\d+)') ⇒ false
        regexp_full_match(coalesce('2020-01-31T10:20:30Z', '1e-2'), '@([^@]+)$') ⇒ false
        regexp_full_match(regexp_extract('927837:-', '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$', 0), '^(\d+)-(\d+)') ⇒ false
        regexp_full_match(regexp_extract('سن', '(é)?', 1), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$') ⇒ false
        regexp_full_match(regexp_replace('oè', '((?:[a-c]|([^a])))?', 'x', 'g'), '日') ⇒ false
        regexp_matches('29/02/2021', '^.{3}') ⇒ true
        regexp_matches('Müller', '\b(?:[a-c]| 1)$') ⇒ false
        regexp_matches(CAST(1 AS TEXT), '[^0-9]') ⇒ false
        regexp_matches(regexp_replace('-442/-', ' ', 'x', 'gi'), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]') ⇒ false
        regexp_replace('.+ +', '(?i:(?:(?i:b)|(?i:\s)))', 'x') ⇒ .+x+
        regexp_replace('1 march 9119', '\d', 'x') ⇒ x march 9119
        regexp_replace('19991231', ' ', 'x', 'i') ⇒ 19991231
        regexp_replace('éÑñŉàſÑ', '\b(?:(.)|(\S)*)\B', 'x', 'i') ⇒ éÑñŉàſÑ
        regexp_replace('שلגש', '(a|ab)(c|bcd)?', 'x') ⇒ שلגש
        regexp_replace('שمגنגאمב', '^[^@]+', 'x') ⇒ x
        regexp_replace(greatest('hdugjqs', 'س'), '^.{3}', 'x') ⇒ س
        regexp_replace(regexp_replace('12/31/2001', '(^\W$\s)', 'x'), '(?:(-)*){2,}', 'x') ⇒ x12/31/2001
        regexp_replace(substr('a,b,c', 1), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$', 'x') ⇒ a,b,c
        replace('1e-2', 'ДаГ', '2020-01-31T10:20:30Z') ⇒ 1e-2
        replace('2020-01-31 10:20:30.25', ':/8-:', '-0.5') ⇒ 2020-01-31 10:20:30.25
        replace('вв', '', 'true') ⇒ вв
        replace(('john.smith@example.org')::varchar, 'a@b.org', 'john.smith@example.org') ⇒ john.smith@example.org
        replace(regexp_replace('t', '(?:([a-c]\b)*)?', 'x'), '', '2020-01-31T10:20:30Z') ⇒ xt
        replace(regexp_replace('🇬️🇬❤🏽', '[^0-9]', 'x', 'g'), '‍aoà', 'ΕΓΑάωΒ') ⇒ xxxxx
        replace(substr('[a, b]', 1), '3.25', 'okfrcbl') ⇒ [a, b]
        replace(substr('βάΕωΔΒς', 0), 'ААБвдгв', '日カカ') ⇒ βάΕωΔΒς
        right('0001-01-01', -1) ⇒ 001-01-01
        right('Mueller', -1) ⇒ ueller
        right('xéسعבגגع', 3) ⇒ גגع
        right(('' || 'chnyks'), 6) ⇒ chnyks
        right(ltrim('12/31/2001', 'bab'), 2) ⇒ 01
        round((CAST('-6.225' AS DOUBLE) * CAST('-6.225' AS DOUBLE)), 1) ⇒ 38.8
        round(CAST('-6.634' AS DOUBLE), 0) ⇒ -7.0
        round(CAST('-7.35' AS DOUBLE), 1) ⇒ -7.4
        round(CAST('0.959' AS DOUBLE), 0) ⇒ 1.0
        round(CAST('3.8' AS DOUBLE), 0) <= 2629800.0 ⇒ true
        round(CAST('8.1' AS DOUBLE), 1) ⇒ 8.1
        round(CAST('8.65' AS DOUBLE), 1) ⇒ 8.7
        rtrim('11.', '10:20 PM') ⇒ 11.
        rtrim('a') ⇒ a
        rtrim('eba ac') ⇒ eba ac
        rtrim('ナ1', 'Dicksonx') ⇒ ナ1
        rtrim(CAST(CAST('21' AS BIGINT) AS TEXT), '0001-01-01') ⇒ 2
        rtrim(right('794', 4), 'Mueller') ⇒ 794
        sin(CAST('-8.488' AS DOUBLE)) ⇒ -0.8056535916953095
        sin(round(CAST('-1.69' AS DOUBLE), 1)) ⇒ -0.9916648104524686
        split_part('.+E', '@', -1) ⇒ .+E
        split_part('Mueller', '', 1) ⇒ M
        split_part('[1, 2, 3]', '@', -1) ⇒ [1, 2, 3]
        split_part(CAST(CAST('1979-05-22' AS TIMESTAMP) AS VARCHAR), '', -1) ⇒ 0
        split_part(ltrim('945097', 'Marhta'), '', -2) ⇒ 9
        split_part(replace('h', '19991231', ''), 'a', -1) ⇒ h
        sqrt(jaro_similarity('2020-1-5', '2020-1-5')) ⇒ 1.0
        starts_with('0', '3.25') ⇒ false
        starts_with('31 Jan 2001', '') ⇒ true
        starts_with('سمשגגאمن', 'لשאגعבل') ⇒ false
        strpos('10:20 PM', '+ 0') ⇒ 0
        strpos('2020-01131', '2020-01131') ⇒ 1
        strpos('Müller', 'a  b') ⇒ 0
        strpos('[1, 2, 3]', 'gqf') ⇒ 0
        strpos('e+0eE', 'e+0eE') ⇒ 1
        strpos('️‍🏽️👨', 'SW1A 1AA') ⇒ 0
        strpos('🇬‍', '48-6:6') ⇒ 0
        strpos(replace('311557', 'γαΔΓβω', '+4'), regexp_extract('311557', '(^([a-c])$)', 0)) ⇒ 1
        strpos(substr('+4', -1), regexp_extract(' 1a ', '\W', 1)) ⇒ 1
        strpos(substring('2020-01-31 10:20:30', 4, -2), regexp_replace('🇧', '^[^@]+', 'x', 'i')) ⇒ 0
        substr('ONeil', 5) ⇒ l
        substr('PTc4WZ3', 6) ⇒ Z3
        substr('SW1A1AA', 2) ⇒ W1A1AA
        substr('[1, 2, 3]', 1) IN ('גملل', substring('Dicksonx', -1, -1)) ⇒ false
        substr('̧̀̀̀ec̃1', -4) ⇒ ec̃1
        substr('ⓐⓐⅧ𐐨ẞⅷǅΩ', -3) ⇒ ⅷǅΩ
        substr(ltrim('202i0-0-31', 'a,,b'), -2) ⇒ 31
        substr(ltrim('Siôn', 'Marhta'), 0) ⇒ Siôn
        substring('-472', 0, 4) ⇒ -47
        substring('2020-01-31', 5, -1) ⇒ 0
        substring('3.25', -2, -2) ⇒ 3.
        substring('Dicksonx', -1, 5) ⇒ x
        substring('ba ac', 5, 1) ⇒ c
        substring(regexp_replace('2020-01-31 10:20:30', ' ', 'x', 'gi'), -2, 1) ⇒ 3
        substring(trim('19991231', '5/6/07'), 4, 3) ⇒ 912
        trim('12', '5/6/07') ⇒ 12
        trim('17', '2020-01-31') ⇒ 7
        trim('f1ibdg') ⇒ f1ibdg
        trim('α') ⇒ α
        trim('βάΒσ', 'sw1a 1aa') ⇒ βάΒσ
        trim(concat('سגא', '19991231'), 'tkdngci') ⇒ سגא19991231
        """#
}
