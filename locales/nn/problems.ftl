# Kva som er gale med eit felt i noko ein person har skrive; feltet står framfor. Nøklane heiter det dei heiter i domain/problems.py.

problem-ahead = tidspunktet ligg fram i tid
problem-whole = (heile fila)
problem-account = er ikkje eit kontonummer (elleve siffer, det siste eit kontrollsiffer)
problem-at_least = må vere minst { $ge }
problem-at_most = kan vere høgst { $le }
problem-backwards = ligg før { $before }
problem-before_case = saka fanst ikkje enno
problem-below_zero = kan ikkje vere under null
problem-contact_of_partner = ein kontakt høyrer til ein samarbeidspartnar, og ingen andre gjer det
problem-control_characters = inneheld styreteikn
problem-database_address = må vere som postgresql://user:password@host/database
problem-day = er ingen dag (slik som 2026-03-31)
problem-day_of_every_year = er ikkje ein dag som finst kvart år (slik som 03-01)
problem-email = er inga e-postadresse
problem-empty = fila er tom
problem-empty_list = må ha innhald, eller stå under silent_lists med regelen
problem-file_name = må vere namnet på fila, ikkje { $named }
problem-form = har ikkje rett form
problem-given_twice = står to gonger: { $names }
problem-greater_than = må vere meir enn { $gt }
problem-id = er ingen id (UUID)
problem-instant = er ikkje eit tidspunkt med tidssone (slik som 2026-03-31T12:00:00Z)
problem-key_twice = nøkkelen { $named } står to gonger i same objekt
problem-kroner = må vere kroner, slik som 400000 eller 249999,50
problem-left_out_minute = det minuttet finst ikkje på norske klokker: sommartida byrjar den natta
problem-less_than = må vere mindre enn { $lt }
problem-list = må vere ei liste
problem-minute = er verken eit minutt (slik som 2026-06-01T23:59) eller ein dag (slik som 2026-06-01)
problem-missing_key = nøkkelen manglar
problem-missing_keys = desse nøklane manglar: { $names }
problem-mixed_steps = dagar etter fristen og dagar i kalenderen kan ikkje blandast
problem-more = og { $rest } til
problem-municipality_number = er ikkje eit kommunenummer (fire siffer, slik som 0301)
problem-no_steering_group = det er inga styringsgruppe
problem-no_steps = ein stige har minst eitt trinn
problem-no_such_day = den dagen finst ikkje
problem-no_such_minute = det minuttet finst ikkje
problem-no_such_file = inga slik fil er lasta opp, eller ho er sletta sidan
problem-no_such_round = er ingen runde
problem-no_such_rules = er ikkje eit regelsett, eller ingen reglar passar til søknaden
problem-no_such_service = er ikkje namnet på ei av tenestene
problem-no_table = { $named } er ingen tabell
problem-no_zone = skriv norsk klokkeslett, utan tidssone
problem-not_of_form = er ikkje { $form }{ $row ->
        [none] : { $said }
       *[other] {" "}(linje { $row }, teikn { $column })
    }
problem-not_utf8 = er ikkje UTF-8 frå byte { $at }
problem-one_line = må vere éi linje med høgst { $most } teikn
problem-one_of = må vere { $expected }
problem-org_number = er ikkje eit organisasjonsnummer (ni siffer, det siste eit kontrollsiffer)
problem-other = kan ikkje brukast: { $said }
problem-other_command = fila er til ein annan kommando enn { $kind }
problem-other_database = må byrje med postgresql://, ikkje { $scheme }://
problem-phone = er ikkje eit telefonnummer
problem-plain_database = fører til ei anna maskin, og må slutte på ?sslmode=verify-full; eller set { $variable }=accepted
problem-plain_engine = må setjast når motoren er på ei anna maskin; eller set { $variable }=accepted
problem-pots_and_strands = kvar ordning må ha ein pott, og kvar pott ei ordning
problem-region_of_bufetat = berre Bufetat har regionar
problem-representative_from_nowhere = ein representant kjem frå ein kommune
problem-rule_key = er ingen regelnøkkel (slik som R26-52, Q1, E1, C1, T13, L-05 eller §2.7)
problem-same_pot = er potten pengane kjem frå
problem-secret_file = peikar ikkje på ei fil med ein løyndom som kan lesast
problem-service_twice = fleire heiter { $names }; før opp ei interkommunal teneste éin gong
problem-some_or_everyone = nemn nokon, eller ta alle
problem-steps_out_of_order = må stå i den rekkjefølgja dei kjem
problem-support_denied = det er ført opp linjer, men received er nei
problem-table = må vere ein tabell av nøklar
problem-ten_digits = har fleire enn ti siffer
problem-text = må vere tekst
problem-too_few = må ha minst { $min_length }
problem-too_large = er større enn { $most } byte
problem-too_long = kan ha høgst { $max_length } teikn
problem-too_many_bytes = er meir enn { $most } byte til saman
problem-too_many = kan ha høgst { $max_length }
problem-too_short = må ha minst { $min_length } teikn
problem-truth = må vere ja eller nei (true, false)
problem-twice = står to gonger
problem-unknown_key = ukjend nøkkel
problem-value_or_silent = gi anten ein verdi eller silent = true
problem-whole_number = må vere eit heiltal
problem-year = året må vere frå { $first } til { $last }
problem-years_out_of_order = åra må stige
