"""The run: `make mutation`, or for some modules only `make mutation MUTATION="points bands"`.

Ends with 1 if fewer than 95 in a hundred mutants are noticed, if one survives that survivors.yaml does not
explain, or if one is explained there that no longer survives. A run over all modules writes docs/mutation.md.
`--left` goes on with a run that was broken off, or tries what survived and what was changed since.
"""

from __future__ import annotations

import argparse
import functools
import gc
import importlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from hypothesis import Phase, settings

from questionnaires import library
from tests.mutation import page, reached
from tests.mutation.memory import Memory
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.survivors import Known, known, unexplained
from tests.mutation.trial import ARGUMENTS, Trial, in_a_fork, trials

ROOT = Path(__file__).resolve().parents[2]
AIM = 95
WARM = (
    "hypothesis.strategies",
    "hypothesis.stateful",
    "pytest",
    "questionnaires.answers",
    "questionnaires.routing",
)
"""What the tests need beside scoring. None of it is changed, so it is imported once."""


def main() -> int:
    """Try every mutant of the modules named, or of all."""
    options = _options()
    os.chdir(ROOT)
    settings.register_profile(
        "mutation",
        derandomize=True,
        deadline=None,
        max_examples=6,
        database=None,
        phases=[Phase.explicit, Phase.generate],
    )
    _warm_up()
    sources = sorted((ROOT / "scoring").glob("*.py"))
    chosen = [path for path in sources if not options.modules or path.stem in options.modules]
    tests = reached_by_tests(sources)
    start, done, explained = time.monotonic(), list[Trial](), known()
    memory = Memory(ROOT / ".venv" / "mutation.json")
    for path in chosen:
        of_module = mutants(path.stem, path.read_text(encoding="utf-8"))
        tried, left = memory.halves(of_module) if options.left else ([], of_module)
        tried += _told(memory.remembering(trials(left, tests, options.processes)), explained)
        done += tried
        print(page.line(path.stem, tried), flush=True)
    print(f"{len(done)} mutants in {time.monotonic() - start:.0f} s")
    return _judged(done, explained, {path.stem for path in chosen}, whole=len(chosen) == len(sources))


def _warm_up() -> None:
    """Import what every child needs, and read the published questionnaire once for all of them."""
    for name in WARM:
        importlib.import_module(name)
    library.load = functools.cache(library.load)
    library.load("pga", "1.0.0")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    gc.freeze()


def reached_by_tests(sources: list[Path]) -> reached.Reached:
    """Run the unchanged code once; what its tests reach.

    A test that starts a program of its own would see the unchanged code there, so it is left out.
    """
    files = sorted(
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").glob("test_scoring_*.py")
        if "subprocess" not in path.read_text(encoding="utf-8")
    )
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "reached.json"
        child = in_a_fork(lambda: reached.measure([*ARGUMENTS, *files], sources, result))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code:
            sys.exit(f"The tests fail on the unchanged code (pytest ended with {code}). Mend them first.")
        return reached.read(result)


def _judged(done: list[Trial], explained: list[Known], modules: set[str], *, whole: bool) -> int:
    new, gone = unexplained(survivors(done), explained, modules)
    print(page.line("all of these", done))
    if new:
        print(f"\n{len(new)} were not noticed and are not in survivors.yaml; see above.")
    if gone:
        print("\nNoticed now; to be taken out of survivors.yaml:", *(entry.key for entry in gone), sep="\n")
    if whole:
        page.write(ROOT / "docs" / "mutation.md", done, explained)
    few = page.percent(done) < AIM
    return int(bool(new or gone or few))


def _told(tried: Iterable[Trial], explained: list[Known]) -> Iterator[Trial]:
    """The trials as they end, each survivor without a reason printed as it is to be written down."""
    for trial in tried:
        new, _ = unexplained(survivors([trial]), explained, set())
        if new:
            print(page.entries(new), flush=True)
        yield trial


def survivors(done: list[Trial]) -> list[Mutant]:
    """The mutants that no test noticed."""
    return [trial.mutant for trial in done if trial.verdict == "survived"]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="modules of scoring/ by name; none means all")
    parser.add_argument("--left", action="store_true", help="believe what an earlier run saw noticed")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
