"""Child processes that never outlive their parent and whose end is never silent."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from deploy.local.errors import AlreadyRunningError, CannotStartError, NotReadyError, StoppedByItselfError

LEASH: Final = Path(__file__).with_name("leash.py")
LOG_LIMIT: Final = 8 * 1024 * 1024  # bytes; a longer log is set aside when its process starts
POLL_SECONDS: Final = 0.05


class Child:
    """One program that runs until it is stopped.

    It stands in a session of its own, so Ctrl-C in a terminal reaches only the supervisor, which then stops
    its children in order. If the supervisor is killed, the kernel sends the child its stop signal.

    Args:
        name: What people call it, in messages.
        command: Program and arguments.
        log_file: Where its output is appended.
        env: Its whole environment; that of this process when left out.
        stop_signal: What asks it to end in an orderly way.
        grace_seconds: How long it may take to end before it is killed.
        enter: A command that the leash is put behind, such as one that enters a namespace.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        log_file: Path,
        env: Mapping[str, str] | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
        grace_seconds: float = 15.0,
        enter: Sequence[str] = (),
    ) -> None:
        self.name = name
        self.log_file = log_file
        self._command = tuple(command)
        self._env = dict(os.environ if env is None else env)
        self._stop_signal = stop_signal
        self._grace_seconds = grace_seconds
        self._enter = tuple(enter)
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        """Its process id.

        Raises:
            RuntimeError: It was not started.
        """
        return self._started().pid

    @property
    def running(self) -> bool:
        """Whether it was started and has not ended."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> Self:
        """Start the program, with its output in the log file.

        Raises:
            CannotStartError: The program, or what it is entered by, is not there.
        """
        _set_aside_when_long(self.log_file)
        leash = (sys.executable, "-I", "-S", str(LEASH), str(int(self._stop_signal)), str(os.getpid()))
        with self.log_file.open("ab") as log:
            try:
                self._process = await asyncio.create_subprocess_exec(
                    *(*self._enter, *leash, *self._command),
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=log,
                    stderr=asyncio.subprocess.STDOUT,
                    env=self._env,
                    start_new_session=True,
                )
            except OSError as error:
                raise CannotStartError(f"{self.name} cannot be started: {error}") from error
        return self

    async def ready(self, answers: Callable[[], Awaitable[bool]], *, seconds: float) -> None:
        """Wait until *answers* gives True.

        Args:
            answers: Asked again and again; gives False, without raising, as long as the child is not ready.
            seconds: How long to wait.

        Raises:
            StoppedByItselfError: The child ended first; the message shows the end of its log.
            NotReadyError: The time is over.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not await answers():
            if not self.running:
                raise self.ended()
            if loop.time() > deadline:
                raise NotReadyError(
                    f"{self.name} did not get ready within {seconds:g} seconds.{self._log_note()}"
                )
            await asyncio.sleep(POLL_SECONDS)

    async def wait(self) -> int:
        """Wait until it ends and return its exit status, negative for a signal."""
        return await self._started().wait()

    async def stop(self) -> None:
        """Ask it to end, kill it after its grace time, and return when it is gone. Safe to call twice."""
        if self._process is None or not self.running:
            return
        self._signal(self._stop_signal)
        try:
            await asyncio.wait_for(self._process.wait(), self._grace_seconds)
        except TimeoutError:
            self.kill()
            await self._process.wait()

    def kill(self) -> None:
        """End it at once, as a power cut would. Does not wait."""
        self._signal(signal.SIGKILL)

    def ended(self) -> StoppedByItselfError:
        """Make the error that tells how it ended, with the end of its log."""
        code = self._process.returncode if self._process else None
        how = (
            f"was ended by {signal.Signals(-code).name}" if code and code < 0 else f"ended with status {code}"
        )
        return StoppedByItselfError(f"{self.name} {how}.{self._log_note()}")

    def log_tail(self, lines: int = 15) -> str:
        """Give the last *lines* of its log; empty when nothing was written."""
        try:
            with self.log_file.open("rb") as log:
                log.seek(max(0, log.seek(0, os.SEEK_END) - 16_384))
                text = log.read().decode("utf-8", "replace")
        except FileNotFoundError:
            return ""
        return "\n".join(text.splitlines()[-lines:])

    def _log_note(self) -> str:
        tail = self.log_tail()
        return f" The end of {self.log_file}:\n{tail}" if tail else f" Its log, {self.log_file}, is empty."

    def _signal(self, number: signal.Signals) -> None:
        if self._process is None or not self.running:
            return
        # The library's own way takes a look first, and of a child that ends in that moment whoever waits never hears how.
        with suppress(ProcessLookupError):
            os.kill(self._process.pid, number)

    def _started(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError(f"{self.name} was not started")
        return self._process


async def first_to_end(children: Sequence[Child]) -> Child:
    """Wait until one of *children* ends and return it."""
    waits = {asyncio.create_task(child.wait()): child for child in children}
    try:
        done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waits:
            task.cancel()
    return waits[done.pop()]


async def run_to_end(child: Child, *, seconds: float) -> None:
    """Start *child*, which has one thing to do, and wait until it has done it.

    Raises:
        StoppedByItselfError: It ended with another status than 0; the message shows the end of its log.
        NotReadyError: It was not done after *seconds*; it is stopped.
    """
    await child.start()
    try:
        status = await asyncio.wait_for(child.wait(), seconds)
    except TimeoutError:
        raise NotReadyError(f"{child.name} was not done within {seconds:g} seconds.") from None
    finally:
        await child.stop()
    if status != 0:
        raise child.ended()


async def until_none_runs(
    program: str, belongs: Callable[[Path], bool], *, where: Path, seconds: float
) -> None:
    """Wait until no process of *program* that *belongs* is left.

    A server whose supervisor was killed is told so by the kernel and needs a moment to close its files.

    Args:
        program: The name of the executable file.
        belongs: Given a process's folder under /proc; may raise OSError.
        where: What the process has in use, for the message.
        seconds: How long to wait.

    Raises:
        AlreadyRunningError: One still runs; it does not seem to be ending.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while found := _running(program, belongs):
        if loop.time() > deadline:
            raise AlreadyRunningError(f"Process {found[0]} ({program}) has {where} in use. Stop it first.")
        await asyncio.sleep(POLL_SECONDS)


def _running(program: str, belongs: Callable[[Path], bool]) -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "exe").readlink().name == program and belongs(process):
                found.append(int(process.name))
        except OSError:  # gone meanwhile, or another user's
            continue
    return sorted(found)


def _set_aside_when_long(log_file: Path) -> None:
    log_file.parent.mkdir(parents=True, exist_ok=True)
    if log_file.exists() and log_file.stat().st_size > LOG_LIMIT:
        log_file.replace(log_file.with_suffix(log_file.suffix + ".1"))
