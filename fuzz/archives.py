"""Layouts and garbage under honest and hostile names become zip files, some of them damaged."""

from __future__ import annotations

import io
import warnings
import zipfile
from random import Random

from fuzz import campaigns, mutate


def bundle(rng: Random) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the same name twice is what we want
        for _ in range(rng.randint(1, 6)):
            folder = rng.choice(("", "layouts/x/", "layouts/", "fonts/", "../", "/", "slogans/", "layouts/../../"))
            name = rng.choice(("layout.toml", "picture.png", "a.toml", "", rng.choice(campaigns.DICTIONARY)))
            info = zipfile.ZipInfo((folder + name).partition("\0")[0] or "x")
            info.compress_type = rng.choice(_PACKINGS)
            info.external_attr = rng.choice((0, 0o120777 << 16, 0o10644 << 16, 0x10))
            zeros = b"\0" * rng.choice((100, 100, 100, 300_000))
            archive.writestr(info, rng.choice((campaigns.LAYOUT, b"", rng.randbytes(20), zeros)))
    data = out.getvalue()
    if rng.random() < 0.3:  # in the directory at the end, where the numbers are
        at = data.rfind(b"PK\1\2")
        return data[:at] + mutate.bytes_like(rng, data[at:])
    return mutate.bytes_like(rng, data) if rng.random() < 0.5 else data


_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
