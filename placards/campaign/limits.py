"""What one task may take, and what a task is that has no result: for workers here and on other machines alike."""

from __future__ import annotations

from typing import Generic, TypeVar

from placards.frozen import dataclass

Task = TypeVar("Task")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take, and how workers start."""

    seconds: float = 120.0  # wall clock
    memory: int | None = None  # bytes of a worker; None for `default_memory`, 0 for no limit
    method: str | None = None  # multiprocessing's start method; None for the best of this system


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task that has no result."""

    task: Task
    late: bool  # it was stopped at its time limit; otherwise its worker died, each time
    how: str  # as “SIGKILL”, “exit code 1”
