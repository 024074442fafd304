"""Real schedulers and workers of Dask as processes of their own, behind certificates of a made-up authority."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

from ..cli.support import environment
from .processes import wait_for

#: A worker that dies is not waited for longer than a test has patience.
QUICKLY = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}


class Cluster:
    """A scheduler, and workers that have a folder of their own."""

    def __init__(self, folder: Path, certificates: Path | None = None) -> None:
        folder.mkdir()
        self.folder, self._tls = folder, certificates
        self.processes: list[subprocess.Popen[bytes]] = []
        self._file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                                     "--dashboard-address", "127.0.0.1:0")  # fmt: skip
        assert wait_for(lambda: self._file.exists() and self._file.read_text().strip().endswith("}"))
        self.address: str = json.loads(self._file.read_text())["address"]

    def workers(self, count: int, *more: str, **changes: str) -> subprocess.Popen[bytes]:
        """Start some, each in a process that a nanny starts again when it dies."""
        return self._start("worker", "--host", "127.0.0.1", "--nworkers", str(count), "--nthreads", "1",
                           "--no-dashboard", *more, **changes)  # fmt: skip

    def close(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()
            process.wait()

    def _start(self, kind: str, *arguments: str, **changes: str) -> subprocess.Popen[bytes]:
        tls = []
        for option, name in (("ca-file", "ca.pem"), ("cert", "cert.pem"), ("key", "key.pem")):
            if self._tls is not None:
                tls += [f"--tls-{option}", str(self._tls / name)]
        where = ("--protocol", "tls") if self._tls is not None and kind == "scheduler" else ()
        log = (self.folder / f"{kind}-{len(self.processes)}.log").open("wb")
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self._file), *where, *tls, *arguments],
            cwd=self.folder, env=environment(**QUICKLY, **changes), stdout=log, stderr=log,
        )  # fmt: skip
        log.close()
        self.processes.append(process)
        return process


@contextlib.contextmanager
def cluster(folder: Path, workers: int, certificates: Path | None = None) -> Iterator[Cluster]:
    """A scheduler with so many workers."""
    found = Cluster(folder, certificates)
    try:
        if workers:
            found.workers(workers)
        yield found
    finally:
        found.close()


def make_certificates(folder: Path) -> Path:
    """ca.pem, cert.pem and key.pem for 127.0.0.1, good for a day from now."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    folder.mkdir()
    now = datetime.datetime.now(datetime.UTC)

    def certificate(
        name: str, key: ec.EllipticCurvePrivateKey, by: x509.Name, *, authority: bool
    ) -> x509.CertificateBuilder:
        addresses = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
        return (
            x509.CertificateBuilder()
            .subject_name(_named(name)).issuer_name(by).public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(minutes=5)).not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(addresses, critical=False)
        )  # fmt: skip

    def _named(name: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])

    pem = serialization.Encoding.PEM
    ca, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority = _named("placards test authority")
    signed = certificate("placards test authority", ca, authority, authority=True).sign(ca, hashes.SHA256())
    (folder / "ca.pem").write_bytes(signed.public_bytes(pem))
    cert = certificate("placards test", own, authority, authority=False).sign(ca, hashes.SHA256())
    (folder / "cert.pem").write_bytes(cert.public_bytes(pem))
    key = own.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key)
    os.chmod(folder / "key.pem", 0o600)
    return folder
