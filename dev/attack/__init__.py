"""What an attacker would try and tests are too quick for: each module is one attack.

A module runs by itself, on loopback alone and bounded in number and time, prints a table of what it
tried and what was lost, and ends with 1 if something was.
"""
