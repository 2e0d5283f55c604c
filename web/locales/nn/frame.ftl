# Det som omgir sidene: topp og botn, innlogging, feil.

layout-skip = Hopp til hovudinnhaldet
layout-practice = Øvingsinstallasjon. Tida i sakene er { $now_shown }, norsk tid. Alle data er oppdikta.
layout-menu = Meny
layout-main-menu = Hovudmeny
layout-logged-in = Logga inn
layout-change-role = Byt rolle
layout-log-out = Logg ut
search-label = Søk i saker
search-short = Søk i saker
search-long = Saksnummer, kommune, nettverk, org.nr. eller beløp
search-do = Søk
footer-help = Hjelp
footer-accessibility = Tilgjengelegheitserklæring
footer-privacy = Personvern
nav-today = I dag
nav-cases = Saker
nav-rounds = Rundar
nav-networks = Nettverk
nav-municipalities = Kommunar
nav-colleagues = Kollegaer
nav-approval = Godkjenning
nav-frames = Rammer
nav-deadlines = Fristar
nav-overview = Oversyn
nav-applications = Søknader
nav-grants = Tilskot
nav-calls = Utlysingar
nav-assignments = Oppdrag
nav-operation = Status

format-when = { $day_shown } kl. { $clock_shown }
distance-over = { $days ->
        [0] over fristen
        [one] 1 vyrkedag over
       *[other] { $days } vyrkedagar over
    }
distance-today = I dag
distance-days = om { $days } dagar
person-nobody = ikkje fordelt
person-program = Fagsystem
person-unnamed = Person { $mark }
place-municipality = { $unit }
rule-numbered = { $source ->
        [R26] Retningslinjer 2026 punkt { $section }
        [B21] Retningslinjer 2021 punkt { $section }
       *[other] Kjelde frå { $year_shown }, punkt { $section }
    }
rule-headed = { $source ->
        [R26] Retningslinjer 2026, «{ $section }»
        [B21] Retningslinjer 2021, «{ $section }»
        [I21] Lysarka frå Innlandet 2021, { $section }
        [W23] Nettsida til Bufdir 2023, «{ $section }»
        [H18] Invitasjonen frå Hordaland 2018, { $section }
       *[other] Kjelde frå { $year_shown }, { $section }
    }
law-L-01 = økonomiføresegnene pkt. 6.3.1
law-L-05 = økonomiføresegnene pkt. 2.5.2
law-L-06 = økonomiføresegnene pkt. 2.5.2.2
law-L-10 = økonomiregelverket
law-L-20 = forvaltningslova § 6
law-L-21 = forvaltningslova § 11 a
law-L-22 = forvaltningslova § 16
law-L-23 = forvaltningslova § 29
law-L-24 = forvaltningslova § 28
law-L-25 = forvaltningslova § 28
law-L-27 = forvaltningslova § 35
law-L-29 = domstollova §§ 148 og 149
law-L-47 = språklova § 15

entry-title = Logg inn i Saksgang
entry-lead = For kommunar, statsforvaltarar og revisorar som arbeider med tilskot til læringsnettverk og barnevernsleiarnettverk.
entry-log-in = Logg inn
entry-level = Du loggar inn med din eigen elektroniske ID og vel kven du representerer.
entry-local = Denne installasjonen er lokal: du vel ei rolle frå ei liste, utan passord.
entry-failed = Du er ikkje logga inn
entry-failed-none = Denne installasjonen har inga innlogging. Den som driv han, må setje SAKSGANG_OIDC_ISSUER.
entry-failed-away = Innloggingstenesta svarer ikkje no. Prøv igjen om litt. Ingen frist er avhengig av innlogginga: ring saksbehandlaren om det hastar.
entry-failed-expired = Innlogginga tok for lang tid, eller ho vart opna i eit anna vindauge. Logg inn på nytt.
entry-failed-failed = Innloggingstenesta sleppte deg ikkje inn, eller innlogginga var på eit for lågt nivå. Logg inn på nytt med ein elektronisk ID på høgt nivå.
hats-title = Kven vil du handle som?
hats-lead = Innlogginga di gir fleire roller. Du kan byte når som helst.
hats-none-title = Du er logga inn, men representerer ingen
hats-none-lead = Innlogginga verkar, men gir inga rolle i Saksgang. Difor kan du ikkje sjå eller gjere noko her.
hats-none-mend = Slik får du tilgang
hats-none-municipality = Kommune: be den som styrer tilgangar i Altinn for kommunen, gi deg retten for Saksgang. Logg inn igjen og vel kommunen.
hats-none-office = Statsforvaltar: be lokal administrator om rolle.
hats-none-auditor = Revisor: be kommunen om å gi deg retten som kommunerevisor.
hats-none-withdrawn = Har du hatt tilgang før? Ein leiar ved embetet kan ha trekt rolla tilbake.
hats-none-again = Logg ut og vel ein annan
nothing-yet-title = Velkomen
nothing-yet-lead = Sidene for denne rolla er ikkje tekne i bruk enno.

error-not-found = Sida finst ikkje
    .more = Adressa er feil, eller sida er ikkje di å sjå. Sjå etter at saksnummeret er rett.
error-not-for-role = Sida er for andre roller
    .more = Du er logga inn i ei rolle som ikkje har denne sida. Har du fleire roller, kan du byte øvst til høgre.
error-not-allowed = Slik kan ikkje sida brukast
    .more = Gå tilbake, og prøv derifrå.
error-foreign-form = Skjemaet er for gammalt
    .more = Du har logga inn på nytt sidan skjemaet vart opna. Ingenting er sendt.
error-too-large = Det vart sendt for mykje
    .more = Ingenting er motteke. Filene i ein søknad kan vere 60 MB til saman. Send færre eller mindre filer.
error-too-many = Det vart sendt for mykje på ein gong
    .more = Ingenting er sendt. Vent eit minutt, og prøv igjen.
error-asked-too-much = Det vart spurt om for mykje på kort tid
    .more = Vent eit minutt, og prøv igjen.
error-session-ended = Du er logga ut
    .more = Ingenting er sendt. Logg inn i eit anna vindauge, kom tilbake hit, og prøv igjen.
error-away = Ikkje motteke: Saksgang kan ikkje lagre akkurat no
    .more = Databasen svarer ikkje. Det du skreiv, står framleis her. Prøv igjen om litt.
error-fault = Saksgang feila
    .more = Feilen er vår og er skriven i loggen. Ingenting er endra.
error-kept = Det du skreiv
error-again = Prøv igjen
error-home = Gå til framsida

# --- where one is logged in ---
sessions-title = Innloggingar
sessions-lead = Her er du logga inn no. Har nokon andre fått tak i maskina di, eller gløymde du å logge ut ein stad, så logg ut overalt.
sessions-began = Logga inn
sessions-seen = Sist brukt
sessions-here = Denne nettlesaren
sessions-end = Avslutt
sessions-end-all = Logg ut overalt
