# Det som omgir sidene: topp og bunn, innlogging, feil.

layout-skip = Hopp til hovedinnhold
layout-practice = Øvingsinstallasjon. Sakenes tid er { $now_shown }, norsk tid. Alle data er oppdiktet.
layout-menu = Meny
layout-main-menu = Hovedmeny
layout-logged-in = Logget inn
layout-change-role = Bytt rolle
layout-log-out = Logg ut
search-label = Søk i saker
search-short = Søk i saker
search-long = Saksnummer, kommune, nettverk, org.nr. eller beløp
search-do = Søk
footer-help = Hjelp
footer-accessibility = Tilgjengelighetserklæring
footer-privacy = Personvern
nav-today = I dag
nav-cases = Saker
nav-rounds = Runder
nav-networks = Nettverk
nav-municipalities = Kommuner
nav-colleagues = Kolleger
nav-approval = Godkjenning
nav-frames = Rammer
nav-deadlines = Frister
nav-overview = Oversikt
nav-applications = Søknader
nav-grants = Tilskudd
nav-calls = Utlysninger
nav-assignments = Oppdrag
nav-operation = Status

format-when = { $day_shown } kl. { $clock_shown }
distance-over = { $days ->
        [0] over fristen
        [one] 1 virkedag over
       *[other] { $days } virkedager over
    }
distance-today = I dag
distance-days = om { $days } dager
person-nobody = ikke fordelt
person-program = Fagsystem
person-unnamed = Person { $mark }
place-municipality = { $unit }
rule-numbered = { $source ->
        [R26] Retningslinjer 2026 punkt { $section }
        [B21] Retningslinjer 2021 punkt { $section }
       *[other] Kilde fra { $year_shown }, punkt { $section }
    }
rule-headed = { $source ->
        [R26] Retningslinjer 2026, «{ $section }»
        [B21] Retningslinjer 2021, «{ $section }»
        [I21] Innlandets lysark 2021, { $section }
        [W23] Bufdirs nettside 2023, «{ $section }»
        [H18] Invitasjonen fra Hordaland 2018, { $section }
       *[other] Kilde fra { $year_shown }, { $section }
    }
law-L-01 = økonomibestemmelsene pkt. 6.3.1
law-L-05 = økonomibestemmelsene pkt. 2.5.2
law-L-06 = økonomibestemmelsene pkt. 2.5.2.2
law-L-10 = økonomiregelverket
law-L-20 = forvaltningsloven § 6
law-L-21 = forvaltningsloven § 11 a
law-L-22 = forvaltningsloven § 16
law-L-23 = forvaltningsloven § 29
law-L-24 = forvaltningsloven § 28
law-L-25 = forvaltningsloven § 28
law-L-27 = forvaltningsloven § 35
law-L-29 = domstolloven §§ 148 og 149
law-L-47 = språklova § 15

entry-title = Logg inn i Saksgang
entry-lead = For kommuner, statsforvaltere og revisorer som arbeider med tilskudd til læringsnettverk og barnevernsledernettverk.
entry-log-in = Logg inn
entry-level = Du logger inn med din egen elektroniske ID og velger hvem du representerer.
entry-local = Denne installasjonen er lokal: du velger en rolle fra en liste, uten passord.
entry-failed = Du er ikke logget inn
entry-failed-none = Denne installasjonen har ingen innlogging. Den som driver den, må sette SAKSGANG_OIDC_ISSUER.
entry-failed-away = Innloggingstjenesten svarer ikke nå. Prøv igjen om litt. Ingen frist avhenger av innloggingen: ring saksbehandleren hvis det haster.
entry-failed-expired = Innloggingen tok for lang tid, eller den ble åpnet i et annet vindu. Logg inn på nytt.
entry-failed-failed = Innloggingstjenesten slapp deg ikke inn, eller innloggingen var på et for lavt nivå. Logg inn på nytt med en elektronisk ID på høyt nivå.
hats-title = Hvem vil du handle som?
hats-lead = Innloggingen din gir flere roller. Du kan bytte når som helst.
hats-none-title = Du er logget inn, men representerer ingen
hats-none-lead = Innloggingen virker, men gir ingen rolle i Saksgang. Derfor kan du ikke se eller gjøre noe her.
hats-none-mend = Slik får du tilgang
hats-none-municipality = Kommune: be den som styrer tilganger i Altinn for kommunen, gi deg rettigheten for Saksgang. Logg inn igjen og velg kommunen.
hats-none-office = Statsforvalter: be lokal administrator om rolle.
hats-none-auditor = Revisor: be kommunen om å gi deg rettigheten som kommunerevisor.
hats-none-withdrawn = Har du hatt tilgang før? En leder ved embetet kan ha trukket rollen tilbake.
hats-none-again = Logg ut og velg en annen
nothing-yet-title = Velkommen
nothing-yet-lead = Sidene for denne rollen er ikke tatt i bruk ennå.

error-not-found = Siden finnes ikke
    .more = Adressen er feil, eller siden er ikke din å se. Se etter at saksnummeret er riktig.
error-not-for-role = Siden er for andre roller
    .more = Du er logget inn i en rolle som ikke har denne siden. Har du flere roller, kan du bytte øverst til høyre.
error-not-allowed = Slik kan siden ikke brukes
    .more = Gå tilbake, og prøv derfra.
error-foreign-form = Skjemaet er for gammelt
    .more = Du har logget inn på nytt siden skjemaet ble åpnet. Ingenting er sendt.
error-too-large = Det ble sendt for mye
    .more = Ingenting er mottatt. Filene i en søknad kan være 60 MB til sammen. Send færre eller mindre filer.
error-too-many = Det ble sendt for mye på en gang
    .more = Ingenting er sendt. Vent et minutt, og prøv igjen.
error-asked-too-much = Det ble spurt om for mye på kort tid
    .more = Vent et minutt, og prøv igjen.
error-session-ended = Du er logget ut
    .more = Ingenting er sendt. Logg inn i et annet vindu, kom tilbake hit, og prøv igjen.
error-away = Ikke mottatt: Saksgang kan ikke lagre akkurat nå
    .more = Databasen svarer ikke. Det du skrev, står fortsatt her. Prøv igjen om litt.
error-fault = Saksgang feilet
    .more = Feilen er vår og er skrevet i loggen. Ingenting er endret.
error-kept = Det du skrev
error-again = Prøv igjen
error-home = Gå til forsiden

# --- where one is logged in ---
sessions-title = Innlogginger
sessions-lead = Her er du logget inn nå. Har noen andre fått tak i maskinen din, eller glemte du å logge ut et sted, så logg ut overalt.
sessions-began = Logget inn
sessions-seen = Sist brukt
sessions-here = Denne nettleseren
sessions-end = Avslutt
sessions-end-all = Logg ut overalt
