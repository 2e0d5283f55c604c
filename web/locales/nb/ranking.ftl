# Runder, rangering mot rammen, sakslisten til ledermøtet, og det som sendes til mange saker samlet.

rounds-title = Runder
rounds-round = Runde
rounds-closes = Søknadsfrist
rounds-cases = Søknader
rounds-undecided = { $count } ikke avgjort
rounds-ranking = Rangering
rounds-none = Ingen runder
rounds-none-next = En leder åpner en runde når tildelingsbrevet er kommet.
rounds-stage-announced = Kunngjort
rounds-stage-open = Åpen
rounds-stage-closed = Fristen er ute
ranking-title = Rangering mot rammen
ranking-closes = Søknadsfrist { $closes_at }.
ranking-meeting = Skriv ut til ledermøte
ranking-pots = Rammer i runden
ranking-none = Ingen søknader i runden
ranking-none-next = Rangeringen begynner når søknader er kommet.
ranking-moved = { $name_shown }, plass { $place } av { $all }
ranking-told = Over streken { $above_ore }, fritt { $free_ore }
ranking-error = Rangeringen er ikke lagret
ranking-error-reason = Skriv grunnen til rangeringen
ranking-frame = Ramme { $frame_ore }
ranking-no-frame = Ingen ramme er registrert
ranking-granted = Innvilget
ranking-already = Allerede innvilget
ranking-above-line = Over streken
ranking-above = Over streken
ranking-below = Under streken
ranking-sentence = Av rammen på { $frame_ore } er { $granted_ore } innvilget, { $above_ore } er over streken, og { $free_ore } er fritt.
ranking-dashed = Stiplet: streken før endringene.
ranking-now = Nå
ranking-then = Med endringene
ranking-applications = { $count ->
        [one] Én søknad, søkt { $applied_ore }
       *[other] { $count } søknader, søkt { $applied_ore }
    }
ranking-note = Alle beløp i kroner. Endring i «Hva om» viser følgen. Ingenting vedtas her.
ranking-place = Plass
ranking-network = Nettverk og hovedgrunn
ranking-criteria = Kriterier
ranking-what-if = Hva om (kr)
ranking-what-if-of = Hva om, { $name_shown }
ranking-sum = Sum så langt
ranking-left = Igjen
ranking-line = Hit rekker rammen. { $free_ore } er ikke fordelt.
ranking-line-all = Rammen rekker til alle. { $free_ore } er ikke fordelt.
ranking-up = Flytt { $name_shown } opp
ranking-down = Flytt { $name_shown } ned
ranking-own = Du skrev innstillingen: en annen leder godkjenner.
ranking-was = Lagret plass: { $place }.
ranking-calculate = Regn ut
ranking-changed = { $count ->
        [one] Ett beløp er endret, { $sum_shown } kr
       *[other] { $count } beløp er endret, til sammen { $sum_shown } kr
    }
ranking-changed-next = Beløp lagres ikke her. Et annet beløp enn innstilt krever en ny innstilling:
ranking-send-back = Send innstillingen for { $name_shown } tilbake
ranking-see = Se saken til { $name_shown }
ranking-reordered = { $count ->
        [one] Én søknad får ny plass
       *[other] { $count } søknader får ny plass
    }
ranking-reason = Grunn til rangeringen
ranking-reason-help = Grunnen følger hver sak som får ny plass.
ranking-impartial = Jeg er habil i sakene som flyttes
ranking-keep = Lagre rangeringen
ranking-drop = Forkast endringene
ranking-case-by-case = Hver sak godkjennes for seg etterpå. Egne innstillinger kan du ikke godkjenne.
ranking-leader-keeps = En leder lagrer rangeringen.
ranking-file-place = Plass
ranking-file-case = Sak
ranking-file-network = Nettverk
ranking-file-host = Vertskommune
ranking-file-criteria = Kriterier oppfylt
ranking-file-applied = Søkt (kr)
ranking-file-amount = Beløp (kr)
ranking-file-sum = Sum så langt (kr)
ranking-file-left = Igjen (kr)
ranking-file-line = Streken
meeting-title = Saksliste til ledermøte
meeting-print = Skriv ut siden med nettleseren.
meeting-proposed = Foreslått
meeting-recommendation = Innstilling:
meeting-open = Åpne spørsmål:
meeting-nothing-open = Ingen.
