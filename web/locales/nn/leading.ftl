# Sidene til leiaren: godkjenning, rammer, fristar.

approval-title = Godkjenning
approval-summary = { $count ->
        [0] Ingen innstillingar ventar på deg.
        [one] Éi innstilling ventar på deg, på { $asked_ore }.
       *[other] { $count } innstillingar ventar på deg, på til saman { $asked_ore }.
    }
approval-free = Fritt, { $pot } { $grant_year }
approval-over = Det som er innstilt frå ramma for { $pot }, er { $over_ore } meir enn det som er fritt.
approval-recommendation = Innstilling
approval-amount = Innstilt
approval-grant = Innvilge { $amount_ore }.
approval-reject = Avslå: { $ground }.
approval-by = Innstilt av { $who_shown }.
approval-decide = Ta stilling
approval-none = Ingen innstillingar ventar
approval-none-next = Nye innstillingar kjem hit når ein saksbehandlar har sendt dei.
approval-others = Ein annan leiar må godkjenne
approval-tasks = Andre avgjerder
approval-tasks-none = Ingen andre avgjerder ventar.
frames-title = Rammer
frames-lead = Fullmakta for { $year_shown } fell bort 31.12.{ $year_shown }.
frames-years = Tilskotsår
frames-none = Ingen rammer er registrerte
frames-none-next = Utan ramme kan ingenting innvilgast. Ein leiar registrerer tildelingsbrevet.
frames-pot = { $pot ->
        [none] –
       *[other] Ramme for { $pot }
    }
frames-letter = Tildelingsbrev { $reference }.
frames-earmarked = Øyremerkt.
frames-sentence = { $pot }: av ramma på { $frame_ore } er { $paid_ore } utbetalt, { $unpaid_ore } innvilga og ikkje utbetalt, og { $free_ore } fritt.
frames-part = Del av ramma
frames-amount = Beløp
frames-share = Del
frames-paid = Utbetalt
frames-unpaid = Innvilga, ikkje utbetalt
frames-free = Fritt
frames-over = Over ramma
frames-whole = Heile ramma
frames-sum = Sum
frames-lapses = { $lapses_ore } fell bort 31.12.{ $year_shown } om det ikkje blir betalt ut.
frames-lapsed = { $lapses_ore } fall bort 31.12.{ $year_shown }.
frames-file-office = Embete
frames-file-year = Tilskotsår
frames-file-pot = Pott
frames-file-reference = Tildelingsbrev
frames-file-frame = Ramme (kr)
frames-file-granted = Innvilga (kr)
frames-file-paid = Utbetalt (kr)
frames-file-free = Fritt (kr)
frames-file-lapses = Fell bort 31.12. (kr)
deadlines-title = Fristar
deadlines-lead = Passerte, eller innan 30 dagar. Fristane avgjer ingenting åleine.
deadlines-who = Kven som skal gjere noko
deadlines-who-all = Alle
deadlines-who-municipality = Kommunen
deadlines-who-case_officer = Saksbehandlar
deadlines-who-leader = Leiar
deadlines-group-over = Over fristen
deadlines-group-week = Denne veka
deadlines-group-month = Innan 30 dagar
deadlines-rung = { $count ->
        [one] Eitt steg etter fristen
       *[other] { $count } steg etter fristen
    }
deadlines-none = Ingen fristar dei neste 30 dagane
deadlines-none-next = Seinare fristar står i lista over saker.
deadlines-cut = Berre dei nærmaste blir viste. Resten:
deadlines-file-day = Frist
deadlines-file-about = Gjeld
deadlines-file-who = Kven
deadlines-file-case = Sak
deadlines-file-host = Vertskommune
deadlines-file-rung = Påminna
deadlines-file-rule = Regel
mandate-title = Tildelingsbrev for { $year_shown }
mandate-lead = Beløpa er dei i brevet. Det embetet sidan har flytta mellom pottane, kjem i tillegg.
mandate-reference = Referansen til brevet
mandate-unit = heile kroner
mandate-now = Registrert no: { $amount_ore }, brev { $reference }.
mandate-earmarked = Øyremerkt: { $pot }
mandate-after = Utan ramme kan ingenting løyvast. Ein pott som brevet ikkje nemner, har ingen pengar av det.
mandate-send = Registrer tildelingsbrevet
mandate-refused = Tildelingsbrevet vart ikkje registrert
