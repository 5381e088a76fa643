"""Workers beyond this machine, named on the command line as `dask://HOST:PORT`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportgen.cli.wording import say
from reportgen.errors import ReportgenError

if TYPE_CHECKING:
    from concurrent.futures import Executor

_DASK = "dask://"
_SECONDS = 10


@contextmanager
def executor_at(address: str | None) -> Iterator[tuple[Executor | None, int]]:
    """The executor of an address and how many workers it has; (None, 0) where no address is given.

    Raises: ReportgenError when it is of another kind, not installed, or does not answer.
    """
    if address is None:
        yield None, 0
        return
    if not address.startswith(_DASK):
        raise ReportgenError(
            say(f"不认识的执行者“{address}”，请写 dask://主机:端口", f"unknown executor {address}; write dask://HOST:PORT")
        )
    try:
        from distributed import Client
    except ImportError:
        raise ReportgenError(
            say("请先安装：pip install 'reportgen-zh[dask]'", "install it first: pip install 'reportgen-zh[dask]'")
        ) from None
    try:
        client = Client("tcp://" + address.removeprefix(_DASK), timeout=_SECONDS)
    except (OSError, ValueError) as error:
        raise ReportgenError(say(f"连接不上 {address}：{error}", f"cannot reach {address}: {error}")) from error
    with client, client.get_executor(pure=False) as executor:
        yield executor, max(1, sum(client.nthreads().values()))
