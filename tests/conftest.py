"""How thoroughly properties are tried, how many tests run at once, and that none touches what anybody has set or read.

`HYPOTHESIS_PROFILE=slow` tries ten thousand random cases of each; `shrink` takes the time to make a failure small.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

_COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("quick", max_examples=200, derandomize=True, phases=_PHASES, **_COMMON)
settings.register_profile("slow", max_examples=10_000, phases=_PHASES, **_COMMON)
settings.register_profile("shrink", max_examples=200, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: a test that drives a screen waits for it half of its time."""
    return (os.cpu_count() or 1) * 3 // 2


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps a list of recent files for each test, and settings: whoever runs them may have chosen other rules."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
