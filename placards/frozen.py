"""A class with annotated fields becomes a frozen dataclass, in a third of the time that `dataclasses` takes for it.

Python 3.11 compiles six methods for every dataclass, one after the other, each out of a text of its own: 0.4 ms a
class, and for a hundred classes as long as HarfBuzz, ICU and libdeflate together need to start. Here only
``__init__`` is compiled, which is called most; the others come out of the fields' values. Nothing else differs: the
fields are found by `dataclasses` itself, so that ``fields``, ``replace``, ``astuple``, pickling and patterns work as
ever, and whatever is not plainly frozen is left to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from dataclasses import MISSING, Field, FrozenInstanceError, fields
    from operator import attrgetter
    from typing import Any

    #: What is quick; classes that want more are `dataclasses`' own.
    _QUICK = {"frozen", "slots", "kw_only"}

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """``dataclasses.dataclass``, quick for ``frozen=True``."""
        made = _frozen if options.get("frozen") and set(options) <= _QUICK else dataclasses.dataclass
        return made(cls, **options) if cls is not None else lambda later: made(later, **options)

    def _frozen(cls: type, *, frozen: bool, slots: bool = False, kw_only: bool = False) -> type:
        own = set(cls.__dict__)
        if hasattr(cls, "__post_init__") or own & {"__init__", "__eq__", "__setattr__", "__delattr__"}:
            return dataclasses.dataclass(cls, frozen=frozen, slots=slots, kw_only=kw_only)
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
        known = fields(made)
        methods = {
            "__init__": _init(made, known, slots),
            "__repr__": _repr(tuple(field.name for field in known if field.repr)),
            "__eq__": _eq(_values([field.name for field in known if field.compare])),
            "__hash__": _hash(_values([f.name for f in known if (f.compare if f.hash is None else f.hash)])),
            "__setattr__": _refuse_change,
            "__delattr__": _refuse_deletion,
        }
        if slots:
            methods |= {"__getstate__": _state, "__setstate__": _restore}
        for name, method in methods.items():
            if name not in own:
                setattr(made, name, method)
        return made

    def _init(made: type, known: tuple[Field[Any], ...], slots: bool) -> Callable[..., None]:
        names: dict[str, Any] = {"_unset": MISSING}
        places, keywords, body = [], [], []
        for field in known:
            parameter = value = name = field.name
            if field.default_factory is not MISSING:
                names[f"_make_{name}"] = field.default_factory
                parameter, value = f"{name}=_unset", f"_make_{name}() if {name} is _unset else {name}"
            elif field.default is not MISSING:
                names[f"_default_{name}"] = field.default
                parameter = f"{name}=_default_{name}"
            (keywords if field.kw_only else places).append(parameter)
            if slots:
                names[f"_set_{name}"] = getattr(made, name).__set__
                body.append(f"_set_{name}(self, {value})")
            else:
                body.append(f"_values[{name!r}] = {value}")
        if not slots:
            body.insert(0, "_values = self.__dict__")
        parameters = ", ".join(["self", *places, *(["*", *keywords] if keywords else [])])
        exec("\n ".join([f"def __init__({parameters}):", *(body or ["pass"])]), names)
        init: Callable[..., None] = names["__init__"]
        init.__module__, init.__qualname__ = made.__module__, f"{made.__qualname__}.__init__"
        init.__annotations__ = {**{field.name: field.type for field in known}, "return": None}
        return init

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
        return [getattr(self, field.name) for field in fields(self)]

    def _restore(self: Any, state: list[Any]) -> None:
        for field, value in zip(fields(self), state, strict=True):
            object.__setattr__(self, field.name, value)
