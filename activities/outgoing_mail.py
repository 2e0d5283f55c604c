"""E-mail: how a message becomes one, and how it is handed to a mail server.

E-mail leaves *at least* once: when we are killed between the server's yes and our own note of it, the message leaves
again. It bears the same Message-ID, made from the outbox row, so that mail systems can tell; no more can be promised.
"""

import smtplib
import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from typing import Final

from activities.delivery_settings import ADDRESS, Smtp
from activities.outgoing_files import sending_id
from letters.messages import Message
from storage.outbox import Sending

#: What stands as sender in a spooled file; whoever sends it on puts their own (RFC 2606: never a real address).
UNSENT: Final = "saksgang@saksgang.invalid"


class UnusableAddressError(ValueError):
    """No message can be sent to what was given as address. The address itself is personal and not told."""


def as_mail(
    message: Message, sending: Sending, *, sender_name: str, sender: str, recipient: str
) -> EmailMessage:
    """Return *message* as e-mail; the same row gives the same bytes.

    Raises:
        UnusableAddressError: *recipient* is no e-mail address.
    """
    if not ADDRESS.fullmatch(recipient):
        raise UnusableAddressError
    domain = sender.rpartition("@")[2]
    mail = EmailMessage(policy=WIRE)
    mail["From"] = Address(display_name=sender_name, addr_spec=sender)
    mail["To"] = recipient
    mail["Subject"] = message.subject
    mail["Date"] = sending.created_at
    mail["Message-ID"] = f"<{sending_id(sending)}@{domain}>"
    # Nobody's holiday reply should answer us (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.body, cte="quoted-printable")
    # After the content, which takes the headers about content away.
    mail["Content-Language"] = message.language.value
    return mail


def send(smtp: Smtp, mail: EmailMessage) -> None:
    """Hand *mail* to the server; returns when the server has taken it. Blocks: call it in a thread.

    Raises:
        smtplib.SMTPException, OSError: The server did not take it.
    """
    with smtplib.SMTP(smtp.host, smtp.port, timeout=smtp.timeout_seconds) as server:
        if smtp.starttls:
            server.starttls(context=ssl.create_default_context())
        if smtp.user is not None:
            server.login(smtp.user, smtp.password or "")
        server.send_message(mail)


def told(error: Exception) -> str:
    """Return what went wrong without a word of what was sent: servers repeat addresses in their answers."""
    name = type(error).__name__
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"{name} {' '.join(sorted({str(code) for code, _ in error.recipients.values()}))}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{name} {error.smtp_code}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name} {error.errno}"
    return name
