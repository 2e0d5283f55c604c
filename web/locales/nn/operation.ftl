# Statussida til den driftsansvarlege.

operation-title = Driftsstatus
operation-refreshes = Blir oppdatert av seg sjølv.
operation-stop = Stopp
operation-stopped = Oppdateringa er stoppa.
operation-go-on = Oppdater igjen
operation-answers = Databasen svarar
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
operation-stuck-note = Fristane går frå mottak. Ingenting er tapt.
operation-none-stuck = Ingenting står fast
operation-none-stuck-next = Det som ventar lenger enn tre minutt, kjem hit.
operation-no-number = Utan nummer enno
operation-step = Steg og grunn
operation-since = Sidan
operation-mend = Trygg retting
operation-try = Prøv på nytt
operation-workflow = Arbeidsflyten til saka
operation-why-command = Motteke og ikkje utført. { $attempts ->
        [0] Ikkje sendt på nytt enno.
        [one] Sendt på nytt éin gong.
       *[other] Sendt på nytt { $attempts } gonger.
    }
operation-why-head = Arbeidsflyten har ikkje teke over det siste som hende.
operation-why-deadline = Fristen er passert og ikkje behandla.
operation-why-delivery = { $attempts } forsøk. Siste feil: { $error_shown }.
operation-why-parked = Lagt til side etter { $attempts } forsøk. Siste feil: { $error_shown }.
operation-mend-command = Send på nytt
operation-mend-head = Last på nytt
operation-mend-deadline = Last på nytt
operation-mend-delivery = Prøv no
operation-mend-parked = Inga
operation-safe-command = Blir utført høgst éin gong: same kommandonummer.
operation-safe-head = Endrar ingen vedtak.
operation-safe-deadline = Fristen blir behandla høgst éin gong. Han avgjer ingenting åleine.
operation-safe-delivery = Blir send med same sendingsnøkkel.
operation-safe-parked = Ligg som oppgåve hos embetet.
operation-done-command = Send på nytt
operation-done-head = Arbeidsflyten er beden om å laste saka på nytt
operation-done-deadline = Arbeidsflyten er beden om å laste saka på nytt
operation-done-delivery = Blir prøvd no
operation-clocks = Fristar i databasen
operation-clocks-note = Databasen gjeld når han og arbeidsflyten er ulike.
operation-clocks-none = Ingen saker ventar på ein frist dei neste 30 dagane.
operation-clock = Frist
operation-passed = Passert, ikkje behandla
operation-ahead = Neste 30 dagar
operation-all = Alle
operation-workers = Arbeidsprosessar
operation-worker = Prosess
operation-state = Tilstand
operation-version = Versjon
operation-seen = Sist sett
operation-no-workers = Ingen arbeidsprosess melder seg
operation-no-workers-next = Start ein. Alt som er motteke, ligg trygt og blir utført då.
operation-queues = Køar
operation-queue = Kø
operation-waits = Ventar
operation-oldest = Eldste
operation-limit = Grense
operation-within = Innanfor
operation-over = Over
operation-queue-inbox = Kommandoar
operation-queue-message = Brev og varsel
operation-queue-payment_order = Betalingsordrar
operation-queue-payment_cancellation = Tilbakekalla betalingar
operation-queue-command = Meldingar til andre saker
operation-queue-engine = Steg i arbeidsflyten
operation-services = Tenester rundt
operation-service = Teneste
operation-if-down = Om ho er nede
operation-last-error = Siste feil
operation-service-database = Database
operation-service-engine = Arbeidsflyt
operation-service-login = Innlogging
operation-service-delivery = Utsending
operation-without-database = Ingen kan lese eller skrive
operation-without-engine = Alt blir motteke og kan lesast, ingenting blir utført
operation-without-login = Ingen nye innloggingar
operation-without-delivery = Brev ventar i kø, fristar går frå mottak
