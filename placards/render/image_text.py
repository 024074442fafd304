"""A Scene's metadata becomes the words that an image file carries: title, author, and how far to trust its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placards.scene.items import Metadata


def image_text(metadata: Metadata | None) -> dict[str, str]:
    """Keyword → text, by the keywords that PNG defines; empty texts are left out."""
    if metadata is None:
        return {}
    pairs = {"Title": metadata.title, "Author": metadata.author, "Description": metadata.subject}
    return {keyword: text for keyword, text in pairs.items() if text}


def xmp_packet(text: dict[str, str]) -> bytes:
    """The texts as an XMP packet in Dublin Core; empty for no text."""
    if not text:
        return b""
    names = {"Title": ("title", "Alt"), "Author": ("creator", "Seq"), "Description": ("description", "Alt")}
    parts = []
    for keyword, value in text.items():
        name, kind = names[keyword]
        language = ' xml:lang="x-default"' if kind == "Alt" else ""
        parts.append(f"<dc:{name}><rdf:{kind}><rdf:li{language}>{_escaped(value)}</rdf:li></rdf:{kind}></dc:{name}>")
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        + "".join(parts)
        + "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
