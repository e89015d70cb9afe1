"""What the courier does for codes in each round."""

from upendo.labels.long_steps import go_on_with_all
from upendo.web.rounds import each_round

each_round(go_on_with_all)
