"""What a person says of a cluster becomes an address, or a number of processes here, and the certificates to use."""

from __future__ import annotations

import importlib.util
import os
import re
import ssl
from pathlib import Path
from typing import Any

from placards.files.world import read_bytes
from placards.frozen import dataclass
from placards.problems.errors import InputError, Place

#: tcp://host:8786, tls://[::1]:8786, host:8786.
_ADDRESS = r"(?:(tcp|tls)://)?([^\s/:@\[\]]+|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5})/?"

#: Dask's names for what stands in the files of a folder of certificates.
_FILES = {"tls_ca_file": "ca.pem", "tls_client_cert": "cert.pem", "tls_client_key": "key.pem"}

_MAX_CERTIFICATE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Where:
    """Which cluster: a scheduler's *address*, or *processes* on this machine."""

    address: str  # tcp://host:port, tls://host:port; as it was given for processes here
    processes: int | None = None
    certificates: Path | None = None  # the folder with ca.pem, cert.pem and key.pem

    @property
    def encrypted(self) -> bool:
        return self.address.startswith("tls://")


def cluster_of(text: str | None, certificates: Path | None) -> Where | None:
    """`read_where`, and None where no cluster is asked for."""
    if text is not None:
        return read_where(text, certificates)
    if certificates is not None:
        raise InputError("cluster-tls-unused")
    return None


def read_where(text: str, certificates: Path | None = None) -> Where:
    """The cluster that a text names: ``local``, ``local:4``, ``tls://host:8786``; raises InputError, also where Dask is
    not installed and where certificates are missing, broken or of no use."""
    where = _parsed(text.strip(), certificates)
    if certificates is not None and not where.encrypted:
        raise InputError("cluster-tls-unused")
    if importlib.util.find_spec("distributed") is None:
        raise InputError("cluster-no-dask")
    if where.encrypted:
        _check(_named(where), where)
    return where


def security(where: Where) -> Any:
    """A cluster's `distributed.Security`: for processes here one with certificates of its own, because whoever may talk
    to a worker may do everything that its user may."""
    from distributed import Security

    if where.processes is not None:
        return Security.temporary()
    if not where.encrypted:
        return Security(require_encryption=False)
    return Security(require_encryption=True, **_named(where))


def _parsed(text: str, certificates: Path | None) -> Where:
    local = re.fullmatch(r"local(?::([0-9]{1,4}))?", text)
    if local is not None:
        count = int(local[1]) if local[1] is not None else os.cpu_count() or 1
        if count:
            return Where(text, count, certificates)
    found = re.fullmatch(_ADDRESS, text)
    if local is not None or found is None or not 0 < int(found[3]) < 65536:
        raise InputError("cluster-address", address=text)
    scheme = found[1] or ("tls" if certificates is not None else "tcp")
    return Where(f"{scheme}://{found[2]}:{found[3]}", None, certificates)


def _named(where: Where) -> dict[str, str]:
    """The files of the certificates, by Dask's names; raises InputError where none are named."""
    if where.certificates is not None:
        return {option: str(where.certificates / name) for option, name in _FILES.items()}
    from distributed import Security

    dask = Security()
    named = {option: getattr(dask, option) for option in _FILES}
    if not all(named.values()):
        raise InputError("cluster-no-certificates", address=where.address)
    return named


def _check(named: dict[str, str], where: Where) -> None:
    """Say what is wrong with certificates before Dask meets them, which would only say that nobody answers."""
    for value in named.values():
        if "\n" not in value:  # Dask takes the text of a certificate too
            read_bytes(Path(value), _MAX_CERTIFICATE_BYTES)
    ca, cert, key = (named[option] for option in _FILES)
    place = Place(where.certificates or Path(cert if "\n" not in cert else "cert.pem"))
    try:
        context = ssl.create_default_context(cadata=ca) if "\n" in ca else ssl.create_default_context(cafile=ca)
        if "\n" not in cert and "\n" not in key:
            context.load_cert_chain(cert, key, password=_no_password)
    except (ssl.SSLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
        raise InputError("cluster-certificates", place=place, reason=str(reason)) from error


def _no_password() -> str:
    raise ValueError("the key has a password")


__all__ = ["Where", "cluster_of", "read_where", "security"]
