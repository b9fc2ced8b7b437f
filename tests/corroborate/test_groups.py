from itertools import permutations

from dateline.corroborate.groups import Groups


def test_the_smallest_member_names_its_group_in_whatever_order_they_join() -> None:
    pairs = [("c", "b"), ("b", "d"), ("a", "e")]
    for order in permutations(pairs):
        groups = Groups("abcdef")
        for pair in order:
            groups.join(*pair)
        assert groups.names() == {"a": "a", "e": "a", "b": "b", "c": "b", "d": "b", "f": "f"}
