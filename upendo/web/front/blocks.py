"""Gives large blocks of memory back to the host as soon as nobody uses them."""

import ctypes

# Of glibc's malloc.h. Each larger block is asked of the host by itself, and given back by itself.
M_MMAP_THRESHOLD = -3
LARGE = 1024 * 1024  # bytes


def give_back_large_blocks() -> None:
    """Keep this process as small as it was before a large upload.

    glibc takes a freed block of up to 32 MB for a sign that more will come, and asks for the next
    ones on its heap, whose holes it keeps. Nothing is done where there is another C library.
    """
    if set_option := getattr(ctypes.CDLL(None), "mallopt", None):
        set_option(M_MMAP_THRESHOLD, LARGE)
