# Networks and municipalities, as the office sees them.

networks-count = { $count ->
        [0] No networks.
        [one] One network.
       *[other] { $count } networks.
    }
networks-many = More than { $most_shown } networks.
networks-network = Network
networks-strand = Scheme
networks-members = Members
networks-open = Open cases
networks-source = Source
networks-registered = Registered
networks-applied = From the application
networks-ended = Ended
networks-none = No networks yet
networks-none-next = A network comes here when it applies, or when the office registers it.
networks-since = since { $first_shown }
networks-erased = Erased
networks-is-registered = Registered by the office.
networks-as-applied = As the network stands in the application
networks-register = Register the network
networks-refused = Not done
networks-lacks = What is missing under the year's rules
networks-municipality = Municipality
networks-days = In the network
networks-consent = Anchored
networks-no-consent = Not confirmed
networks-not-agreed = Waits for the municipality's own office
networks-former = Former member
networks-people = People
networks-no-people = No people are registered
networks-steering = The application says that the network has a steering group.
networks-partners = Partners and services
networks-no-partners = No partners or services are registered
networks-projects = Projects and cases
networks-project = Project
networks-no-projects = No projects yet
networks-log = Follow-up
networks-no-log = No follow-up is logged
networks-log-add = Log follow-up
networks-field-hva = What was done?
networks-field-dag = Day
networks-field-tekst = The follow-up in short
municipalities-count = { $count } municipalities, { $host_count ->
        [0] none has been a host.
        [one] one has been a host.
       *[other] { $host_count } have been hosts.
    }
municipalities-networks = Networks
municipalities-cases = Cases as host
municipalities-open = Open
municipalities-number = municipality number { $number_shown }
municipalities-org = Organisation number { $org_shown }.
municipalities-adopted = Written language: { $language_shown }.
municipalities-language-unknown = not registered
municipalities-granted = Granted in all
municipalities-paid = Paid
municipalities-repaid = Repaid
municipalities-no-cases = The municipality has not hosted any case here
municipalities-member = Member of networks
municipalities-no-networks = Not in any network now
