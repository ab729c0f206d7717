"""The hash of the answers in programs of their own: other seeds of hashing, other languages."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.test_scoring_fingerprint import HASH


@pytest.mark.parametrize("seed", ["0", "1", "random"])
@pytest.mark.parametrize("locale", ["C", "tr_TR.UTF-8", "ar_EG.UTF-8"])
def test_the_hash_is_the_same_on_every_machine(seed: str, locale: str) -> None:
    program = "from tests.test_scoring_fingerprint import *; print(evidence_hash(COLLECTED))"
    settings = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}
    run = subprocess.run([sys.executable, "-c", program], env=settings, capture_output=True, text=True)
    assert run.stdout.strip() == HASH, run.stderr
