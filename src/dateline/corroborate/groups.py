"""Groups of things found to be one (union-find) with names that do not depend on the order of joining."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """A partition that only ever coarsens; the smallest member names its group."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}

    def find(self, member: str) -> str:
        """Return the name of the member's group."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, a: str, b: str) -> None:
        """Make the groups of two members one."""
        low, high = sorted((self.find(a), self.find(b)))
        self._parent[high] = low

    def names(self) -> dict[str, str]:
        """Map every member to the name of its group."""
        return {member: self.find(member) for member in self._parent}
