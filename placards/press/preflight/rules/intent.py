"""What a press asks of the output intent: the printing condition that all colours are meant for."""

from __future__ import annotations

from collections.abc import Iterator

from placards.press.preflight.document import icc_header
from placards.press.preflight.objects import entry, identity, name, number, words
from placards.press.preflight.rule import BOTH, PROFILE, X1A, X4, Found, found_if, rule
from placards.press.preflight.sources import CALLAS, COLOR_ORG, ESKO, PDFX_TS, SHOPS, lintpdf, verapdf
from placards.press.preflight.subject import Subject

_CHANNELS = {"CMYK": 4, "RGB": 3, "GRAY": 1}
_REGISTRY = ("http://www.color.org", "http://www.color.org/", "https://www.color.org")


@rule("intent-count", BOTH, "dictionaries", lintpdf("016, 017 and 023"), PDFX_TS)
def _intent_count(subject: Subject) -> Iterator[Found]:
    """There is exactly one output intent for PDF/X (GTS_PDFX)."""
    count = len(subject.document.press_intents)
    yield from found_if(count != 1, count=count)


@rule("condition-missing", BOTH, "dictionaries", lintpdf("018"), CALLAS)
def _condition_missing(subject: Subject) -> Iterator[Found]:
    """The output intent names its condition (OutputConditionIdentifier)."""
    intent = subject.document.intent
    yield from found_if(intent is not None and not words(entry(intent, "OutputConditionIdentifier")))


@rule("profile-missing", X4, "dictionaries", lintpdf("019"), ESKO)
def _profile_missing(subject: Subject) -> Iterator[Found]:
    """The output intent has its profile in the file."""
    intent = subject.document.intent
    yield from found_if(intent is not None and entry(intent, "DestOutputProfile") is None)


@rule("profile-reference", BOTH, "dictionaries", verapdf("6.2.3-3"), PDFX_TS)
def _profile_reference(subject: Subject) -> Iterator[Found]:
    """The output intent refers to no profile elsewhere, as only PDF/X-4p may."""
    yield from found_if(entry(subject.document.intent, "DestOutputProfileRef") is not None)


@rule("profile-class", BOTH, "dictionaries", CALLAS)
def _profile_class(subject: Subject) -> Iterator[Found]:
    """The output intent's profile is that of a printer (prtr)."""
    profile = subject.document.profile
    kind = icc_header(profile).kind
    yield from found_if(bool(profile) and kind != "prtr", kind=kind or "nothing")


@rule("profile-channels", BOTH, "dictionaries", lintpdf("022"))
def _profile_channels(subject: Subject) -> Iterator[Found]:
    """The output intent's profile is of CMYK, RGB or gray, and has as many channels as its stream says."""
    profile = subject.document.profile
    space = icc_header(profile).space
    said = int(number(entry(entry(subject.document.intent, "DestOutputProfile"), "N")))
    yield from found_if(bool(profile) and _CHANNELS.get(space) != said, space=space or "nothing", channels=said)


@rule("profile-header", BOTH, "dictionaries", lintpdf("020"), verapdf("6.2.3-1"))
def _profile_header(subject: Subject) -> Iterator[Found]:
    """The output intent's profile is whole, and of version 2 or 4."""
    profile = subject.document.profile
    head = icc_header(profile)
    right = head.signed and head.version in (2, 4) and head.size == head.length
    damaged = entry(subject.document.intent, "DestOutputProfile") is not None and not right
    yield from found_if(damaged)


@rule("condition-registry", BOTH, "dictionaries", lintpdf("024 and 025"), CALLAS, COLOR_ORG)
def _condition_registry(subject: Subject) -> Iterator[Found]:
    """The output intent says where its condition is registered (http://www.color.org), or in words what it is."""
    intent = subject.document.intent
    known = words(entry(intent, "RegistryName")) in _REGISTRY or bool(words(entry(intent, "Info")))
    yield from found_if(intent is not None and not known)


@rule("intents-differ", BOTH, "dictionaries", verapdf("6.2.3-2"), "pdf-association/pdf-issues, issue 631")
def _intents_differ(subject: Subject) -> Iterator[Found]:
    """Several output intents share one profile."""
    profiles = [entry(one, "DestOutputProfile") for one in subject.document.intents]
    yield from found_if(len({identity(one) for one in profiles if one is not None}) > 1)


@rule("x1a-intent", X1A, "dictionaries", PDFX_TS, COLOR_ORG)
def _x1a_intent(subject: Subject) -> Iterator[Found]:
    """The output intent is one of CMYK or gray: by its profile, or by the name of a registered condition."""
    document = subject.document
    intent = document.intent
    if intent is None:
        return
    if entry(intent, "DestOutputProfile") is not None:
        yield from found_if(document.intent_space not in ("CMYK", "GRAY"), space=document.intent_space or "nothing")
    else:
        registered = words(entry(intent, "RegistryName")) in _REGISTRY
        yield from found_if(not registered, space=name(entry(intent, "S")))


@rule("condition-differs", PROFILE, "dictionaries", SHOPS)
def _condition_differs(subject: Subject) -> Iterator[Found]:
    """The output intent's condition is the one that the profile prints by."""
    said, wanted = words(entry(subject.document.intent, "OutputConditionIdentifier")), subject.wanted.condition.name
    yield from found_if(bool(said) and subject.wanted.is_press and said != wanted, said=said, wanted=wanted)
