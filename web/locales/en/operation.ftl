# The operator's status page.

operation-title = Status
operation-refreshes = Updates by itself.
operation-stop = Stop
operation-stopped = The updating is stopped.
operation-go-on = Update again
operation-answers = The database answers
operation-running = Open cases
operation-signed = Trail last signed
operation-hours = { $count } h
operation-days = { $count } d
operation-state-up = Running
operation-state-slow = Unstable
operation-state-down = Down
operation-stuck = { $count ->
        [one] 1 thing stands still
       *[other] { $count } things stand still
    }
operation-stuck-note = Deadlines count from receipt. Nothing is lost.
operation-none-stuck = Nothing stands still
operation-none-stuck-next = What waits for more than three minutes comes here.
operation-no-number = No number yet
operation-step = Step and reason
operation-since = Since
operation-mend = Safe remedy
operation-try = Try again
operation-workflow = The workflow of the case
operation-why-command = Received and not carried out. { $attempts ->
        [0] Not sent again yet.
        [one] Sent again once.
       *[other] Sent again { $attempts } times.
    }
operation-why-head = The workflow has not taken over what happened last.
operation-why-deadline = The deadline has passed and is not handled.
operation-why-delivery = { $attempts } attempts. Last error: { $error_shown }.
operation-why-parked = Put aside after { $attempts } attempts. Last error: { $error_shown }.
operation-mend-command = Send again
operation-mend-head = Reload
operation-mend-deadline = Reload
operation-mend-delivery = Try now
operation-mend-parked = None
operation-safe-command = Carried out at most once: the same command number.
operation-safe-head = Changes no decision.
operation-safe-deadline = The deadline is handled at most once. It decides nothing by itself.
operation-safe-delivery = Sent with the same key.
operation-safe-parked = It is a task at the office.
operation-done-command = Sent again
operation-done-head = The workflow was asked to reload the case
operation-done-deadline = The workflow was asked to reload the case
operation-done-delivery = It is tried now
operation-clocks = Deadlines in the database
operation-clocks-note = The database is right when it and the engine differ.
operation-clocks-none = No case waits for a deadline in the next 30 days.
operation-clock = Deadline
operation-passed = Passed, not handled
operation-ahead = Next 30 days
operation-all = All
operation-workers = Workers
operation-worker = Process
operation-state = State
operation-version = Version
operation-seen = Last seen
operation-no-workers = No worker asks for work
operation-no-workers-next = Start one. All that was received is safe and is carried out then.
operation-queues = Queues
operation-queue = Queue
operation-waits = Waiting
operation-oldest = Oldest
operation-limit = Limit
operation-within = Within
operation-over = Over
operation-queue-inbox = Commands
operation-queue-message = Letters and notices
operation-queue-payment_order = Payment orders
operation-queue-payment_cancellation = Cancelled payments
operation-queue-command = Messages to other cases
operation-queue-engine = Steps in the engine
operation-services = Services around
operation-service = Service
operation-if-down = If it is down
operation-last-error = Last error
operation-service-database = Database
operation-service-engine = Engine
operation-service-login = Login
operation-service-delivery = Delivery
operation-without-database = Nobody can read or write
operation-without-engine = All is received and can be read, nothing is carried out
operation-without-login = No new logins
operation-without-delivery = Letters wait in the queue, deadlines count from receipt
