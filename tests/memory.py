"""The folder of files that lie in memory, where this machine has room there: in a container it may be small."""

import shutil
from pathlib import Path
from typing import Final

_FOLDER: Final = Path("/dev/shm")
_ENOUGH: Final = 4 * 2**30

#: None where there is none, or little room in it.
MEMORY: Final = _FOLDER if _FOLDER.is_dir() and shutil.disk_usage(_FOLDER).free > _ENOUGH else None
