"""What the courier does for codes in each round."""

from upendo.labels import long_steps
from upendo.labels.tables import imports
from upendo.web.rounds import each_round

each_round(long_steps.go_on_with_all)
each_round(imports.go_on_with_all)
