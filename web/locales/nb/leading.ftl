# Lederens sider: godkjenning, rammer, frister.

approval-title = Godkjenning
approval-summary = { $count ->
        [0] Ingen innstillinger venter på deg.
        [one] Én innstilling venter på deg, på { $asked_ore }.
       *[other] { $count } innstillinger venter på deg, på til sammen { $asked_ore }.
    }
approval-free = Fritt, { $pot } { $grant_year }
approval-over = Det som er innstilt fra rammen for { $pot }, er { $over_ore } mer enn det som er fritt.
approval-recommendation = Innstilling
approval-amount = Innstilt
approval-grant = Innvilge { $amount_ore }.
approval-reject = Avslå: { $ground }.
approval-by = Innstilt av { $who_shown }.
approval-decide = Ta stilling
approval-none = Ingen innstillinger venter
approval-none-next = Nye innstillinger kommer hit når en saksbehandler har sendt dem.
approval-others = En annen leder må godkjenne
approval-tasks = Andre avgjørelser
approval-tasks-none = Ingen andre avgjørelser venter.
frames-title = Rammer
frames-lead = Fullmakten for { $year_shown } faller bort 31.12.{ $year_shown }.
frames-years = Tilskuddsår
frames-none = Ingen rammer er registrert
frames-none-next = Uten ramme kan ingenting innvilges. En leder registrerer tildelingsbrevet.
frames-pot = { $pot ->
        [none] –
       *[other] Ramme for { $pot }
    }
frames-letter = Tildelingsbrev { $reference }.
frames-earmarked = Øremerket.
frames-sentence = { $pot }: av rammen på { $frame_ore } er { $paid_ore } utbetalt, { $unpaid_ore } innvilget og ikke utbetalt, og { $free_ore } fritt.
frames-part = Del av rammen
frames-amount = Beløp
frames-share = Andel
frames-paid = Utbetalt
frames-unpaid = Innvilget, ikke utbetalt
frames-free = Fritt
frames-over = Over rammen
frames-whole = Hele rammen
frames-sum = Sum
frames-lapses = { $lapses_ore } faller bort 31.12.{ $year_shown } om det ikke blir betalt ut.
frames-lapsed = { $lapses_ore } falt bort 31.12.{ $year_shown }.
frames-file-office = Embete
frames-file-year = Tilskuddsår
frames-file-pot = Pott
frames-file-reference = Tildelingsbrev
frames-file-frame = Ramme (kr)
frames-file-granted = Innvilget (kr)
frames-file-paid = Utbetalt (kr)
frames-file-free = Fritt (kr)
frames-file-lapses = Faller bort 31.12. (kr)
deadlines-title = Frister
deadlines-lead = Passert, eller innen 30 dager. Fristene avgjør ingenting alene.
deadlines-who = Hvem som skal gjøre noe
deadlines-who-all = Alle
deadlines-who-municipality = Kommunen
deadlines-who-case_officer = Saksbehandler
deadlines-who-leader = Leder
deadlines-group-over = Over fristen
deadlines-group-week = Denne uken
deadlines-group-month = Innen 30 dager
deadlines-rung = { $count ->
        [one] Ett trinn etter fristen
       *[other] { $count } trinn etter fristen
    }
deadlines-none = Ingen frister de neste 30 dagene
deadlines-none-next = Senere frister står i listen over saker.
deadlines-cut = Bare de nærmeste vises. Resten:
deadlines-file-day = Frist
deadlines-file-about = Gjelder
deadlines-file-who = Hvem
deadlines-file-case = Sak
deadlines-file-host = Vertskommune
deadlines-file-rung = Påminnet
deadlines-file-rule = Regel
mandate-title = Tildelingsbrev for { $year_shown }
mandate-lead = Beløpene er brevets egne. Det embetet siden har flyttet mellom pottene, kommer i tillegg.
mandate-reference = Brevets referanse
mandate-unit = hele kroner
mandate-now = Nå registrert: { $amount_ore }, brev { $reference }.
mandate-earmarked = Øremerket: { $pot }
mandate-after = Uten ramme kan ingenting innvilges. En pott som brevet ikke nevner, har ingen penger av det.
mandate-send = Registrer tildelingsbrevet
mandate-refused = Tildelingsbrevet ble ikke registrert
