"""Everything that is installed has a licence that was agreed to, and a reason to be there."""

from email.message import Message

import pytest

from deploy.dependencies import (
    ROOT,
    Dependency,
    LicenceError,
    is_allowed,
    licence_said,
    npm_dependencies,
    python_dependencies,
)

LOCK = """\
# made by `make lock`
cffi==2.1.1 ; platform_python_implementation != 'PyPy' \\
    --hash=sha256:00
    # via cryptography
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:00
    # via typer
greenlet==3.5.6 \\
    --hash=sha256:00
    # via
    #   saksgang (pyproject.toml)
    #   sqlalchemy
"""


def said(**headers: str) -> Message:
    message = Message()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def test_a_lock_s_packages_are_listed_with_what_brought_them_but_not_other_platforms() -> None:
    assert list(python_dependencies(LOCK)) == [
        Dependency("cffi", "2.1.1", "MIT-0", ("cryptography",)),
        Dependency("greenlet", "3.5.6", "MIT AND PSF-2.0", ()),
    ]


def test_every_line_of_the_lock_is_read() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    listed = {one.name for one in python_dependencies(lock)}
    named = {line.partition("==")[0] for line in lock.splitlines() if line[:1].isalnum()}

    assert named - listed == {"colorama", "httpx2-jsfetch"}


def test_of_npm_s_packages_those_are_listed_that_reach_a_browser() -> None:
    lock = {
        "packages": {
            "": {"dependencies": {"a": "1"}, "devDependencies": {"tool": "1"}},
            "node_modules/a": {"version": "1.0", "license": "MIT", "dependencies": {"@b/c": "2"}},
            "node_modules/a/node_modules/@b/c": {"version": "2.0", "license": "BSD-0-Clause"},
            "node_modules/tool": {"version": "3.0", "license": "GPL-3.0-only", "dev": True},
        }
    }

    assert list(npm_dependencies(lock)) == [
        Dependency("@b/c", "2.0", "0BSD", ("a",)),
        Dependency("a", "1.0", "MIT", ()),
    ]


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        (said(License_Expression="MIT", License="BSD"), "MIT"),
        (said(License="3-Clause BSD License"), "BSD-3-Clause"),
        (said(License="Copyright …\n\nPermission is …"), ""),
        (said(Classifier="License :: OSI Approved :: ISC License (ISCL)"), "ISC"),
        (said(Classifier="Framework :: AsyncIO"), ""),
    ],
)
def test_a_licence_is_what_the_package_says_of_itself(metadata: Message, licence: str) -> None:
    assert licence_said(metadata) == licence


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only AND MIT", False),
        ("AGPL-3.0-or-later", False),
        ("", False),
    ],
)
def test_one_alternative_must_be_allowed_as_a_whole(licence: str, allowed: bool) -> None:
    assert is_allowed(licence) is allowed


@pytest.mark.parametrize("licence", ["GPL-3.0-only", ""])
def test_a_licence_that_nobody_agreed_to_stops_the_list(licence: str) -> None:
    lock = {"packages": {"": {}, "node_modules/a": {"version": "1", "license": licence}}}

    with pytest.raises(LicenceError, match="a: "):
        list(npm_dependencies(lock))


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(LicenceError, match="nowhere-to-be-found"):
        list(python_dependencies("nowhere-to-be-found==1 \\\n    --hash=sha256:00\n"))
