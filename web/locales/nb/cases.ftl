# «Saker»: søket, filtrene, listen, filen og de lagrede visningene.

cases-title = Saker
cases-count = { $count ->
        [one] { $count_shown } sak.
       *[other] { $count_shown } saker.
    }
cases-found = { $count ->
        [0] Ingen sak passer «{ $text_shown }».
        [one] { $count_shown } sak passer «{ $text_shown }».
       *[other] { $count_shown } saker passer «{ $text_shown }».
    }
cases-many = over { $most_shown }
cases-any = Alle
cases-office = Embete
cases-stage = Stadium
cases-year = Tilskuddsår
cases-strand = Ordning
cases-officer = Saksbehandler
cases-filters = Filtre
cases-narrow = Bruk filtrene
cases-drop-filters = Fjern filtrene
cases-views = Vis saker
cases-view-open = Åpne
cases-view-mine = Mine
cases-view-over = Over fristen
cases-view-finished = Avsluttede
cases-view-all = Alle
cases-due = Frist
cases-case = Sak
cases-applied = Søkt
cases-granted = Innvilget
cases-no-date = Ingen frist
cases-shown = Viser { $first } til { $last } av { $total_shown }
cases-before = Forrige
cases-after = Neste
cases-excel = Last ned Excel
cases-none = Ingen saker her
cases-none-next = Velg en annen visning, eller fjern filtrene.
cases-none-found = Ingen sak passer «{ $text_shown }»
cases-none-found-next = Søk på kommune eller nettverk i stedet, eller
cases-drop-all = fjern alle filtre
cases-saved = Lagrede visninger
cases-save-name = Navn på visningen
cases-save = Lagre denne visningen
cases-forget = Slett
cases-file-case_no = Saksnummer
cases-file-office = Embete
cases-file-network = Nettverk
cases-file-host = Vertskommune
cases-file-org_number = Organisasjonsnummer
cases-file-stage = Stadium
cases-file-strand = Ordning
cases-file-year = Tilskuddsår
cases-file-applied = Søkt (kr)
cases-file-granted = Innvilget (kr)
cases-file-paid = Utbetalt (kr)
cases-file-refunded = Tilbakebetalt (kr)
cases-file-due = Frist
cases-file-clock = Fristen gjelder
cases-file-officer = Saksbehandler
cases-file-state = Tilstand
cases-file-cut = Listen er kuttet etter { $rows_shown } saker. Del den opp med filtrene.
cases-state-open = Åpen
cases-state-over = Over fristen
cases-state-finished = Avsluttet
