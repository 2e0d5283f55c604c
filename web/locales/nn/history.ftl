# Historikken: saka slik ho var, kontrollen av sporet, hendingane og kontrollpakken.

history-kicker = Sak { $case_no }, { $office }. { $host_shown }
history-package = Last ned kontrollpakke
history-then = Saka slik ho var
history-day = Dato
history-clock = Klokkeslett
history-show = Vis
history-previous = Førre hending
history-next = Neste hending
history-slider = Hending, frå 1 til { $last }
history-go = Gå til hendinga
history-created = oppretta
history-now = no
history-event-of = Hending { $seq } av { $last }
history-error-day = Skriv datoen slik: 14.10.2026.
history-error-clock = Skriv klokkeslettet slik: 13.05.
history-stage = Stadium
history-conditions = Opne vilkår
history-use-deadline = Bruksfrist
history-duty = Rapporteringsplikt
history-duty-since = Ja, frå hending { $seq }
history-duty-none = Nei
history-duty-not-yet = Ikkje prøvd
history-no-case = Hendingane gir inga sak. Kontrollen av sporet seier kva som er gale.
history-check = Kontroll av sporet
history-whole = Sporet er heilt og uendra
history-whole-more = { $count } av { $count } hendingar kontrollerte { $when_shown }.
history-broken = Sporet er ikkje heilt
history-broken-first = { $count ->
        [one] Hending { $seq } passar ikkje.
       *[other] { $count } feil. Den første er ved hending { $seq }.
    } Endre ingenting, og ta vare på dette. Kontrollpakken kan framleis lastast ned.
history-last-hash = Siste kontrollsum
history-signed = Signert
history-signed-never = ikkje enno
history-documents = Dokument
history-documents-whole = { $whole } av { $all } stemmer
history-self = Slik kan du kontrollere sjølv
history-check-how =
    Last ned kontrollpakken, pakk han ut og køyr «python kontroller.py» i mappa. Programmet er kort og treng ikkje Saksgang.
    Kontrollsummen til kvar hending er SHA-256 over kontrollsummen til hendinga før og den eigne teksten til hendinga («envelope» i historikk.json).
    Før den første står SHA-256 over 32 nullbyte og namnet på straumen.
    Éin gong i døgnet blir den siste kontrollsummen i kvar sak signert med Ed25519 i ei fil utanfor databasen. Hald den offentlege nøkkelen mot ein kopi som de har fått på annan måte.
    Det som er klipt bort etter siste signering, kan ikkje oppdagast slik.
history-events = Hendingar
history-families = Vis hendingar
history-family-all = Alle
history-family-person = Personar
history-family-automatic = Automatiske
history-family-money = Pengar
history-family-correction = Rettingar
history-family-refused = Avviste
history-show-event = Vis saka slik ho var etter hending
history-correction = Retting
history-shown = Viser { $first } til { $last } av { $all }
history-newer = Nyare
history-older = Eldre
history-none = Ingen hendingar her
history-package-holds = Kontrollpakken inneheld
history-package-file = Fil
history-package-content = Innhald
history-package-size = Omfang
history-package-events = Alle hendingar med kven, kva, når, fullmakt og regel
history-package-rows = { $count ->
        [one] 1 rad
       *[other] { $count } rader
    }
history-package-documents = Dokumenta i saka, med kontrollsum i bevis.json
history-package-files = { $count ->
        [one] 1 fil
       *[other] { $count } filer
    }
history-package-proof = Kontrollsummar, signatur og framgangsmåte utan systemet vårt
history-package-logged = Nedlastinga blir logga med tid og rolle.
history-file-seq = Nr.
history-file-at = Tid
history-file-who = Kven
history-file-what = Kva
history-file-detail = Nærare
history-file-authority = Fullmakt
history-file-rule = Regel
history-file-evidence = Prov
audit-follows = Følgjer av hending { $seq }
audit-clock = Frist: { $clock }
audit-other-case = Følgjer av ei anna sak
audit-budget = Budsjettfullmakt { $reference }
audit-assigned = Tildelt sak
audit-role-applicant_editor = Skrivetilgang
audit-role-applicant_signatory = Signaturrett
audit-role-municipal_auditor = Revisjonsoppdrag
audit-role-case_officer = Saksbehandlar ved embetet
audit-role-leader = Leiar ved embetet
audit-role-attestor = Attestasjonsrett
audit-role-accountant = Økonomirolle
audit-asserted = (påstått)
audit-rule-set = Regelsett { $rule_set }
audit-checksum = Kontrollsum { $digits }
audit-refused = Avvist: { $command }
audit-no-change = Inga endring i saka
audit-refused-command = Avvist kommando { $digits }
