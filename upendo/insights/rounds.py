"""What the courier does for figures in each round."""

from upendo.insights.counting.fold import fold
from upendo.insights.summary import send_summaries
from upendo.web.rounds import each_round

each_round(fold)
each_round(send_summaries)
