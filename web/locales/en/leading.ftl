# The leader's pages: approval, frames, deadlines.

approval-title = Approval
approval-summary = { $count ->
        [0] No recommendations wait for you.
        [one] One recommendation waits for you, of { $asked_ore }.
       *[other] { $count } recommendations wait for you, of { $asked_ore } together.
    }
approval-free = Free, { $pot } { $grant_year }
approval-over = What is recommended from the frame for { $pot } is { $over_ore } more than what is free.
approval-recommendation = Recommendation
approval-amount = Recommended
approval-grant = Grant { $amount_ore }.
approval-reject = Reject: { $ground }.
approval-by = Recommended by { $who_shown }.
approval-decide = Decide
approval-none = No recommendations wait
approval-none-next = New recommendations come here when a case officer has sent them.
approval-others = Another leader must approve
approval-tasks = Other decisions
approval-tasks-none = No other decisions wait.
frames-title = Frames
frames-lead = The authority for { $year_shown } lapses on 31.12.{ $year_shown }.
frames-years = Grant year
frames-none = No frames are registered
frames-none-next = Without a frame nothing can be granted. A leader registers the allocation letter.
frames-pot = { $pot ->
        [none] –
       *[other] Frame for { $pot }
    }
frames-letter = Allocation letter { $reference }.
frames-earmarked = Earmarked.
frames-sentence = { $pot }: of the frame of { $frame_ore }, { $paid_ore } is paid, { $unpaid_ore } is granted and not paid, and { $free_ore } is free.
frames-part = Part of the frame
frames-amount = Amount
frames-share = Share
frames-paid = Paid
frames-unpaid = Granted, not paid
frames-free = Free
frames-over = Over the frame
frames-whole = The whole frame
frames-sum = Sum
frames-lapses = { $lapses_ore } lapses on 31.12.{ $year_shown } unless it is paid.
frames-lapsed = { $lapses_ore } lapsed on 31.12.{ $year_shown }.
frames-file-office = Office
frames-file-year = Grant year
frames-file-pot = Pot
frames-file-reference = Allocation letter
frames-file-frame = Frame (NOK)
frames-file-granted = Granted (NOK)
frames-file-paid = Paid (NOK)
frames-file-free = Free (NOK)
frames-file-lapses = Lapses 31.12. (NOK)
deadlines-title = Deadlines
deadlines-lead = Passed, or within 30 days. Deadlines decide nothing by themselves.
deadlines-who = Who is to act
deadlines-who-all = All
deadlines-who-municipality = The municipality
deadlines-who-case_officer = Case officer
deadlines-who-leader = Leader
deadlines-group-over = Overdue
deadlines-group-week = This week
deadlines-group-month = Within 30 days
deadlines-rung = { $count ->
        [one] One step after the deadline
       *[other] { $count } steps after the deadline
    }
deadlines-none = No deadlines in the next 30 days
deadlines-none-next = Later deadlines are in the list of cases.
deadlines-cut = Only the nearest are shown. The rest:
deadlines-file-day = Deadline
deadlines-file-about = About
deadlines-file-who = Who
deadlines-file-case = Case
deadlines-file-host = Host municipality
deadlines-file-rung = Reminded
deadlines-file-rule = Rule
mandate-title = Allocation letter for { $year_shown }
mandate-lead = The amounts are those of the letter itself. What the office has moved between pots since is added.
mandate-reference = Reference of the letter
mandate-unit = whole kroner
mandate-now = Registered now: { $amount_ore }, letter { $reference }.
mandate-earmarked = Earmarked: { $pot }
mandate-after = Without a frame nothing can be granted. A pot that the letter does not mention has no money of it.
mandate-send = Register the allocation letter
mandate-refused = The allocation letter was not registered
