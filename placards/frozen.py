"""A class with annotated fields becomes a dataclass, in a tenth of the time that `dataclasses` itself takes for it.

Python 3.11 compiles six methods for every dataclass, one after the other, each out of a text of its own: 0.4 ms a
class, and for a hundred classes as long as HarfBuzz, ICU and libdeflate together need to start. Here ``__init__`` is
compiled once for all classes of so many fields, and given their names; the other methods come out of the fields'
values. What `dataclasses` tells of a class (``fields``, ``replace``, ``astuple``) it finds out itself when it is
first asked. Nothing else differs, and whatever is not ordinary is left to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from dataclasses import MISSING, Field, FrozenInstanceError
    from functools import lru_cache
    from operator import attrgetter
    from types import CodeType, FunctionType
    from typing import Any

    #: What is quick; classes that want more are `dataclasses`' own.
    _QUICK = {"frozen", "slots", "kw_only", "eq"}

    #: Where a class keeps what is known of its fields, its bases' included.
    _KNOWN = "__known_fields__"

    #: And what it was made with.
    _OPTIONS = "__made_with__"

    class _Unset:
        """The default of what is made anew for each value, as signatures show it."""

        def __repr__(self) -> str:
            return "<factory>"

    _UNSET = _Unset()

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """``dataclasses.dataclass``, quick for the usual options."""
        made = _made if set(options) <= _QUICK else dataclasses.dataclass
        return made(cls, **options) if cls is not None else lambda later: made(later, **options)

    def _made(cls: type, *, frozen: bool = False, slots: bool = False, kw_only: bool = False, eq: bool = True) -> type:
        own = cls.__dict__
        known = _known(cls, kw_only)
        if known is None:
            return dataclasses.dataclass(cls, frozen=frozen, slots=slots, kw_only=kw_only, eq=eq)
        every = list(known.values())
        methods = {
            "__repr__": _repr(tuple([field.name for field in every if field.repr])),
            "__match_args__": tuple([field.name for field in every if not field.kw_only]),
            _KNOWN: known,
            _OPTIONS: {"frozen": frozen, "eq": eq},
            "__dataclass_fields__": _Asked("__dataclass_fields__"),
            "__dataclass_params__": _Asked("__dataclass_params__"),
        }
        if eq:
            methods["__eq__"] = _eq(_values([field.name for field in every if field.compare]))
            hashed = [f.name for f in every if (f.compare if f.hash is None else f.hash)]
            methods["__hash__"] = _hash(_values(hashed)) if frozen else None
        if frozen:
            methods |= {"__setattr__": _refuse_change, "__delattr__": _refuse_deletion}
        if slots:
            if frozen:
                methods |= {"__getstate__": _state, "__setstate__": _restore}
            cls = _slotted(cls, known)
            own = cls.__dict__
        else:
            for name, field in known.items():
                if isinstance(own.get(name), Field):
                    (delattr(cls, name) if field.default is MISSING else setattr(cls, name, field.default))
        for name, method in methods.items():
            if name not in own or name in (_KNOWN, _OPTIONS):
                setattr(cls, name, method)
        cls.__init__ = _Constructor(cls, sorted(every, key=_is_keyword), slots)  # what is given by name stands last
        return cls

    def _known(cls: type, kw_only: bool) -> dict[str, Field[Any]] | None:
        """The fields by name, those of bases first; None for a class that only `dataclasses` knows how to make."""
        own = cls.__dict__
        if not own.keys().isdisjoint(("__init__", "__eq__", "__hash__", "__setattr__")):
            return None
        found: dict[str, Field[Any]] = {}
        for base in cls.__mro__[-1:0:-1]:
            if _KNOWN in base.__dict__:
                found |= base.__dict__[_KNOWN]
            elif "__dataclass_fields__" in base.__dict__:
                return None
        for name, kind in cls.__annotations__.items():
            if "ClassVar" in str(kind):
                continue
            default = own.get(name, MISSING)
            field = default if isinstance(default, Field) else dataclasses.field(default=default)
            if (
                not field.init
                or "InitVar" in str(kind)
                or "KW_ONLY" in str(kind)
                or type(field.default).__hash__ is None
            ):
                return None
            field.name, field.type = name, kind
            field.kw_only = kw_only if field.kw_only is MISSING else field.kw_only
            found[name] = field
        return found

    def _slotted(cls: type, known: dict[str, Field[Any]]) -> type:
        """The same class with a slot for each field that its bases have none for."""
        inherited = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
        without = {*known, "__dict__", "__weakref__"}
        namespace = {name: value for name, value in cls.__dict__.items() if name not in without}
        namespace["__slots__"] = tuple([name for name in known if name not in inherited])
        made = type(cls)(cls.__name__, cls.__bases__, namespace)
        made.__qualname__ = cls.__qualname__
        return made

    class _Constructor:
        """What becomes a class's ``__init__`` when somebody first asks for it: a process that makes one poster does so
        for half of its classes."""

        def __init__(self, made: type, ordered: list[Field[Any]], slots: bool) -> None:
            self._parts = made, ordered, slots
            optional = False
            for field in ordered:
                given = field.default is MISSING and field.default_factory is MISSING
                if given and optional and not field.kw_only:
                    raise TypeError(f"non-default argument {field.name!r} follows default argument")
                optional = optional or not given

        def __get__(self, instance: Any, cls: type) -> Any:
            made = self._parts[0]
            if made.__dict__["__init__"] is self:
                made.__init__ = _init(*self._parts)
            return made.__dict__["__init__"].__get__(instance, cls)

    def _init(made: type, ordered: list[Field[Any]], slots: bool) -> Callable[..., None]:
        """The constructor: one that was compiled for so many fields, with these fields' names and defaults."""
        fresh = tuple([field.default_factory is not MISSING for field in ordered])
        code = _compiled(fresh, slots, hasattr(made, "__post_init__"))
        by_name = sum([field.kw_only for field in ordered])
        parts: dict[str, Any] = {"co_varnames": ("self", *[field.name for field in ordered])}
        parts |= {"co_argcount": code.co_argcount - by_name, "co_kwonlyargcount": by_name}
        values: dict[str, Any] = {"_unset": _UNSET, "_names": tuple([field.name for field in ordered])}
        defaults: dict[str, Any] = {}
        for number, field in enumerate(ordered):
            if slots:
                values[f"_set_{number}"] = getattr(made, field.name).__set__
            if fresh[number]:
                values[f"_make_{number}"] = field.default_factory
            default = _UNSET if fresh[number] else field.default
            if default is not MISSING:
                defaults[field.name] = default
        placed = tuple([defaults[field.name] for field in ordered if field.name in defaults and not field.kw_only])
        init = FunctionType(code.replace(**parts), values, "__init__", placed)
        init.__kwdefaults__ = {f.name: defaults[f.name] for f in ordered if f.kw_only and f.name in defaults} or None
        init.__module__, init.__qualname__ = made.__module__, f"{made.__qualname__}.__init__"
        init.__annotations__ = {**{name: field.type for name, field in made.__dict__[_KNOWN].items()}, "return": None}
        return init

    @lru_cache(maxsize=256)
    def _compiled(fresh: tuple[bool, ...], slots: bool, more: bool) -> CodeType:
        """The code of a constructor of so many fields, some of which have a default that is made anew; there may be
        *more* to do when they are set."""
        given = [
            f"_make_{number}() if _{number} is _unset else _{number}" if made_anew else f"_{number}"
            for number, made_anew in enumerate(fresh)
        ]
        if slots:
            lines = [f"_set_{number}(self, {value})" for number, value in enumerate(given)]
        else:  # one line for all, for that is compiled in half the time
            lines = [f"self.__dict__.update(zip(_names, ({', '.join(given)},)))"] if given else []
        lines += ["self.__post_init__()"] if more else []
        parameters = ", ".join(["self", *[f"_{number}" for number in range(len(fresh))]])
        namespace: dict[str, Any] = {}
        exec("\n ".join([f"def __init__({parameters}):", *(lines or ["pass"])]), namespace)
        code: CodeType = namespace["__init__"].__code__
        return code

    def _is_keyword(field: Field[Any]) -> bool:
        return field.kw_only

    class _Asked:
        """What `dataclasses` tells of a class, put together when somebody asks."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, cls: type) -> Any:
            owner = next(base for base in cls.__mro__ if base.__dict__.get(self._name) is self)
            sample = dataclasses.dataclass(init=False, repr=False, eq=False)(type("Sample", (), _SAMPLE))
            (ordinary,) = sample.__dataclass_fields__.values()
            known = owner.__dict__[_KNOWN]
            for field in known.values():
                field._field_type = ordinary._field_type  # as of every field that is no class variable
            owner.__dataclass_fields__ = known
            owner.__dataclass_params__ = sample.__dataclass_params__
            for option, value in owner.__dict__[_OPTIONS].items():
                setattr(owner.__dataclass_params__, option, value)
            return owner.__dict__[self._name]

    #: The smallest class with a field. Without words of its own it would get its signature for them, which takes long.
    _SAMPLE = {"__annotations__": {"value": "int"}, "__doc__": "One."}

    def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
        """The values of some fields; of one field, or none, a tuple too."""
        if len(names) > 1:
            return attrgetter(*names)
        return lambda self: tuple([getattr(self, name) for name in names])

    def _repr(names: tuple[str, ...]) -> Callable[[Any], str]:
        def __repr__(self: Any) -> str:  # noqa: N807 - it becomes one
            return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"

        return __repr__

    def _eq(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, Any], bool]:
        def __eq__(self: Any, other: Any) -> bool:  # noqa: N807
            return values(self) == values(other) if self.__class__ is other.__class__ else NotImplemented

        return __eq__

    def _hash(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
        def __hash__(self: Any) -> int:  # noqa: N807
            return hash(values(self))

        return __hash__

    def _refuse_change(self: Any, name: str, value: Any) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_deletion(self: Any, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in self.__known_fields__]

    def _restore(self: Any, state: list[Any]) -> None:
        for name, value in zip(self.__known_fields__, state, strict=True):
            object.__setattr__(self, name, value)
