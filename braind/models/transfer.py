"""One file from a server, however bad the line: resumed, patient, and never a mixture.

A resumed transfer is appended to only if the server proves that its bytes go on where ours end
(status 206 with the right ``Content-Range``, RFC 9110 section 14.4); else it starts again.
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from braind.errors import ModelError
from braind.events import Progress
from braind.models.network import open_request
from braind.models.partfile import PartFile
from braind.models.route import Line
from braind.models.space import check_room
from braind.models.steps import Step
from braind.models.stream import Answer, stream

_TICK = 0.2  # seconds between chances to cancel a wait
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_UNSATISFIABLE = 416
_PASSING = frozenset({408, _UNSATISFIABLE, 429})  # refusals that another try may lift


class _BrokenError(OSError):
    """The line brought something else than what was asked for; another try may do."""


def fetch(
    url: str, part: PartFile, line: Line, size: int = 0, *, has_hash: bool = False
) -> Iterator[Progress]:
    """Bring ``part`` up to the whole file; closing the job keeps what has arrived.

    ``size`` is the published size, if there is one. Without a published hash (``has_hash``) only
    bytes with an ETag are taken up again. Raises ``ModelError``: download_unreachable,
    download_tls, download_refused, download_insecure, download_failed, network_off, disk_full,
    disk_filled, models_folder_unwritable, model_damaged.
    """
    failures, most = 0, part.size
    while not size or part.size != size:
        if part.size and not (part.tag or has_hash):
            part.restart()
        try:
            yield from _attempt(url, part, line, size)
            return
        except (OSError, HTTPException) as error:
            failures = 1 if part.size > most else failures + 1
            most = max(most, part.size)
            if isinstance(error, HTTPError) and error.code == _UNSATISFIABLE:
                part.restart()
            _judge(error, url, is_last=failures > len(line.pauses), is_new=not part.size)
        yield from _pause(line.pauses[failures - 1], part.size, size)


def _attempt(url: str, part: PartFile, line: Line, size: int) -> Iterator[Progress]:
    total = size
    with closing(stream(url, line, _wanted(part))) as pieces:
        for piece in pieces:
            if isinstance(piece, Answer):
                total = _align(piece, part, size)
                check_room(part.path.parent, max(0, total - part.size), line.free)
                continue
            if piece is not None:
                part.append(piece)
            step = Step.WAIT if piece is None else Step.DOWNLOAD
            yield Progress(part.size, max(total, part.size), step)
    if part.size < total:
        raise _BrokenError(f"the connection ended after {part.size} of {total} bytes")


def _wanted(part: PartFile) -> dict[str, str]:
    """The headers that ask for the bytes after those that are there."""
    headers = {"Accept-Encoding": "identity"}
    if part.size:
        headers["Range"] = f"bytes={part.size}-"
        if part.tag:
            headers["If-Range"] = part.tag
    return headers


def _align(answer: Answer, part: PartFile, size: int) -> int:
    """Make ``part`` end where the answer's bytes begin; the whole file's size, 0 if untold."""
    tag = answer.headers.get("ETag", "")
    if answer.status == 206:
        total = _continued(answer, part, size, tag)
        if total:
            return total
        part.restart()
        raise _BrokenError("the server went on at another place than it was asked for")
    # Weak tags say that two files mean the same, not that they have the same bytes.
    part.restart("" if tag.startswith("W/") else tag)
    total = answer.length or 0
    if size and total not in (0, size):
        raise ModelError(
            "model_damaged",
            f"The server offers {total:,} bytes, but {size:,} were published.",
            "Choose another server, or add the model from a file.",
        )
    return total or size


def _continued(answer: Answer, part: PartFile, size: int, tag: str) -> int:
    """The whole file's size if the answer goes on where ``part`` ends, else 0."""
    found = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    if found is None or (part.tag and tag and tag != part.tag):
        return 0
    first, last, total = map(int, found.groups())
    fits = first == part.size and last == total - 1 and size in (0, total)
    return total if fits and answer.length in (None, total - first) else 0


def _pause(seconds: float, done: int, total: int) -> Iterator[Progress]:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        yield Progress(done, max(total, done), Step.WAIT)
        time.sleep(min(left, _TICK))


def reach(line: Line) -> None:
    """Ask the server for nothing in particular. Raises ``ModelError``, as ``fetch`` does."""
    url = line.route.base
    try:
        open_request(url, line, method="HEAD").close()
    except HTTPError as error:  # an answer is an answer
        error.close()
    except (OSError, HTTPException) as error:
        _judge(error, url, is_last=True, is_new=True)


def _judge(error: Exception, url: str, *, is_last: bool, is_new: bool) -> None:
    """Return if another try makes sense; ``is_new`` when nothing has arrived yet.

    Raises ``ModelError``.
    """
    host = urlsplit(url).hostname or url
    if isinstance(error, HTTPError):
        error.close()
        if error.code not in _PASSING and error.code < 500:
            raise _refused(error, url, host) from error
        if is_last:
            raise _failed(error, url, host) from error
        return
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        raise _not_secure(host) from error
    unreachable = isinstance(error, URLError)
    if unreachable and (is_last or (is_new and not isinstance(reason, TimeoutError))):
        raise _unreachable(host) from error
    if is_last:
        raise _failed(error, url, host) from error


def _refused(error: HTTPError, url: str, host: str) -> ModelError:
    hint = "Choose another server, or add the model from a file."
    if error.code in {401, 403}:
        hint = "Its makers may want you to sign in: get it with a browser, then add it from a file."
    return ModelError(
        "download_refused",
        f"{host} does not give the file ({error.code}): {url}",
        hint,
        host=host,
        url=url,
        status=error.code,
    )


def _not_secure(host: str) -> ModelError:
    return ModelError(
        "download_tls",
        f"The secure connection to {host} could not be verified.",
        "On a company network, add its certificate (--certificates FILE).",
        host=host,
    )


def _unreachable(host: str) -> ModelError:
    return ModelError(
        "download_unreachable",
        f"{host} cannot be reached.",
        "Choose another server or a proxy, or add the model from a file.",
        host=host,
    )


def _failed(error: Exception, url: str, host: str) -> ModelError:
    return ModelError(
        "download_failed",
        f"The download from {host} failed again and again: {error}.",
        "Try again later: what has arrived is kept.",
        host=host,
        url=url,
    )
