"""What all tests share: hypothesis profiles, and goldens that ``--update-expected`` refreshes."""

from __future__ import annotations

import difflib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parent

#: Where a failed comparison leaves actual, expected and difference; git ignores it.
FAILURES = TESTS / "failures"

# No deadlines: a first example loads fonts. On CI every run sees the same examples.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# A machine that starts the tests in the background may have told all its programs to ignore these; ours inherit that,
# and the tests are about programs that somebody interrupts.
for _name, _usual in (("SIGINT", signal.default_int_handler), ("SIGQUIT", signal.SIG_DFL), ("SIGHUP", signal.SIG_DFL)):
    _number = getattr(signal, _name, None)  # Windows has SIGINT alone
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _usual)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what whoever runs the tests has in their own cache."""
    before = os.environ.get("PLACARDS_CACHE")
    os.environ["PLACARDS_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    del os.environ["PLACARDS_CACHE"]
    if before is not None:
        os.environ["PLACARDS_CACHE"] = before


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all-sizes", action="store_true", help="every layout × language × size, which takes minutes")
    parser.addoption("--update-expected", action="store_true", help="write goldens anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """A function that compares a text with the golden file at a path, or writes it with ``--update-expected``."""
    update = request.config.getoption("--update-expected")

    def compare(path: Path, actual: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8")
            return
        if not path.exists():
            pytest.fail(f"{path.relative_to(TESTS)} does not exist; run with --update-expected and look at it")
        expected = path.read_text(encoding="utf-8")
        if actual == expected:
            return
        diff = "".join(
            difflib.unified_diff(
                expected.splitlines(keepends=True), actual.splitlines(keepends=True), "expected", "actual", n=1
            )
        )
        target = FAILURES / path.relative_to(TESTS)
        target.parent.mkdir(parents=True, exist_ok=True)
        for suffix, text in ((".actual", actual), (".expected", expected), (".diff", diff)):
            target.with_name(target.name + suffix).write_text(text, encoding="utf-8")
        pytest.fail(f"{path.relative_to(TESTS)} differs:\n{diff[:3000]}", pytrace=False)

    return compare
