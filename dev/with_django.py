"""Runs one of our modules with Django ready, so that it may import models as usual.

python -m dev.with_django MODULE [its arguments]
"""

import os
import runpy
import sys

import django

from dev.environment import use_local_environment

if __name__ == "__main__":
    use_local_environment()
    os.environ["DJANGO_SETTINGS_MODULE"] = "upendo.settings"
    django.setup()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
