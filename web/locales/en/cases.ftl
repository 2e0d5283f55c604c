# Cases: the search, the filters, the list, the file and the saved views.

cases-title = Cases
cases-count = { $count ->
        [one] { $count_shown } case.
       *[other] { $count_shown } cases.
    }
cases-found = { $count ->
        [0] No case fits “{ $text_shown }”.
        [one] { $count_shown } case fits “{ $text_shown }”.
       *[other] { $count_shown } cases fit “{ $text_shown }”.
    }
cases-many = more than { $most_shown }
cases-any = All
cases-office = Office
cases-stage = Stage
cases-year = Grant year
cases-strand = Scheme
cases-officer = Case officer
cases-filters = Filters
cases-narrow = Apply the filters
cases-drop-filters = Remove the filters
cases-views = Show cases
cases-view-open = Open
cases-view-mine = Mine
cases-view-over = Overdue
cases-view-finished = Finished
cases-view-all = All
cases-due = Deadline
cases-case = Case
cases-applied = Applied for
cases-granted = Granted
cases-no-date = No deadline
cases-shown = Showing { $first } to { $last } of { $total_shown }
cases-before = Previous
cases-after = Next
cases-excel = Download Excel
cases-none = No cases here
cases-none-next = Choose another view, or remove the filters.
cases-none-found = No case fits “{ $text_shown }”
cases-none-found-next = Search for a municipality or a network instead, or
cases-drop-all = remove all filters
cases-saved = Saved views
cases-save-name = Name of the view
cases-save = Save this view
cases-forget = Delete
cases-file-case_no = Case number
cases-file-office = Office
cases-file-network = Network
cases-file-host = Host municipality
cases-file-org_number = Organisation number
cases-file-stage = Stage
cases-file-strand = Scheme
cases-file-year = Grant year
cases-file-applied = Applied for (NOK)
cases-file-granted = Granted (NOK)
cases-file-paid = Paid (NOK)
cases-file-refunded = Repaid (NOK)
cases-file-due = Deadline
cases-file-clock = The deadline is for
cases-file-officer = Case officer
cases-file-state = State
cases-file-cut = The list is cut after { $rows_shown } cases. Divide it with the filters.
cases-state-open = Open
cases-state-over = Overdue
cases-state-finished = Finished
