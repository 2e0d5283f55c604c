"""Children are stopped in an orderly way, killed when they will not, and their end is told with their last words."""

import socket
import sys
from pathlib import Path

import pytest

from deploy.local import ports, processes
from deploy.local.errors import NotReadyError, StoppedByItselfError
from deploy.local.processes import Child, run_to_end


def python(code: str, log_file: Path, *, grace_seconds: float = 15.0) -> Child:
    """Make a child that carries out *code*."""
    return Child(
        "the program", [sys.executable, "-u", "-c", code], log_file=log_file, grace_seconds=grace_seconds
    )


async def yes() -> bool:
    return True


async def no() -> bool:
    return False


async def test_a_child_that_ends_while_it_gets_ready_is_told_with_the_end_of_its_log(tmp_path: Path) -> None:
    child = await python("print('no disk'); raise SystemExit(3)", tmp_path / "log").start()

    with pytest.raises(StoppedByItselfError, match=r"status 3(.|\n)*no disk"):
        await child.ready(no, seconds=20)


async def test_a_child_that_never_gets_ready_is_told_after_its_time(tmp_path: Path) -> None:
    child = await python("import time; time.sleep(60)", tmp_path / "log").start()

    with pytest.raises(NotReadyError, match=r"within 0\.2 seconds"):
        await child.ready(no, seconds=0.2)
    await child.stop()


async def test_a_child_that_ignores_its_signal_is_killed_after_its_grace(tmp_path: Path) -> None:
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf'); time.sleep(60)"
    child = await python(deaf, tmp_path / "log", grace_seconds=0.2).start()

    async def started() -> bool:
        return "deaf" in child.log_tail()

    await child.ready(started, seconds=20)
    await child.stop()

    assert await child.wait() == -9
    assert "SIGKILL" in str(child.ended())


async def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    child = Child("the program", ["/no/such/program"], log_file=tmp_path / "log")

    with pytest.raises(StoppedByItselfError, match="/no/such/program: No such file"):
        await run_to_end(child, seconds=20)


async def test_what_takes_too_long_is_stopped(tmp_path: Path) -> None:
    child = python("import time; time.sleep(60)", tmp_path / "log")

    with pytest.raises(NotReadyError):
        await run_to_end(child, seconds=0.3)
    assert not child.running


async def test_stopping_twice_or_before_the_start_is_no_error(tmp_path: Path) -> None:
    child = python("import time; time.sleep(60)", tmp_path / "log")
    await child.stop()
    await child.start()
    await child.ready(yes, seconds=1)

    await child.stop()
    await child.stop()

    assert not child.running


async def test_a_long_log_is_set_aside_and_a_new_one_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "LOG_LIMIT", 4)
    (tmp_path / "log").write_text("old words\n")

    await run_to_end(python("print('new')", tmp_path / "log"), seconds=20)

    assert (tmp_path / "log").read_text() == "new\n"
    assert (tmp_path / "log.1").read_text() == "old words\n"


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind((ports.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert not ports.is_free(port)
        assert ports.free_from(port) != port
