# «Saker»: søket, filtera, lista, fila og dei lagra visingane.

cases-title = Saker
cases-count = { $count ->
        [one] { $count_shown } sak.
       *[other] { $count_shown } saker.
    }
cases-found = { $count ->
        [0] Inga sak passar «{ $text_shown }».
        [one] { $count_shown } sak passar «{ $text_shown }».
       *[other] { $count_shown } saker passar «{ $text_shown }».
    }
cases-many = over { $most_shown }
cases-any = Alle
cases-office = Embete
cases-stage = Stadium
cases-year = Tilskotsår
cases-strand = Ordning
cases-officer = Saksbehandlar
cases-filters = Filter
cases-narrow = Bruk filtera
cases-drop-filters = Fjern filtera
cases-views = Vis saker
cases-view-open = Opne
cases-view-mine = Mine
cases-view-over = Over fristen
cases-view-finished = Avslutta
cases-view-all = Alle
cases-due = Frist
cases-case = Sak
cases-applied = Søkt
cases-granted = Innvilga
cases-no-date = Ingen frist
cases-shown = Viser { $first } til { $last } av { $total_shown }
cases-before = Førre
cases-after = Neste
cases-excel = Last ned Excel
cases-none = Ingen saker her
cases-none-next = Vel ei anna vising, eller fjern filtera.
cases-none-found = Inga sak passar «{ $text_shown }»
cases-none-found-next = Søk på kommune eller nettverk i staden, eller
cases-drop-all = fjern alle filtera
cases-saved = Lagra visingar
cases-save-name = Namn på visinga
cases-save = Lagre denne visinga
cases-forget = Slett
cases-file-case_no = Saksnummer
cases-file-office = Embete
cases-file-network = Nettverk
cases-file-host = Vertskommune
cases-file-org_number = Organisasjonsnummer
cases-file-stage = Stadium
cases-file-strand = Ordning
cases-file-year = Tilskotsår
cases-file-applied = Søkt (kr)
cases-file-granted = Innvilga (kr)
cases-file-paid = Utbetalt (kr)
cases-file-refunded = Betalt tilbake (kr)
cases-file-due = Frist
cases-file-clock = Fristen gjeld
cases-file-officer = Saksbehandlar
cases-file-state = Tilstand
cases-file-cut = Lista er kutta etter { $rows_shown } saker. Del ho opp med filtera.
cases-state-open = Open
cases-state-over = Over fristen
cases-state-finished = Avslutta
