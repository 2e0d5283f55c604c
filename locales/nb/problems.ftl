# Hva som er galt med et felt i noe en person har skrevet; feltet står foran. Nøklene heter det de heter i domain/problems.py.

problem-ahead = tidspunktet ligger fram i tid
problem-whole = (hele fila)
problem-account = er ikke et kontonummer (elleve siffer, det siste et kontrollsiffer)
problem-at_least = må være minst { $ge }
problem-at_most = kan være høyst { $le }
problem-backwards = ligger før { $before }
problem-before_case = saken fantes ikke ennå
problem-below_zero = kan ikke være under null
problem-contact_of_partner = en kontakt hører til en samarbeidspartner, og ingen andre gjør det
problem-control_characters = inneholder styretegn
problem-database_address = må være som postgresql://user:password@host/database
problem-day = er ingen dag (slik som 2026-03-31)
problem-day_of_every_year = er ikke en dag som finnes hvert år (slik som 03-01)
problem-email = er ingen e-postadresse
problem-empty = fila er tom
problem-empty_list = må ha innhold, eller stå under silent_lists med regelen
problem-file_name = må være navnet på fila, ikke { $named }
problem-form = har ikke riktig form
problem-given_twice = står to ganger: { $names }
problem-greater_than = må være mer enn { $gt }
problem-id = er ingen id (UUID)
problem-instant = er ikke et tidspunkt med tidssone (slik som 2026-03-31T12:00:00Z)
problem-key_twice = nøkkelen { $named } står to ganger i samme objekt
problem-kroner = må være kroner, slik som 400000 eller 249999,50
problem-left_out_minute = det minuttet finnes ikke på norske klokker: sommertiden begynner den natten
problem-less_than = må være mindre enn { $lt }
problem-list = må være en liste
problem-minute = er verken et minutt (slik som 2026-06-01T23:59) eller en dag (slik som 2026-06-01)
problem-missing_key = nøkkelen mangler
problem-missing_keys = disse nøklene mangler: { $names }
problem-mixed_steps = dager etter fristen og dager i kalenderen kan ikke blandes
problem-more = og { $rest } til
problem-municipality_number = er ikke et kommunenummer (fire siffer, slik som 0301)
problem-no_steering_group = det er ingen styringsgruppe
problem-no_steps = en stige har minst ett trinn
problem-no_such_day = den dagen finnes ikke
problem-no_such_minute = det minuttet finnes ikke
problem-no_such_file = ingen slik fil er lastet opp, eller den er slettet siden
problem-no_such_round = er ingen runde
problem-no_such_rules = er ikke et regelsett, eller ingen regler passer til søknaden
problem-no_such_service = er ikke navnet på en av tjenestene
problem-no_table = { $named } er ingen tabell
problem-no_zone = skriv norsk klokkeslett, uten tidssone
problem-not_of_form = er ikke { $form }{ $row ->
        [none] : { $said }
       *[other] {" "}(linje { $row }, tegn { $column })
    }
problem-not_utf8 = er ikke UTF-8 fra byte { $at }
problem-one_line = må være én linje med høyst { $most } tegn
problem-one_of = må være { $expected }
problem-org_number = er ikke et organisasjonsnummer (ni siffer, det siste et kontrollsiffer)
problem-other = kan ikke brukes: { $said }
problem-other_command = fila er til en annen kommando enn { $kind }
problem-other_database = må begynne med postgresql://, ikke { $scheme }://
problem-phone = er ikke et telefonnummer
problem-plain_database = fører til en annen maskin, og må slutte på ?sslmode=verify-full; eller sett { $variable }=accepted
problem-plain_engine = må settes når motoren er på en annen maskin; eller sett { $variable }=accepted
problem-pots_and_strands = hver ordning må ha en pott, og hver pott en ordning
problem-region_of_bufetat = bare Bufetat har regioner
problem-representative_from_nowhere = en representant kommer fra en kommune
problem-rule_key = er ingen regelnøkkel (slik som R26-52, Q1, E1, C1, T13, L-05 eller §2.7)
problem-same_pot = er potten pengene kommer fra
problem-secret_file = peker ikke på en fil med en hemmelighet som kan leses
problem-service_twice = flere heter { $names }; før opp en interkommunal tjeneste én gang
problem-some_or_everyone = nevn noen, eller ta alle
problem-steps_out_of_order = må stå i den rekkefølgen de kommer
problem-support_denied = det er ført opp linjer, men received er nei
problem-table = må være en tabell av nøkler
problem-ten_digits = har flere enn ti siffer
problem-text = må være tekst
problem-too_few = må ha minst { $min_length }
problem-too_large = er større enn { $most } byte
problem-too_long = kan ha høyst { $max_length } tegn
problem-too_many_bytes = er mer enn { $most } byte til sammen
problem-too_many = kan ha høyst { $max_length }
problem-too_short = må ha minst { $min_length } tegn
problem-truth = må være ja eller nei (true, false)
problem-twice = står to ganger
problem-unknown_key = ukjent nøkkel
problem-value_or_silent = gi enten en verdi eller silent = true
problem-whole_number = må være et heltall
problem-year = året må være fra { $first } til { $last }
problem-years_out_of_order = årene må stige
