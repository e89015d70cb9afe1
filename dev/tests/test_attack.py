from dev.attack.table import percentile


def test_a_percentile_is_the_time_within_which_this_share_ended() -> None:
    seconds = [number / 100 for number in range(1, 101)]
    assert percentile(seconds, 0.99) == 1.0
    assert percentile(seconds, 0.5) == 0.51
    assert percentile([3.0], 0.99) == 3.0
