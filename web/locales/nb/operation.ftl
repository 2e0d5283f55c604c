# Driftsansvarliges statusside.

operation-title = Driftsstatus
operation-refreshes = Oppdateres av seg selv.
operation-stop = Stopp
operation-stopped = Oppdateringen er stoppet.
operation-go-on = Oppdater igjen
operation-answers = Databasen svarer
operation-running = Saker i gang
operation-signed = Sporet sist signert
operation-hours = { $count } t
operation-days = { $count } d
operation-state-up = I drift
operation-state-slow = Ustabil
operation-state-down = Nede
operation-stuck = { $count ->
        [one] 1 ting står fast
       *[other] { $count } ting står fast
    }
operation-stuck-note = Fristene løper fra mottak. Ingenting er tapt.
operation-none-stuck = Ingenting står fast
operation-none-stuck-next = Det som venter lenger enn tre minutter, kommer hit.
operation-no-number = Uten nummer ennå
operation-step = Steg og grunn
operation-since = Siden
operation-mend = Trygg retting
operation-try = Prøv på nytt
operation-workflow = Sakens arbeidsflyt
operation-why-command = Mottatt og ikke utført. { $attempts ->
        [0] Ikke sendt på nytt ennå.
        [one] Sendt på nytt én gang.
       *[other] Sendt på nytt { $attempts } ganger.
    }
operation-why-head = Arbeidsflyten har ikke tatt over det siste som skjedde.
operation-why-deadline = Fristen er passert og ikke behandlet.
operation-why-delivery = { $attempts } forsøk. Siste feil: { $error_shown }.
operation-why-parked = Lagt til side etter { $attempts } forsøk. Siste feil: { $error_shown }.
operation-mend-command = Send på nytt
operation-mend-head = Last på nytt
operation-mend-deadline = Last på nytt
operation-mend-delivery = Prøv nå
operation-mend-parked = Ingen
operation-safe-command = Utføres høyst én gang: samme kommandonummer.
operation-safe-head = Endrer ingen vedtak.
operation-safe-deadline = Fristen behandles høyst én gang. Den avgjør ingenting alene.
operation-safe-delivery = Sendes med samme sendingsnøkkel.
operation-safe-parked = Ligger som oppgave hos embetet.
operation-done-command = Sendt på nytt
operation-done-head = Arbeidsflyten er bedt om å laste saken på nytt
operation-done-deadline = Arbeidsflyten er bedt om å laste saken på nytt
operation-done-delivery = Prøves nå
operation-clocks = Frister i databasen
operation-clocks-note = Databasen gjelder når den og arbeidsflyten er ulike.
operation-clocks-none = Ingen saker venter på en frist de neste 30 dagene.
operation-clock = Frist
operation-passed = Passert, ikke behandlet
operation-ahead = Neste 30 dager
operation-all = Alle
operation-workers = Arbeidsprosesser
operation-worker = Prosess
operation-state = Tilstand
operation-version = Versjon
operation-seen = Sist sett
operation-no-workers = Ingen arbeidsprosess melder seg
operation-no-workers-next = Start en. Alt som er mottatt, ligger trygt og utføres da.
operation-queues = Køer
operation-queue = Kø
operation-waits = Venter
operation-oldest = Eldste
operation-limit = Grense
operation-within = Innenfor
operation-over = Over
operation-queue-inbox = Kommandoer
operation-queue-message = Brev og varsler
operation-queue-payment_order = Betalingsordrer
operation-queue-payment_cancellation = Tilbakekalte betalinger
operation-queue-command = Beskjeder til andre saker
operation-queue-engine = Steg i arbeidsflyten
operation-services = Tjenester rundt
operation-service = Tjeneste
operation-if-down = Hvis den er nede
operation-last-error = Siste feil
operation-service-database = Database
operation-service-engine = Arbeidsflyt
operation-service-login = Innlogging
operation-service-delivery = Utsending
operation-without-database = Ingen kan lese eller skrive
operation-without-engine = Alt mottas og kan leses, ingenting utføres
operation-without-login = Ingen nye innlogginger
operation-without-delivery = Brev venter i kø, frister løper fra mottak
