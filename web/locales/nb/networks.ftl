# Nettverk og kommuner, slik embetet ser dem.

networks-count = { $count ->
        [0] Ingen nettverk.
        [one] Ett nettverk.
       *[other] { $count } nettverk.
    }
networks-many = Over { $most_shown } nettverk.
networks-network = Nettverk
networks-strand = Ordning
networks-members = Medlemmer
networks-open = Åpne saker
networks-source = Kilde
networks-registered = Registrert
networks-applied = Fra søknaden
networks-ended = Avsluttet
networks-none = Ingen nettverk ennå
networks-none-next = Et nettverk kommer hit når det søker, eller når embetet registrerer det.
networks-since = fra { $first_shown }
networks-erased = Slettet
networks-is-registered = Registrert av embetet.
networks-as-applied = Slik nettverket står i søknaden
networks-register = Registrer nettverket
networks-refused = Ikke gjort
networks-lacks = Det som mangler etter årets regler
networks-municipality = Kommune
networks-days = Med i nettverket
networks-consent = Forankret
networks-no-consent = Ikke bekreftet
networks-not-agreed = Venter på kommunens eget embete
networks-former = Tidligere medlem
networks-people = Personer
networks-no-people = Ingen personer er registrert
networks-steering = Søknaden sier at nettverket har en styringsgruppe.
networks-partners = Partnere og tjenester
networks-no-partners = Ingen partnere eller tjenester er registrert
networks-projects = Prosjekter og saker
networks-project = Prosjekt
networks-no-projects = Ingen prosjekter ennå
networks-log = Oppfølging
networks-no-log = Ingen oppfølging er ført
networks-log-add = Før oppfølging
networks-field-hva = Hva ble gjort?
networks-field-dag = Dag
networks-field-tekst = Kort om oppfølgingen
municipalities-count = { $count } kommuner, { $host_count ->
        [0] ingen har vært vertskommune.
        [one] én har vært vertskommune.
       *[other] { $host_count } har vært vertskommuner.
    }
municipalities-networks = Nettverk
municipalities-cases = Saker som vert
municipalities-open = Åpne
municipalities-number = kommunenummer { $number_shown }
municipalities-org = Organisasjonsnummer { $org_shown }.
municipalities-adopted = Målform: { $language_shown }.
municipalities-language-unknown = ikke registrert
municipalities-granted = Innvilget i alt
municipalities-paid = Utbetalt
municipalities-repaid = Tilbakebetalt
municipalities-no-cases = Kommunen har ikke vært vert for noen sak her
municipalities-member = Med i nettverk
municipalities-no-networks = Ikke med i noe nettverk nå
