"""How thoroughly properties are tried.

`HYPOTHESIS_PROFILE=slow` tries ten thousand random cases of each; `shrink` takes the time to make a failure small.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings

# Whoever runs the tests may have chosen other rules for their own work.
os.environ["XDG_CONFIG_HOME"] = str(Path(tempfile.gettempdir()) / "advisor-tests-have-no-settings")

_COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("quick", max_examples=200, derandomize=True, phases=_PHASES, **_COMMON)
settings.register_profile("slow", max_examples=10_000, phases=_PHASES, **_COMMON)
settings.register_profile("shrink", max_examples=200, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
