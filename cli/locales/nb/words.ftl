# Det kommandolinjen selv sier. Hva kodene heter, står i katalogene i locales/.

# --- hva det ble av en kommando ---
outcome-refused = Ikke gjort
outcome-unusable = Dette kan ikke brukes. Ingenting er lagret.
outcome-away = Dette kan ikke gjøres her og nå
outcome-received = Mottatt, ikke utført ennå
received-more = Det som er sendt, er lagret med tidspunktet det kom. Det utføres når motoren svarer. Spør igjen med:
rule = Regel: { $rule }
findings = Søknaden kan ikke sendes inn ennå:
register-done = Registrert i { $stream }

# --- hvem man handler som ---
refusal-asserted_on_real_installation = Dette er en virkelig installasjon. Her handler ingen som en annen fra kommandolinjen.
    .mend = Logg inn og gjør det der. Kommandolinjen gjør bare driftsarbeid her: liste, vise, historikk, oppgaver, frister, sporet, gjenoppbygging og migrering.
refusal-clock_of_real_installation = Dette er en virkelig installasjon. Klokken kan ikke stilles.
    .mend = Prøv på en lokal installasjon: saksgang up.
as-missing = --as: si hvem du handler som, for eksempel --as leader@SFIN
as-role = --as: { $text } er ingen rolle ved en enhet. Skriv ROLLE@ENHET med en av rollene { $roles }
as-office = --as: { $text } er ikke et embete. Kjente embeter er { $codes }
as-municipality = --as: { $text } er ikke et organisasjonsnummer
as-name = --as: navnet kan ha høyst { $most } tegn, alle synlige

# --- det som ikke kan brukes ---
case-missing = --id: si hvilken sak det gjelder, for eksempel --id SFIN-2026-17
no-such-case = Det finnes ingen sak { $text }. Se sakene med: saksgang case list
no-such-round = Det finnes ingen runde { $text }. Se rundene med: saksgang round list
no-such-command = { $text } er ingen kommando her. Kommandoene er { $codes }. Søknader sendes med: saksgang submit
no-such-command-id = Ingenting er mottatt med nummeret { $text }. Send det du ville gjøre, på nytt.
set-form = --set { $text }: skriv NØKKEL=VERDI
answer-form = { $text }: skriv Ja eller Nei, komma og en begrunnelse: answers.purpose="Ja, treffer formålet"
frame-form = --frame { $text }: skriv POTT=KRONER, for eksempel learning=4000000 eller leader=600000:earmarked
file-or-options = Gi enten en fil eller valgene, ikke begge deler
file-unreadable = { $path } kan ikke brukes: { $reason }
file-missing = fila finnes ikke
file-forbidden = fila kan ikke leses av deg
file-is_folder = dette er en mappe
file-too-large = { $path } er større enn { $megabytes } MB
file-not_written = { $path } kan ikke skrives. Finnes den fra før?
token-unusable = { $option }: bruk merket som stod under forrige side
by-hand-only = --received, --original: gjelder bare søknader som en saksbehandler registrerer for hånd
original-missing = --original: en søknad på papir registreres med originalen. Kommunen sender selv med --as applicant_signatory@ORGNR
clock-back = --at: det siste som har skjedd, skjedde { $when }. Klokken kan bare stilles fram.

# --- det som ikke svarer ---
nothing-runs = Saksgang kjører ikke i { $folder }. Start med: saksgang up. Eller si hvor databasen er, med DATABASE_URL.
no-owner-url = Si hvor databasen er for den som eier tabellene, med DATABASE_OWNER_URL
database-away = Databasen på { $address } svarer ikke: { $reason }. Ingenting er mottatt.
database-left = Databasen på { $address } ble borte underveis. Er du usikker på om noe ble mottatt, send det samme på nytt med --command-id.
not-migrated = Databasen på { $address } har ikke tabellene. Lag dem med: saksgang migrate
metrics-taken = Adressen for måltall er opptatt. Velg en annen med SAKSGANG_METRICS_ADDRESS=127.0.0.1:9465
engine-away = Temporal svarer ikke. Start med: saksgang up. Eller si hvor den er, med TEMPORAL_ADDRESS.

# --- tomt, og neste steg ---
no-cases = Ingen åpne saker. En søknad registreres med: saksgang submit FIL --round RUNDE
no-cases-filtered = Ingen saker passer. Ta bort et valg, eller se ferdige saker med --finished.
no-tasks = Ingen oppgaver venter.
no-rounds = Ingen runder. Kunngjør en med: saksgang round open FIL --as leader@SFIN
no-mandates = Ingen fullmakter. Registrer en med: saksgang mandate set FIL --as leader@SFIN
no-national = Ingen kilde oppgir summer for hele landet i { $year }.
national = hele landet
frames-given = gitt til embetene
no-events = Ingen hendelser etter { $seq }.
nothing-overdue = Ingenting er over fristen { $day }.
case-finished = Saken er ferdig. Ingen venter på noe.
case-waits = Ingen ved embetet har noe å gjøre nå.
more = Det er flere. Neste side: --after { $token }
more-limit = Det er flere enn { $limit }. Se flere med --limit.

# --- det som ble gjort ---
mandate-done = Fullmakten til { $office_code } for { $year } er registrert
round-done = Runde { $number } er kunngjort, søknadsfrist { $closes_at }
round-later = Motoren svarer ikke nå. Resten skjer av seg selv når den er tilbake.
note-late = Søknaden kom etter fristen, som var { $closes_at }. Den er mottatt og merket.
note-original = Originalen er lagt ved: { $path }, SHA-256 { $sha256 } …
migrated = Databasen på { $address } har tabellene som trengs (versjon { $revision })
rebuilding = Setter sakene i arbeid
rebuilt = { $streams ->
        [one] Én åpen sak eller runde er i arbeid igjen
       *[other] { $streams } åpne saker og runder er i arbeid igjen
    }
clock-real = Sakenes tid er den virkelige: { $when }, norsk tid.
clock-shifted = Sakenes tid er flyttet. Den er nå { $when }, norsk tid.
clock-set = Sakenes tid er nå { $when }, norsk tid

# --- sporet ---
checking-chain = Hendelser kontrollert
checking-cases = Saker bygget opp på nytt
sessions-ended = { $ended ->
        [0] { $text } var ikke logget inn noe sted
        [one] { $text } er logget ut ett sted
       *[other] { $text } er logget ut { $ended } steder
    }
erasable-document = dokument på { $size } byte
erasable-nothing = Det er ingenting igjen å slette.
trail-whole = Sporet er helt: { $events ->
        [one] { $events } hendelse
       *[other] { $events } hendelser
    } i { $streams ->
        [one] { $streams } strøm
       *[other] { $streams } strømmer
    }, og sakene stemmer med det
trail-broken = Sporet er ikke helt. { $problems ->
        [one] Én feil.
       *[other] { $problems } feil.
    } Endre ingenting, og ta vare på dette.
more-problems = … og { $number } til. Alle står i svaret med --json.
heads-compared = Sammenlignet med de signerte hodene i { $path }
heads-none = Ingen hoder er signert ennå. Signer hver dag med: saksgang trail sign
signed = Hodene er signert i { $path }
key-made = En signeringsnøkkel er laget i { $path }. Ta en kopi av { $public } dit databasens eiere ikke når.
schema-fresh = { $path } er skjemaet som denne utgaven lager
schema-stale = { $path } er ikke skjemaet som denne utgaven lager. Lag det på nytt med: make generated

# --- overskrifter ---
about = Gjelder
round-acceptance = Vilkårene skal aksepteres før noe utbetales
round-override = Embetet ber om mer
place = Plass
standing = Står som
sum = Sum så langt
no-frame = ikke kjent ennå
elsewhere = Brukt i andre runder
cut = her er rammen brukt opp
over-frame = Over rammen med { $over_ore }. Det kan innstilles, men ikke innvilges.
no-applications = Ingen søknader i runden.
standing-applied = ikke vurdert
standing-proposed = vurdert
standing-recommended = innstilt
standing-granted = innvilget
standing-refused = avslag
addresses = Adresser
after-deadline = etter søknadsfristen
amount = Beløp
applied = Søkt
attempts = Forsøk
case = Sak
claims = Krav om tilbakebetaling
code = Kode
command = Kommando
criteria = Kriterier
days-over = Dager over
deadline = Søknadsfrist
deadlines = Frister
document = Dokument
documents = Dokumenter
due = Frist
duties = Plikter
duty = Plikt
duty-carried-by = Summen gikk over rapporteringsgrensen i sak
attestor-may-recommend = Attestanten kan ha skrevet innstillingen
write-off-limit = En leder kan gi opp av et krav
no-limit-set = ikke satt: direktoratet må ha svart
allowed-yes = ja
allowed-no = nei
earmarked = øremerket
event = Hendelse
frame = Ramme
free = Ledig
granted = Innvilget
ground = Grunn
host = Vertskommune
last-day = Frist
late = over fristen
letters = Brev
letters-outstanding = Det formelle brevet gjenstår: { $letters }
media-type = Type
next-step = Neste steg
number = Nr.
office = Embete
officer = Saksbehandler
opens = Åpner
outstanding = Utestående
overdue-title = Over fristen { $day }
paid = Utbetalt
possible = Kan gjøres nå
pot = Pott
proposed = Foreslått
received = Mottatt
reference = Referanse
refunded = Tilbakebetalt
remarks = Merknader ved mottak
round = Runde
rule-head = Regel
rule-set = Regelverk
severity = Alvor
size = Størrelse
spent = Brukt
stage = Stadium
state = Status
stream = Strøm
strand = Ordning
task = Oppgave
tasks = Oppgaver
title = Tittel
unsent = Ikke sendt ut
proposed-days = Forslag til brevet
unspent = Ubrukt
unused = Ubrukt
use-deadline = Bruksfrist
what = Hva
when = Når
who = Hvem
why = Hvorfor
year = År
report-for = Rapport for { $duty }
report-asks = Rapporten svarer på: { $questions }
audit-for = Revisorbekreftelse for { $duty }

# --- historikk ---
asserted = (påstått)
told-reason = Begrunnelse: { $text }
by-rule = Regel { $rule }
on-grounds = Grunnlag: { $grounds }
handled-later = Håndtert { $when }
unknown = ikke oppgitt
input-grants = tilskudd
input-network-basis = nettverkets tilskudd
input-paid = utbetalt
input-leftover = ubrukt
input-unspent = ubrukt
input-step = steg
input-basis = summen som ble prøvd
input-limit = grensen
input-available = skal gjøres rede for
input-clock = det som har frist
input-deadline = frist
input-ground = hvorfor
input-name = gjelder
input-carried-by-no = den andre saken
input-refunded = betalt tilbake
input-reports = godkjente rapporter
input-audits = godtatte revisorbekreftelser

# --- case explain ---
explain-pinned = Den følger regelsettet { $rule_set }, som gjaldt da runden åpnet.
explain-now = Nå: { $reached }.
explain-rule = Regel: { $rule }, regelsett { $rule_set }
explain-input = Grunnlag: { $inputs }
explain-result = Resultat: { $outcome_text }

# --- brev og utsending ---
letter-L05 = tilskuddsbrev
letter-L06 = tilskuddsbrev (delvis innvilget)
letter-L07 = avslag
outbox-message = melding { $letter }
outbox-payment_order = betalingsordre
outbox-command = beskjed til en annen sak
outbox-pending = venter
outbox-parked = parkert

# --- hvor alvorlig en merknad er ---
severity-error = feil
severity-warning = advarsel
severity-hint = tips

# --- det som ikke ble forstått ---
usage-help = Slik brukes den: { $program } --help
usage-no_such_option = { $option } er ikke et valg her{ $known ->
        [none] {""}
       *[other] . Mente du { $known }?
    }
usage-missing = { $named } mangler
usage-value = { $option } brukes ikke slik: valget krever en verdi, eller tar ingen
usage-no_such_command = { $text } er ingen kommando her{ $known ->
        [none] {""}
       *[other] . Mente du { $known }?
    }
usage-extra = { $text } er for mye: kommandoen tar det ikke
usage-other = Dette kan ikke forstås: { $said }
usage-aborted = Avbrutt.
