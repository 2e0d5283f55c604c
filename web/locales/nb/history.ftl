# Historikken: saken slik den var, kontrollen av sporet, hendelsene og kontrollpakken.

history-kicker = Sak { $case_no }, { $office }. { $host_shown }
history-package = Last ned kontrollpakke
history-then = Saken slik den var
history-day = Dato
history-clock = Klokkeslett
history-show = Vis
history-previous = Forrige hendelse
history-next = Neste hendelse
history-slider = Hendelse, fra 1 til { $last }
history-go = Gå til hendelsen
history-created = opprettet
history-now = nå
history-event-of = Hendelse { $seq } av { $last }
history-error-day = Skriv datoen slik: 14.10.2026.
history-error-clock = Skriv klokkeslettet slik: 13.05.
history-stage = Stadium
history-conditions = Åpne vilkår
history-use-deadline = Bruksfrist
history-duty = Rapporteringsplikt
history-duty-since = Ja, fra hendelse { $seq }
history-duty-none = Nei
history-duty-not-yet = Ikke prøvd
history-no-case = Hendelsene gir ingen sak. Kontrollen av sporet sier hva som er galt.
history-check = Kontroll av sporet
history-whole = Sporet er helt og uendret
history-whole-more = { $count } av { $count } hendelser kontrollert { $when_shown }.
history-broken = Sporet er ikke helt
history-broken-first = { $count ->
        [one] Hendelse { $seq } passer ikke.
       *[other] { $count } feil. Den første er ved hendelse { $seq }.
    } Endre ingenting, og ta vare på dette. Kontrollpakken kan fortsatt lastes ned.
history-last-hash = Siste kontrollsum
history-signed = Signert
history-signed-never = ikke ennå
history-documents = Dokumenter
history-documents-whole = { $whole } av { $all } stemmer
history-self = Slik kan du kontrollere selv
history-check-how =
    Last ned kontrollpakken, pakk den ut og kjør «python kontroller.py» i mappen. Programmet er kort og trenger ikke Saksgang.
    Kontrollsummen til hver hendelse er SHA-256 over kontrollsummen til hendelsen før og hendelsens egen tekst («envelope» i historikk.json).
    Før den første står SHA-256 over 32 nullbyte og navnet på strømmen.
    Én gang i døgnet signeres den siste kontrollsummen i hver sak med Ed25519 i en fil utenfor databasen. Hold den offentlige nøkkelen mot en kopi som dere har fått på annen måte.
    Det som er klippet bort etter siste signering, kan ikke oppdages slik.
history-events = Hendelser
history-families = Vis hendelser
history-family-all = Alle
history-family-person = Personer
history-family-automatic = Automatiske
history-family-money = Penger
history-family-correction = Rettelser
history-family-refused = Avviste
history-show-event = Vis saken slik den var etter hendelse
history-correction = Rettelse
history-shown = Viser { $first } til { $last } av { $all }
history-newer = Nyere
history-older = Eldre
history-none = Ingen hendelser her
history-package-holds = Kontrollpakken inneholder
history-package-file = Fil
history-package-content = Innhold
history-package-size = Omfang
history-package-events = Alle hendelser med hvem, hva, når, fullmakt og regel
history-package-rows = { $count ->
        [one] 1 rad
       *[other] { $count } rader
    }
history-package-documents = Dokumentene i saken, med kontrollsum i bevis.json
history-package-files = { $count ->
        [one] 1 fil
       *[other] { $count } filer
    }
history-package-proof = Kontrollsummer, signatur og framgangsmåte uten vårt system
history-package-logged = Nedlastingen logges med tid og rolle.
history-file-seq = Nr.
history-file-at = Tid
history-file-who = Hvem
history-file-what = Hva
history-file-detail = Nærmere
history-file-authority = Fullmakt
history-file-rule = Regel
history-file-evidence = Bevis
audit-follows = Følger av hendelse { $seq }
audit-clock = Frist: { $clock }
audit-other-case = Følger av en annen sak
audit-budget = Budsjettfullmakt { $reference }
audit-assigned = Tildelt sak
audit-role-applicant_editor = Skrivetilgang
audit-role-applicant_signatory = Signaturrett
audit-role-municipal_auditor = Revisjonsoppdrag
audit-role-case_officer = Saksbehandler ved embetet
audit-role-leader = Leder ved embetet
audit-role-attestor = Attestasjonsrett
audit-role-accountant = Økonomirolle
audit-asserted = (påstått)
audit-rule-set = Regelsett { $rule_set }
audit-checksum = Kontrollsum { $digits }
audit-refused = Avvist: { $command }
audit-no-change = Ingen endring i saken
audit-refused-command = Avvist kommando { $digits }
