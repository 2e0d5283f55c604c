# Rundar, rangering mot ramma, sakslista til leiarmøtet, og det som blir sendt til mange saker samla.

rounds-title = Rundar
rounds-round = Runde
rounds-closes = Søknadsfrist
rounds-cases = Søknader
rounds-undecided = { $count } ikkje avgjorde
rounds-ranking = Rangering
rounds-none = Ingen rundar
rounds-none-next = Ein leiar opnar ein runde når tildelingsbrevet er kome.
rounds-stage-announced = Kunngjord
rounds-stage-open = Open
rounds-stage-closed = Fristen er ute
ranking-title = Rangering mot ramma
ranking-closes = Søknadsfrist { $closes_at }.
ranking-meeting = Skriv ut til leiarmøte
ranking-pots = Rammer i runden
ranking-none = Ingen søknader i runden
ranking-none-next = Rangeringa begynner når søknader er komne.
ranking-moved = { $name_shown }, plass { $place } av { $all }
ranking-told = Over streken { $above_ore }, fritt { $free_ore }
ranking-error = Rangeringa er ikkje lagra
ranking-error-reason = Skriv grunnen til rangeringa
ranking-frame = Ramme { $frame_ore }
ranking-no-frame = Inga ramme er registrert
ranking-granted = Innvilga
ranking-already = Alt innvilga
ranking-above-line = Over streken
ranking-above = Over streken
ranking-below = Under streken
ranking-sentence = Av ramma på { $frame_ore } er { $granted_ore } innvilga, { $above_ore } er over streken, og { $free_ore } er fritt.
ranking-dashed = Stipla: streken før endringane.
ranking-now = No
ranking-then = Med endringane
ranking-applications = { $count ->
        [one] Éin søknad, søkt { $applied_ore }
       *[other] { $count } søknader, søkt { $applied_ore }
    }
ranking-note = Alle beløp i kroner. Endring i «Kva om» viser følgja. Ingenting blir vedteke her.
ranking-place = Plass
ranking-network = Nettverk og hovudgrunn
ranking-criteria = Kriterium
ranking-what-if = Kva om (kr)
ranking-what-if-of = Kva om, { $name_shown }
ranking-sum = Sum så langt
ranking-left = Att
ranking-line = Hit rekk ramma. { $free_ore } er ikkje fordelt.
ranking-line-all = Ramma rekk til alle. { $free_ore } er ikkje fordelt.
ranking-up = Flytt { $name_shown } opp
ranking-down = Flytt { $name_shown } ned
ranking-own = Du skreiv innstillinga: ein annan leiar godkjenner.
ranking-was = Lagra plass: { $place }.
ranking-calculate = Rekn ut
ranking-changed = { $count ->
        [one] Eitt beløp er endra, { $sum_shown } kr
       *[other] { $count } beløp er endra, til saman { $sum_shown } kr
    }
ranking-changed-next = Beløp blir ikkje lagra her. Eit anna beløp enn innstilt krev ei ny innstilling:
ranking-send-back = Send innstillinga for { $name_shown } tilbake
ranking-see = Sjå saka til { $name_shown }
ranking-reordered = { $count ->
        [one] Éin søknad får ny plass
       *[other] { $count } søknader får ny plass
    }
ranking-reason = Grunn til rangeringa
ranking-reason-help = Grunnen følgjer kvar sak som får ny plass.
ranking-impartial = Eg er habil i sakene som blir flytte
ranking-keep = Lagre rangeringa
ranking-drop = Forkast endringane
ranking-case-by-case = Kvar sak blir godkjend for seg etterpå. Eigne innstillingar kan du ikkje godkjenne.
ranking-leader-keeps = Ein leiar lagrar rangeringa.
ranking-file-place = Plass
ranking-file-case = Sak
ranking-file-network = Nettverk
ranking-file-host = Vertskommune
ranking-file-criteria = Kriterium oppfylte
ranking-file-applied = Søkt (kr)
ranking-file-amount = Beløp (kr)
ranking-file-sum = Sum så langt (kr)
ranking-file-left = Att (kr)
ranking-file-line = Streken
meeting-title = Saksliste til leiarmøte
meeting-print = Skriv ut sida med nettlesaren.
meeting-proposed = Foreslått
meeting-recommendation = Innstilling:
meeting-open = Opne spørsmål:
meeting-nothing-open = Ingen.
