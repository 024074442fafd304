"""A regular expression becomes a pattern that is compiled when it is first used: most runs need few of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr

if TYPE_CHECKING:

    def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """As ``re.compile``, only later."""

else:

    class pattern:  # noqa: N801 - it is called as ``re.compile`` is
        """As ``re.compile``, only later. A mistake in the text shows when it is first used, which tests do."""

        def __init__(self, text: AnyStr, flags: int = 0) -> None:
            self._text, self._flags = text, flags

        def __getattr__(self, name: str) -> Any:
            found = getattr(re.compile(self._text, self._flags), name)
            self.__dict__[name] = found  # the next call finds it at once
            return found

        def __reduce__(self) -> tuple[Any, ...]:
            return (pattern, (self._text, self._flags))
