"""How long work will still take, judged by its pace so far."""


def time_left(done: int, total: int, seconds: float) -> str | None:
    """Say how long the rest takes, if all goes on as it did; None while nothing is done.

    >>> time_left(250, 1000, 30.0), time_left(1, 1000, 12.0), time_left(0, 1000, 5.0)
    ('about 1 min 30 s', 'about 3 h 19 min', None)
    """
    if done <= 0:
        return None
    left = max(total - done, 0) * seconds / done
    if left < 60:
        return f"about {left:.0f} s"
    minutes, rest = divmod(round(left / 10) * 10, 60)
    if minutes < 10:
        return f"about {minutes} min {rest} s" if rest else f"about {minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"about {hours} h {minutes} min" if hours else f"about {minutes} min"
