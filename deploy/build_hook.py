"""The wheel's build hook: a wheel holds the assets, a source tree never does."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from deploy import assets


class AssetsHook(BuildHookInterface[Any]):
    """Fetch and copy before the wheel is packed; `make setup` does it for the source tree."""

    def dependencies(self) -> list[str]:
        """Ask for Node.js only where the machine has none."""
        try:
            assets.npm()
        except assets.NoNodeError:
            return [assets.NODE_PACKAGE]
        return []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            assets.make(tools=False)
            # They are ignored by git, and hatchling would leave them out.
            build_data["artifacts"].append(f"{assets.VENDOR}/**")
