# Nettverk og kommunar, slik embetet ser dei.

networks-count = { $count ->
        [0] Ingen nettverk.
        [one] Eitt nettverk.
       *[other] { $count } nettverk.
    }
networks-many = Over { $most_shown } nettverk.
networks-network = Nettverk
networks-strand = Ordning
networks-members = Medlemmer
networks-open = Opne saker
networks-source = Kjelde
networks-registered = Registrert
networks-applied = Frå søknaden
networks-ended = Avslutta
networks-none = Ingen nettverk enno
networks-none-next = Eit nettverk kjem hit når det søkjer, eller når embetet registrerer det.
networks-since = frå { $first_shown }
networks-erased = Sletta
networks-is-registered = Registrert av embetet.
networks-as-applied = Slik nettverket står i søknaden
networks-register = Registrer nettverket
networks-refused = Ikkje gjort
networks-lacks = Det som manglar etter reglane for året
networks-municipality = Kommune
networks-days = Med i nettverket
networks-consent = Forankra
networks-no-consent = Ikkje stadfesta
networks-not-agreed = Ventar på kommunens eige embete
networks-former = Tidlegare medlem
networks-people = Personar
networks-no-people = Ingen personar er registrerte
networks-steering = Søknaden seier at nettverket har ei styringsgruppe.
networks-partners = Partnarar og tenester
networks-no-partners = Ingen partnarar eller tenester er registrerte
networks-projects = Prosjekt og saker
networks-project = Prosjekt
networks-no-projects = Ingen prosjekt enno
networks-log = Oppfølging
networks-no-log = Inga oppfølging er ført
networks-log-add = Før oppfølging
networks-field-hva = Kva vart gjort?
networks-field-dag = Dag
networks-field-tekst = Kort om oppfølginga
municipalities-count = { $count } kommunar, { $host_count ->
        [0] ingen har vore vertskommune.
        [one] éin har vore vertskommune.
       *[other] { $host_count } har vore vertskommunar.
    }
municipalities-networks = Nettverk
municipalities-cases = Saker som vert
municipalities-open = Opne
municipalities-number = kommunenummer { $number_shown }
municipalities-org = Organisasjonsnummer { $org_shown }.
municipalities-adopted = Målform: { $language_shown }.
municipalities-language-unknown = ikkje registrert
municipalities-granted = Innvilga i alt
municipalities-paid = Utbetalt
municipalities-repaid = Tilbakebetalt
municipalities-no-cases = Kommunen har ikkje vore vert for noka sak her
municipalities-member = Med i nettverk
municipalities-no-networks = Ikkje med i noko nettverk no
