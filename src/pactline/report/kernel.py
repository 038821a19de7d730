"""A kernel that knows nothing of the machine it runs on: own environment, own kernelspec, empty working folder."""

from __future__ import annotations

import json
import os
import sys
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager

PASSED_ON = (
    "PATH",
    "SOURCE_DATE_EPOCH",
    "PACTLINE_CACHE",
    "OPENBLAS_CORETYPE",
    "OPENBLAS_L2_SIZE",
    "TMPDIR",
    "LD_LIBRARY_PATH",
)
"""The only variables that a kernel inherits."""
NAME = "pactline"


def environment(work: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Variables of a kernel whose private folders lie below `work`.

    extra   further variables, such as where results are cached
    """
    own = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    for name, folder in (("HOME", "home"), ("IPYTHONDIR", "ipython"), ("MPLCONFIGDIR", "matplotlib"), ("JUPYTER_CONFIG_DIR", "config"),
                         ("JUPYTER_DATA_DIR", "data"), ("JUPYTER_RUNTIME_DIR", "runtime")):  # fmt: skip
        (work / folder).mkdir(parents=True, exist_ok=True)
        own[name] = str(work / folder)
    fixed = {
        "JUPYTER_PATH": str(work / "specs"), "JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_NO_CONFIG": "1", "PYTHONSAFEPATH": "1",
        "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8",
        "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "MPLBACKEND": "svg",
    }  # fmt: skip
    return {**own, **fixed, **(extra or {})}


def write_spec(work: Path) -> Path:
    """A kernelspec of this very Python; returns the folder that holds it."""
    folder = work / "specs" / "kernels"
    (folder / NAME).mkdir(parents=True, exist_ok=True)
    flags = ["--HistoryManager.enabled=False", "--InteractiveShellApp.ignore_cwd=True"]
    spec = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", *flags],
        "display_name": NAME, "language": "python",
    }  # fmt: skip
    (folder / NAME / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    return folder


def manager_class(work: Path, extra: Mapping[str, str] | None = None) -> type[AsyncKernelManager]:
    """A kernel manager class that starts every kernel in the private environment and an empty folder."""
    specs, variables, empty = write_spec(work), environment(work, extra), work / "empty"
    empty.mkdir(exist_ok=True)

    class PrivateKernel(AsyncKernelManager):
        """Starts kernels that inherit nothing."""

        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.kernel_spec_manager = KernelSpecManager(kernel_dirs=[str(specs)], ensure_native_kernel=False)
            self.transport = "ipc"  # no port, so nobody else on the machine can speak to it
            self.connection_file = str(work / "runtime" / f"{uuid.uuid4().hex[:12]}.json")

        async def _async_pre_start_kernel(self, **options: Any) -> Any:
            return await super()._async_pre_start_kernel(**{**options, "env": dict(variables), "cwd": str(empty)})

    return PrivateKernel
