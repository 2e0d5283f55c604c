# Det kommandolinja sjølv seier. Kva kodane heiter, står i katalogane i locales/.

# --- kva det vart av ein kommando ---
outcome-refused = Ikkje gjort
outcome-unusable = Dette kan ikkje brukast. Ingenting er lagra.
outcome-away = Dette kan ikkje gjerast her og no
outcome-received = Motteke, ikkje utført enno
received-more = Det som er sendt, er lagra med tidspunktet det kom. Det blir utført når motoren svarer. Spør igjen med:
rule = Regel: { $rule }
findings = Søknaden kan ikkje sendast inn enno:
register-done = Registrert i { $stream }

# --- kven ein handlar som ---
refusal-asserted_on_real_installation = Dette er ein verkeleg installasjon. Her handlar ingen som ein annan frå kommandolinja.
    .mend = Logg inn og gjer det der. Kommandolinja gjer berre driftsarbeid her: liste, vise, historikk, oppgåver, fristar, sporet, gjenoppbygging og migrering.
refusal-clock_of_real_installation = Dette er ein verkeleg installasjon. Klokka kan ikkje stillast.
    .mend = Prøv på ein lokal installasjon: saksgang up.
as-missing = --as: sei kven du handlar som, til dømes --as leader@SFIN
as-role = --as: { $text } er inga rolle ved ei eining. Skriv ROLLE@EINING med ei av rollene { $roles }
as-office = --as: { $text } er ikkje eit embete. Kjende embete er { $codes }
as-municipality = --as: { $text } er ikkje eit organisasjonsnummer
as-name = --as: namnet kan ha høgst { $most } teikn, alle synlege

# --- det som ikkje kan brukast ---
case-missing = --id: sei kva sak det gjeld, til dømes --id SFIN-2026-17
no-such-case = Det finst inga sak { $text }. Sjå sakene med: saksgang case list
no-such-round = Det finst ingen runde { $text }. Sjå rundane med: saksgang round list
no-such-command = { $text } er ingen kommando her. Kommandoane er { $codes }. Søknader blir sende med: saksgang submit
no-such-command-id = Ingenting er motteke med nummeret { $text }. Send det du ville gjere, på nytt.
set-form = --set { $text }: skriv NØKKEL=VERDI
answer-form = { $text }: skriv Ja eller Nei, komma og ei grunngiving: answers.purpose="Ja, treffer formålet"
frame-form = --frame { $text }: skriv POTT=KRONER, til dømes learning=4000000 eller leader=600000:earmarked
file-or-options = Gi anten ei fil eller vala, ikkje begge delar
file-unreadable = { $path } kan ikkje brukast: { $reason }
file-missing = fila finst ikkje
file-forbidden = fila kan ikkje lesast av deg
file-is_folder = dette er ei mappe
file-too-large = { $path } er større enn { $megabytes } MB
file-not_written = { $path } kan ikkje skrivast. Finst han frå før?
token-unusable = { $option }: bruk merket som stod under førre side
by-hand-only = --received, --original: gjeld berre søknader som ein saksbehandlar registrerer for hand
original-missing = --original: ein søknad på papir blir registrert med originalen. Kommunen sender sjølv med --as applicant_signatory@ORGNR
clock-back = --at: det siste som har hendt, hende { $when }. Klokka kan berre stillast fram.

# --- det som ikkje svarer ---
nothing-runs = Saksgang køyrer ikkje i { $folder }. Start med: saksgang up. Eller sei kvar databasen er, med DATABASE_URL.
no-owner-url = Sei kvar databasen er for den som eig tabellane, med DATABASE_OWNER_URL
database-away = Databasen på { $address } svarer ikkje: { $reason }. Ingenting er motteke.
database-left = Databasen på { $address } vart borte undervegs. Er du usikker på om noko vart motteke, send det same på nytt med --command-id.
not-migrated = Databasen på { $address } har ikkje tabellane. Lag dei med: saksgang migrate
metrics-taken = Adressa for måltal er oppteken. Vel ei anna med SAKSGANG_METRICS_ADDRESS=127.0.0.1:9465
engine-away = Temporal svarer ikkje. Start med: saksgang up. Eller sei kvar han er, med TEMPORAL_ADDRESS.

# --- tomt, og neste steg ---
no-cases = Ingen opne saker. Ein søknad blir registrert med: saksgang submit FIL --round RUNDE
no-cases-filtered = Ingen saker passar. Ta bort eit val, eller sjå ferdige saker med --finished.
no-tasks = Ingen oppgåver ventar.
no-rounds = Ingen rundar. Kunngjer ein med: saksgang round open FIL --as leader@SFIN
no-mandates = Ingen fullmakter. Registrer ei med: saksgang mandate set FIL --as leader@SFIN
no-national = Inga kjelde oppgir summar for heile landet i { $year }.
national = heile landet
frames-given = gitt til embeta
no-events = Ingen hendingar etter { $seq }.
nothing-overdue = Ingenting er over fristen { $day }.
case-finished = Saka er ferdig. Ingen ventar på noko.
case-waits = Ingen ved embetet har noko å gjere no.
more = Det er fleire. Neste side: --after { $token }
more-limit = Det er fleire enn { $limit }. Sjå fleire med --limit.

# --- det som vart gjort ---
mandate-done = Fullmakta til { $office_code } for { $year } er registrert
round-done = Runde { $number } er kunngjord, søknadsfrist { $closes_at }
round-later = Motoren svarer ikkje no. Resten skjer av seg sjølv når han er tilbake.
note-late = Søknaden kom etter fristen, som var { $closes_at }. Han er motteken og merkt.
note-original = Originalen er lagd ved: { $path }, SHA-256 { $sha256 } …
migrated = Databasen på { $address } har tabellane som trengst (versjon { $revision })
rebuilding = Set sakene i arbeid
rebuilt = { $streams ->
        [one] Éi open sak eller éin runde er i arbeid igjen
       *[other] { $streams } opne saker og rundar er i arbeid igjen
    }
clock-real = Tida i sakene er den verkelege: { $when }, norsk tid.
clock-shifted = Tida i sakene er flytta. Ho er no { $when }, norsk tid.
clock-set = Tida i sakene er no { $when }, norsk tid

# --- sporet ---
checking-chain = Hendingar kontrollerte
checking-cases = Saker bygde opp på nytt
sessions-ended = { $ended ->
        [0] { $text } var ikkje logga inn nokon stad
        [one] { $text } er logga ut éin stad
       *[other] { $text } er logga ut { $ended } stader
    }
erasable-document = dokument på { $size } byte
erasable-nothing = Det er ingenting att å slette.
trail-whole = Sporet er heilt: { $events ->
        [one] { $events } hending
       *[other] { $events } hendingar
    } i { $streams ->
        [one] { $streams } straum
       *[other] { $streams } straumar
    }, og sakene stemmer med det
trail-broken = Sporet er ikkje heilt. { $problems ->
        [one] Éin feil.
       *[other] { $problems } feil.
    } Endre ingenting, og ta vare på dette.
more-problems = … og { $number } til. Alle står i svaret med --json.
heads-compared = Samanlikna med dei signerte hovuda i { $path }
heads-none = Ingen hovud er signerte enno. Signer kvar dag med: saksgang trail sign
signed = Hovuda er signerte i { $path }
key-made = Ein signeringsnøkkel er laga i { $path }. Ta ein kopi av { $public } dit eigarane av databasen ikkje når.
schema-fresh = { $path } er skjemaet som denne utgåva lagar
schema-stale = { $path } er ikkje skjemaet som denne utgåva lagar. Lag det på nytt med: make generated

# --- overskrifter ---
about = Gjeld
round-acceptance = Vilkåra skal aksepterast før noko blir utbetalt
round-override = Embetet ber om meir
place = Plass
standing = Står som
sum = Sum så langt
no-frame = ikkje kjend enno
elsewhere = Brukt i andre rundar
cut = her er ramma brukt opp
over-frame = Over ramma med { $over_ore }. Det kan innstillast, men ikkje innvilgast.
no-applications = Ingen søknader i runden.
standing-applied = ikkje vurdert
standing-proposed = vurdert
standing-recommended = innstilt
standing-granted = innvilga
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
criteria = Kriterium
days-over = Dagar over
deadline = Søknadsfrist
deadlines = Fristar
document = Dokument
documents = Dokument
due = Frist
duties = Plikter
duty = Plikt
duty-carried-by = Summen gjekk over rapporteringsgrensa i sak
attestor-may-recommend = Attestanten kan ha skrive innstillinga
write-off-limit = Ein leiar kan gi opp av eit krav
no-limit-set = ikkje sett: direktoratet må ha svara
allowed-yes = ja
allowed-no = nei
earmarked = øyremerkt
event = Hending
frame = Ramme
free = Ledig
granted = Innvilga
ground = Grunn
host = Vertskommune
last-day = Frist
late = over fristen
letters = Brev
letters-outstanding = Det formelle brevet står att: { $letters }
media-type = Type
next-step = Neste steg
number = Nr.
office = Embete
officer = Saksbehandlar
opens = Opnar
outstanding = Uteståande
overdue-title = Over fristen { $day }
paid = Utbetalt
possible = Kan gjerast no
pot = Pott
proposed = Foreslått
received = Motteke
reference = Referanse
refunded = Tilbakebetalt
remarks = Merknader ved mottak
round = Runde
rule-head = Regel
rule-set = Regelverk
severity = Alvor
size = Storleik
spent = Brukt
stage = Stadium
state = Status
stream = Straum
strand = Ordning
task = Oppgåve
tasks = Oppgåver
title = Tittel
unsent = Ikkje sendt ut
proposed-days = Framlegg til brevet
unspent = Ubrukt
unused = Ubrukt
use-deadline = Bruksfrist
what = Kva
when = Når
who = Kven
why = Kvifor
year = År
report-for = Rapport for { $duty }
report-asks = Rapporten svarer på: { $questions }
audit-for = Revisorstadfesting for { $duty }

# --- historikk ---
asserted = (påstått)
told-reason = Grunngiving: { $text }
by-rule = Regel { $rule }
on-grounds = Grunnlag: { $grounds }
handled-later = Handtert { $when }
unknown = ikkje oppgitt
input-grants = tilskot
input-network-basis = tilskota til nettverket
input-paid = utbetalt
input-leftover = ubrukt
input-unspent = ubrukt
input-step = steg
input-basis = summen som vart prøvd
input-limit = grensa
input-available = skal gjerast greie for
input-clock = det som har frist
input-deadline = frist
input-ground = kvifor
input-name = gjeld
input-carried-by-no = den andre saka
input-refunded = betalt tilbake
input-reports = godkjende rapportar
input-audits = godtekne revisorstadfestingar

# --- case explain ---
explain-pinned = Ho følgjer regelsettet { $rule_set }, som galdt då runden opna.
explain-now = No: { $reached }.
explain-rule = Regel: { $rule }, regelsett { $rule_set }
explain-input = Grunnlag: { $inputs }
explain-result = Resultat: { $outcome_text }

# --- brev og utsending ---
letter-L05 = tilskotsbrev
letter-L06 = tilskotsbrev (delvis innvilga)
letter-L07 = avslag
outbox-message = melding { $letter }
outbox-payment_order = betalingsordre
outbox-command = beskjed til ei anna sak
outbox-pending = ventar
outbox-parked = parkert

# --- kor alvorleg ein merknad er ---
severity-error = feil
severity-warning = åtvaring
severity-hint = tips

# --- det som ikkje vart forstått ---
usage-help = Slik blir han brukt: { $program } --help
usage-no_such_option = { $option } er ikkje eit val her{ $known ->
        [none] {""}
       *[other] . Meinte du { $known }?
    }
usage-missing = { $named } manglar
usage-value = { $option } blir ikkje brukt slik: valet krev ein verdi, eller tek ingen
usage-no_such_command = { $text } er ingen kommando her{ $known ->
        [none] {""}
       *[other] . Meinte du { $known }?
    }
usage-extra = { $text } er for mykje: kommandoen tek det ikkje
usage-other = Dette er ikkje til å forstå: { $said }
usage-aborted = Avbrote.
